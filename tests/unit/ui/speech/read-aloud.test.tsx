// @vitest-environment happy-dom
import { cleanup, fireEvent, render, waitFor } from "@testing-library/preact";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ReadAloud, type ReadAloudProps } from "../../../../src/ui/speech/read-aloud";
import { stringsFor } from "../../../../src/ui/strings/catalogue";
import { WordingContext } from "../../../../src/ui/strings/context";
import { speechStringsFor } from "../../../../src/ui/strings/speech-words";
import { fakeSynthesis, voice } from "./fake-synthesis";

afterEach(cleanup);

const EN = { text: "One fish. Two fish.", sentences: ["One fish.", "Two fish."], lang: "en-US" };
const ZH = { text: "先登录。再点击“订单”。", sentences: ["先登录。", "再点击“订单”。"], lang: "zh-CN" };

function show(locale: "en" | "zh", fake: ReturnType<typeof fakeSynthesis>, props: Partial<ReadAloudProps> = {}) {
  const { text, lang } = locale === "en" ? EN : ZH;
  const onSentence = vi.fn();
  const element = (text: string) => (
    <WordingContext.Provider value={{ t: stringsFor(locale), locale }}>
      <ReadAloud text={text} lang={lang} onSentence={onSentence} synthesis={fake.synthesis} {...props} />
    </WordingContext.Provider>
  );
  const view = render(element(text));
  return { view, onSentence, change: (text: string) => view.rerender(element(text)) };
}

/** Long enough for everything that loads. */
const loaded = () => new Promise((done) => setTimeout(done, 100));

describe.each(["en", "zh"] as const)("reading aloud in %s", (locale) => {
  const { text, sentences, lang } = locale === "en" ? EN : ZH;
  const words = speechStringsFor(locale);

  it("speaks sentence by sentence and tells where each stands", async () => {
    const fake = fakeSynthesis(voice("A", lang));
    const { view, onSentence } = show(locale, fake);
    const listen = await view.findByRole("button", { name: words.listen });
    expect(listen.getAttribute("aria-pressed")).toBe("false");
    expect(view.queryByRole("button", { name: words.stop })).toBeNull();
    fireEvent.click(listen);
    expect(listen.getAttribute("aria-pressed")).toBe("true");
    fake.end();
    fake.end();
    expect(fake.texts()).toEqual(sentences);
    const told = onSentence.mock.calls.map(([range]) => range && text.slice(range[0], range[1]));
    expect(told).toEqual([...sentences, undefined]);
    expect(listen.getAttribute("aria-pressed")).toBe("false");
    expect(view.getByRole("status").textContent).toBe(words.finished);
  });

  it("pauses, goes on, and stops; the keyboard never loses its place", async () => {
    const fake = fakeSynthesis(voice("A", lang));
    const { view, onSentence } = show(locale, fake);
    const listen = await view.findByRole("button", { name: words.listen });
    fireEvent.click(listen);
    const pause = view.getByRole("button", { name: words.pause });
    pause.focus();
    fireEvent.click(pause);
    expect(view.getByRole("status").textContent).toBe(words.paused);
    expect(view.getByRole("button", { name: words.goOn })).toBe(pause);
    expect(fake.saying()).toBeUndefined();
    fireEvent.click(pause);
    expect(fake.saying()).toBe(sentences[0]);
    expect(document.activeElement).toBe(pause);
    const stop = view.getByRole("button", { name: words.stop });
    stop.focus();
    fireEvent.click(stop);
    expect(document.activeElement).toBe(listen);
    expect(view.queryByRole("button", { name: words.stop })).toBeNull();
    expect(onSentence).toHaveBeenLastCalledWith(undefined);
  });
});

it("is not there without a voice, and comes with one that comes late", async () => {
  const fake = fakeSynthesis(voice("A", "fr-FR"));
  const { view } = show("en", fake);
  await waitFor(() => expect(fake.watchers()).toBe(1));
  expect(view.container.textContent).toBe("");
  fake.setVoices(voice("A", "fr-FR"), voice("B", "en-GB"));
  fireEvent.click(await view.findByRole("button", { name: "Listen" }));
  expect(fake.voiceOf(0)).toBe("B");
});

it("is not there in a browser that cannot speak at all", async () => {
  const view = render(
    <WordingContext.Provider value={{ t: stringsFor("en"), locale: "en" }}>
      <ReadAloud text="One." lang="en" allowService />
    </WordingContext.Provider>,
  );
  await loaded();
  expect(view.container.textContent).toBe("");
});

describe("a voice that is not on the device", () => {
  const online = voice("Online", "en-US", { localService: false });

  it("is not used where the site does not allow it", async () => {
    const fake = fakeSynthesis(online);
    const { view } = show("en", fake);
    await waitFor(() => expect(fake.watchers()).toBe(1));
    expect(view.container.textContent).toBe("");
  });

  it("is used only after the reader has agreed, who is asked once", async () => {
    const fake = fakeSynthesis(online);
    const { view } = show("en", fake, { allowService: true });
    const listen = await view.findByRole("button", { name: "Listen" });
    fireEvent.click(listen);
    const question = view.getByRole("alertdialog");
    expect(question.textContent).toContain("The text is sent there.");
    expect(document.activeElement?.textContent).toBe("Cancel");
    fireEvent.click(view.getByRole("button", { name: "Cancel" }));
    expect(view.queryByRole("alertdialog")).toBeNull();
    expect(document.activeElement).toBe(listen);
    expect(fake.texts()).toEqual([]);

    fireEvent.click(listen);
    fireEvent.click(view.getByRole("button", { name: "Use the online service" }));
    expect(fake.texts()).toEqual(["One fish."]);
    fireEvent.click(listen);
    fireEvent.click(listen);
    expect(view.queryByRole("alertdialog")).toBeNull();
    expect(fake.saying()).toBe("One fish.");
  });
});

it("says so when the voice breaks, where everybody can see it", async () => {
  const fake = fakeSynthesis(voice("A", "en-US"));
  const { view } = show("en", fake);
  fireEvent.click(await view.findByRole("button", { name: "Listen" }));
  const status = view.getByRole("status");
  expect(status.className).toBe("visually-hidden");
  fake.fail("failed");
  expect(status.textContent).toBe("The voice stopped working. Please try again.");
  expect(status.className).toBe("");
});

it("changes its speed", async () => {
  const fake = fakeSynthesis(voice("A", "en-US"));
  const { view } = show("en", fake);
  fireEvent.click(await view.findByRole("button", { name: "Listen" }));
  const speed = view.getByRole("combobox", { name: "Speed" }) as HTMLSelectElement;
  expect(speed.value).toBe("1");
  fireEvent.change(speed, { target: { value: "1.25" } });
  expect(fake.rates()).toEqual([1, 1.25]);
});

it("falls silent when it goes, or is given another text", async () => {
  const fake = fakeSynthesis(voice("A", "en-US"));
  const { view, change } = show("en", fake);
  fireEvent.click(await view.findByRole("button", { name: "Listen" }));
  change("Red fish.");
  expect(fake.saying()).toBeUndefined();
  await loaded();
  const listen = view.getByRole("button", { name: "Listen" });
  expect(listen.getAttribute("aria-pressed")).toBe("false");
  fireEvent.click(listen);
  expect(fake.saying()).toBe("Red fish.");
  view.unmount();
  expect(fake.saying()).toBeUndefined();
  await waitFor(() => expect(fake.watchers()).toBe(0));
});
