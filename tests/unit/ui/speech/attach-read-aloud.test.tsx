// @vitest-environment happy-dom
import { fireEvent, getByRole, queryByRole, waitFor } from "@testing-library/preact";
import { renderToString } from "preact-render-to-string";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { attachReadAloud } from "../../../../src/ui/speech/attach-read-aloud";
import { createFollower } from "../../../../src/ui/speech/follow-spoken";
import { ListenPart } from "../../../../src/ui/speech/listen-part";
import { stopReadings } from "../../../../src/ui/speech/reading";
import { stringsFor } from "../../../../src/ui/strings/catalogue";
import { WordingContext } from "../../../../src/ui/strings/context";
import { speechStringsFor } from "../../../../src/ui/strings/speech-words";
import { fakeSynthesis, voice } from "./fake-synthesis";

const TEXTS = {
  en: {
    lang: "en",
    html: "<p>Pack it. Send it.</p><table><tbody><tr><td>Fee</td><td>none</td></tr></tbody></table>",
    spoken: ["Returns", "Pack it.", "Send it.", "Fee, none"],
  },
  zh: {
    lang: "zh-CN",
    html: "<p>打包。寄出。</p><table><tbody><tr><td>费用</td><td>免费</td></tr></tbody></table>",
    spoken: ["Returns", "打包。", "寄出。", "费用，免费"],
  },
} as const;

/** An article as the build prints it, as far as reading aloud is concerned. */
function article(locale: "en" | "zh"): HTMLElement {
  const part = renderToString(
    <WordingContext.Provider value={{ t: stringsFor(locale), locale }}>
      <ListenPart />
    </WordingContext.Provider>,
  );
  document.body.innerHTML = `<article><header><h1>Returns</h1>
      <div class="article-tools"><ul class="article-meta"></ul><button data-save>Save</button></div></header>
    <div class="expired">This may be out of date.</div>
    <div data-prose>${TEXTS[locale].html}</div></article>
    <template id="article-parts">${part}</template>`;
  return document.querySelector("article")!;
}

beforeEach(() => {
  vi.stubGlobal("scrollBy", vi.fn());
});
afterEach(() => {
  stopReadings();
  document.body.replaceChildren();
  document.documentElement.className = "";
  vi.unstubAllGlobals();
});

describe.each(["en", "zh"] as const)("an article in %s", (locale) => {
  const { lang, spoken } = TEXTS[locale];
  const words = speechStringsFor(locale);

  it("is read aloud from its title on, and its blocks are marked", async () => {
    const element = article(locale);
    const fake = fakeSynthesis(voice("A", lang));
    attachReadAloud(element, lang, { synthesis: fake.synthesis });
    const listen = await waitFor(() => getByRole(element, "button", { name: words.listen }));
    expect(listen.closest("[data-listen]")?.nextElementSibling?.textContent).toBe("Save");
    fireEvent.click(listen);
    const marked: (string | undefined)[] = [];
    for (const _ of spoken) {
      marked.push(element.querySelector(".is-spoken")?.tagName);
      fake.end();
    }
    expect(fake.texts()).toEqual(spoken);
    expect(marked).toEqual(["H1", "P", "P", "TR"]);
    expect(element.querySelector(".is-spoken")).toBeNull();
    expect(listen.getAttribute("aria-pressed")).toBe("false");
  });
});

it("an article that may be out of date says so first", async () => {
  const element = article("en");
  document.documentElement.className = "is-expired";
  const fake = fakeSynthesis(voice("A", "en"));
  attachReadAloud(element, "en", { synthesis: fake.synthesis });
  fireEvent.click(await waitFor(() => getByRole(element, "button", { name: "Listen" })));
  fake.end();
  expect(fake.saying()).toBe("This may be out of date.");
});

it("there is a button once there is a voice, and one only", async () => {
  const element = article("en");
  const online = voice("Online", "en-US", { localService: false });
  const fake = fakeSynthesis(online);
  attachReadAloud(element, "en", { synthesis: fake.synthesis });
  await new Promise((done) => setTimeout(done, 50));
  expect(queryByRole(element, "button", { name: "Listen" })).toBeNull();
  fake.setVoices(online, voice("A", "en-US"));
  fake.setVoices(online, voice("A", "en-US"), voice("B", "en-GB"));
  await waitFor(() => getByRole(element, "button", { name: "Listen" }));
});

it("an online voice is offered where the site allows it, and asks", async () => {
  const element = article("en");
  const fake = fakeSynthesis(voice("Online", "en-US", { localService: false }));
  attachReadAloud(element, "en", { synthesis: fake.synthesis, allowService: true });
  fireEvent.click(await waitFor(() => getByRole(element, "button", { name: "Listen" })));
  getByRole(element, "alertdialog");
  expect(fake.texts()).toEqual([]);
});

it("a page without the part for it stays as it is", async () => {
  const element = article("en");
  document.querySelector("template")?.remove();
  const before = element.innerHTML;
  attachReadAloud(element, "en", { synthesis: fakeSynthesis(voice("A", "en")).synthesis });
  await new Promise((done) => setTimeout(done, 50));
  expect(element.innerHTML).toBe(before);
});

describe("what is spoken", () => {
  const at = (top: number) => ({ getBoundingClientRect: () => ({ top, bottom: top + 20 }) }) as Range;

  it("is brought into view when it is out of it, unless the reader has just scrolled", () => {
    let now = 0;
    const scrollBy = vi.fn();
    vi.stubGlobal("scrollBy", scrollBy);
    vi.stubGlobal("innerHeight", 600);
    const follower = createFollower(() => now);
    follower.follow(at(300));
    expect(scrollBy).not.toHaveBeenCalled();
    follower.follow(at(900));
    expect(scrollBy).toHaveBeenCalledOnce();
    expect(scrollBy.mock.calls[0]?.[0]).toMatchObject({ top: 700 });
    // That movement is not the reader's.
    window.dispatchEvent(new Event("scroll"));
    now = 2_000;
    follower.follow(at(-50));
    expect(scrollBy).toHaveBeenCalledTimes(2);
    now = 10_000;
    window.dispatchEvent(new Event("scroll"));
    now = 15_000;
    follower.follow(at(900));
    expect(scrollBy).toHaveBeenCalledTimes(2);
    now = 17_000;
    follower.follow(at(900));
    expect(scrollBy).toHaveBeenCalledTimes(3);
    follower.end();
  });
});
