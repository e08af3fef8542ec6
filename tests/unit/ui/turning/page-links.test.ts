// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { isSamePage, isSitePage, linkedFrom, submittedTo } from "../../../../src/ui/turning/page-links";

const SHOWN = new URL("https://help.example/help/en/orders/track/?q=a#top");
const own = (path: string) => isSitePage(new URL(path, "https://help.example"), "/help/", "https://help.example");

beforeEach(() => document.body.replaceChildren());

describe("isSitePage", () => {
  it.each([
    ["/help/", true],
    ["/help/en/orders/track/", true],
    ["/help/en/v1.2-notes/", true],
    ["/help/en/orders/index.html", true],
    ["/help/assets/index-1.js", false],
    ["/help/media/film.webm", false],
    ["/help/packs/en.json", false],
    ["/help/models/encoder/", false],
    ["/help/sealed/vault.json", false],
    ["/help/en/manual.pdf", false],
    ["/help/%6Dedia/film.html", false],
    ["/help/media%2Ffilm.html", false],
    ["/help/Media/film.html", false],
    ["/help//media/film.html", false],
    ["/help/en/..%2F..%2Fmedia/film.html", false],
    ["/help/.%2Fmedia/film.html", false],
    ["/help/en/manual%2Epdf", false],
    ["/help/zh/%E5%B7%A5%E8%B5%84/", true],
    ["/help/en/%E0%A4%A/", true],
    ["/shop/", false],
    ["https://other.example/help/en/", false],
  ])("%s: %s", (path, expected) => expect(own(path)).toBe(expected));
});

describe("linkedFrom", () => {
  /** Clicks on a link, and says where that leads. */
  function click(attributes: Readonly<Record<string, string>>, init: MouseEventInit = {}): string | undefined {
    const link = document.createElement("a");
    for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, value);
    const inside = document.createElement("b");
    link.append(inside);
    document.body.append(link);
    let found: URL | undefined;
    document.addEventListener(
      "click",
      (event) => {
        found = linkedFrom(event, SHOWN);
        event.preventDefault();
      },
      { once: true },
    );
    inside.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true, cancelable: true, ...init }));
    return found?.href;
  }

  it("is the address of the link around what was clicked, seen from the page that is shown", () => {
    expect(click({ href: "/help/en/" })).toBe("https://help.example/help/en/");
    expect(click({ href: "#step-2" })).toBe("https://help.example/help/en/orders/track/?q=a#step-2");
    expect(click({ href: "/help/zh/", target: "_self" })).toBe("https://help.example/help/zh/");
  });

  it.each<[string, Readonly<Record<string, string>>, MouseEventInit]>([
    ["another tab by key", { href: "/help/en/" }, { ctrlKey: true }],
    ["another tab by Command", { href: "/help/en/" }, { metaKey: true }],
    ["another window", { href: "/help/en/" }, { shiftKey: true }],
    ["a download by key", { href: "/help/en/" }, { altKey: true }],
    ["the middle button", { href: "/help/en/" }, { button: 1 }],
    ["a target", { href: "/help/en/", target: "_blank" }, {}],
    ["a download", { href: "/help/en/", download: "" }, {}],
    ["no address", { href: "https://" }, {}],
    ["no link", {}, {}],
  ])("leaves to the browser: %s", (_, attributes, init) => expect(click(attributes, init)).toBeUndefined());

  it("leaves a click alone that something else has taken", () => {
    const taken = new MouseEvent("click", { cancelable: true });
    taken.preventDefault();
    expect(linkedFrom(taken, SHOWN)).toBeUndefined();
  });
});

describe("submittedTo", () => {
  function submit(html: string): string | undefined {
    document.body.innerHTML = html;
    let found: URL | undefined;
    const listen = (event: Event) => {
      found = submittedTo(event as SubmitEvent, SHOWN);
    };
    document.addEventListener("submit", listen, { once: true });
    document.querySelector("form")?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
    return found?.href;
  }

  it("is the form's address with its fields in the place of query and fragment", () => {
    const form = `<form action="/help/en/search/?old=1#x"><input name="q" value="两 b&c"></form>`;
    expect(submit(form)).toBe("https://help.example/help/en/search/?q=%E4%B8%A4+b%26c");
  });

  it("leaves to the browser what sends a body or opens elsewhere", () => {
    expect(submit(`<form action="/help/en/" method="post"></form>`)).toBeUndefined();
    expect(submit(`<form action="/help/en/" target="_blank"></form>`)).toBeUndefined();
  });
});

describe("isSamePage", () => {
  it("is one page where only the fragment differs", () => {
    expect(isSamePage(SHOWN, new URL("#other", SHOWN))).toBe(true);
    expect(isSamePage(SHOWN, new URL("?q=b", SHOWN))).toBe(false);
  });
});
