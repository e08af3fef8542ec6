// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { watchable } from "../../../../src/client/watchable";
import { barAddress } from "../../../../src/ui/behaviour/page-visit";
import type { PageData } from "../../../../src/ui/page-model";
import type { ShownDocument } from "../../../../src/ui/turning/site-document";
import { turnPages } from "../../../../src/ui/turning/turn-pages";

const data = (title: string): PageData => ({ base: "/", locale: "en", locales: [], kind: "home", title });

const html = (title: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title><script type="application/json" id="page-data">${JSON.stringify(data(title))}</script></head><body><main id="main"><h1>${title}</h1></main></body></html>`;

function open() {
  const events: string[] = [];
  const page = watchable(data("first"));
  const site = {
    page,
    address: barAddress,
    leave: () => void events.push(`leave ${document.querySelector("h1")?.textContent}`),
    show(next: PageData) {
      page.set(next);
      events.push(`show ${document.querySelector("h1")?.textContent}`);
      return new AbortController().signal;
    },
  } as unknown as ShownDocument;
  const waiting = new Map<string, (html: string | undefined) => void>();
  const load = vi.fn((url: URL) => new Promise<string | undefined>((done) => void waiting.set(url.pathname, done)));
  const turner = turnPages(site, { load, withoutHistory: true });
  /** The site answers for a page. */
  const answer = (path: string, text: string | undefined = html(path)) => waiting.get(path)?.(text);
  return { turner, answer, events, page, load };
}

const heading = () => document.querySelector("h1")?.textContent;

beforeEach(() => {
  window.scrollTo = vi.fn() as never;
  document.body.innerHTML = "<main><h1>first</h1></main>";
  history.replaceState(null, "", "/");
});

describe("turnPages", () => {
  it("ends a page while it stands and begins the next when it stands", async () => {
    const { turner, answer, events, page } = open();
    const done = turner.go("/a/");
    expect(document.querySelector("main")?.getAttribute("aria-busy")).toBe("true");
    answer("/a/");
    await done;
    expect(events).toEqual(["leave first", "show /a/"]);
    expect(page.value.title).toBe("/a/");
    expect(location.pathname).toBe("/a/");
  });

  it("shows the page that was wanted last, in whatever order they come", async () => {
    const { turner, answer, events } = open();
    const [first, second] = [turner.go("/a/"), turner.go("/b/")];
    answer("/b/");
    await second;
    answer("/a/");
    await first;
    expect(heading()).toBe("/b/");
    expect(events).toEqual(["leave first", "show /b/"]);
  });

  it("goes back visit by visit, and stays at the first", async () => {
    const { turner, answer } = open();
    for (const path of ["/a/", "/b/"]) {
      const done = turner.go(path);
      answer(path);
      await done;
    }
    const steps: (string | null | undefined)[] = [];
    for (const path of ["/a/", "/", "/"]) {
      const done = turner.back();
      answer(path);
      await done;
      steps.push(heading());
    }
    expect(steps).toEqual(["/a/", "/", "/"]);
    expect(turner.canGoBack.value).toBe(false);
  });

  it("keeps what belongs to the document, and takes over no script", async () => {
    const { turner, answer } = open();
    const note = document.createElement("div");
    note.className = "notes";
    document.body.append(note);
    const done = turner.go("/a/");
    answer("/a/", html("/a/").replace("<main", "<script>window.ran = true</script><main"));
    await done;
    expect(note.isConnected).toBe(true);
    expect(document.body.querySelector("script")).toBeNull();
  });

  it("leaves to the browser what is no page of the site", async () => {
    const { turner, answer, events } = open();
    const leave = vi.spyOn(location, "replace").mockImplementation(() => undefined);
    const done = turner.go("/a/");
    answer("/a/", "<title>Sign in</title>");
    await done;
    expect(String(leave.mock.calls[0]?.[0])).toContain("/a/");
    expect(events).toEqual([]);
    leave.mockRestore();
  });
});
