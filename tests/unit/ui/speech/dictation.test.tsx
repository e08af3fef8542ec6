// @vitest-environment happy-dom
import { cleanup, fireEvent, render, waitFor } from "@testing-library/preact";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Dictation } from "../../../../src/ui/speech/dictation";
import { createReading } from "../../../../src/ui/speech/reading";
import { stringsFor } from "../../../../src/ui/strings/catalogue";
import { WordingContext } from "../../../../src/ui/strings/context";
import { speechStringsFor } from "../../../../src/ui/strings/speech-words";
import { fakeRecognition } from "./fake-recognition";
import { fakeSynthesis, voice } from "./fake-synthesis";

afterEach(cleanup);

function show(
  fake: ReturnType<typeof fakeRecognition>,
  {
    lang = "en-US",
    allowService = false,
    locale = "en",
  }: { lang?: string; allowService?: boolean; locale?: string } = {},
) {
  const onText = vi.fn();
  const view = render(
    <WordingContext.Provider value={{ t: stringsFor(locale), locale }}>
      <Dictation lang={lang} allowService={allowService} onText={onText} recognition={fake.recognition} />
    </WordingContext.Provider>,
  );
  return { view, onText };
}

const loaded = () => new Promise((done) => setTimeout(done, 100));

describe.each([
  ["en", "en-US", "where is my order"],
  ["zh", "zh-CN", "我的订单在哪里"],
] as const)("dictating in %s", (locale, lang, said) => {
  const words = speechStringsFor(locale);

  it("recognises on the device and hands over what was said, the last of it for good", async () => {
    const fake = fakeRecognition({ [lang]: "available" });
    const { view, onText } = show(fake, { lang, locale });
    const button = await view.findByRole("button", { name: words.dictate });
    fireEvent.click(button);
    expect(fake.last()).toMatchObject({ lang, onDevice: true });
    await waitFor(() => expect(button.getAttribute("aria-pressed")).toBe("true"));
    expect(view.getByRole("status").textContent).toBe(words.listening);
    fake.last().onText(said.slice(0, 2));
    fake.last().onText(said);
    fake.last().onEnd();
    expect(onText.mock.calls).toEqual([
      [said.slice(0, 2), false],
      [said, false],
      [said, true],
    ]);
    await waitFor(() => expect(button.getAttribute("aria-pressed")).toBe("false"));
    expect(view.getByRole("status").textContent).toBe("");
  });

  it("asks before the browser downloads what it needs", async () => {
    const fake = fakeRecognition({ [lang]: "downloadable" });
    const { view } = show(fake, { lang, locale });
    fireEvent.click(await view.findByRole("button", { name: words.dictate }));
    expect((await view.findByRole("alertdialog")).textContent).toContain(words.packOffer);
    expect(fake.installed).toEqual([]);
    fireEvent.click(view.getByRole("button", { name: words.packLoad }));
    await view.findByText(words.packReady);
    expect(fake.installed).toEqual([lang]);
    expect(fake.sessions).toEqual([]);
    fireEvent.click(view.getByRole("button", { name: words.dictate }));
    expect(fake.last()).toMatchObject({ lang, onDevice: true });
  });
});

it("a pack that does not come can be asked for again", async () => {
  const fake = fakeRecognition({ "en-US": "downloading" }, false);
  const { view } = show(fake);
  for (let time = 1; time <= 2; time++) {
    fireEvent.click(await view.findByRole("button", { name: "Dictate" }));
    fireEvent.click(await view.findByRole("button", { name: "Download" }));
    await view.findByText("The language pack could not be downloaded. Please try again later.");
    expect(fake.installed).toHaveLength(time);
  }
});

describe("where the device cannot do it", () => {
  it("there is no button", async () => {
    const { view } = show(fakeRecognition({}));
    await loaded();
    expect(view.container.textContent).toBe("");
  });

  it("nor is there one in a browser that recognises nothing, whatever the site allows", async () => {
    const view = render(
      <WordingContext.Provider value={{ t: stringsFor("en"), locale: "en" }}>
        <Dictation lang="en" allowService onText={() => undefined} />
      </WordingContext.Provider>,
    );
    await loaded();
    expect(view.container.textContent).toBe("");
  });

  it("a site may allow the browser's service, which is used once the reader has agreed", async () => {
    const fake = fakeRecognition({});
    const { view, onText } = show(fake, { allowService: true });
    const button = await view.findByRole("button", { name: "Dictate" });
    fireEvent.click(button);
    expect((await view.findByRole("alertdialog")).textContent).toContain("What you say is sent there");
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Cancel"));
    fireEvent.click(view.getByRole("button", { name: "Cancel" }));
    await waitFor(() => expect(view.queryByRole("alertdialog")).toBeNull());
    expect(document.activeElement).toBe(button);
    expect(fake.sessions).toEqual([]);

    fireEvent.click(button);
    fireEvent.click(await view.findByRole("button", { name: "Use the online service" }));
    expect(fake.last()).toMatchObject({ lang: "en-US", onDevice: false });
    fake.last().onText("hello");
    fake.last().onEnd();
    expect(onText).toHaveBeenLastCalledWith("hello", true);
    await waitFor(() => expect(button.getAttribute("aria-pressed")).toBe("false"));
    fireEvent.click(button);
    expect(fake.sessions).toHaveLength(2);
  });

  it("a download comes before a service", async () => {
    const fake = fakeRecognition({ "en-US": "downloadable" });
    const { view } = show(fake, { lang: "en-GB", allowService: true });
    fireEvent.click(await view.findByRole("button", { name: "Dictate" }));
    await view.findByRole("button", { name: "Download" });
  });
});

describe("when it fails", () => {
  it.each([
    ["no-speech", "Nothing was heard. Please try again."],
    ["audio-capture", "No microphone was found."],
    ["not-allowed", "This page may not use the microphone. You can allow it in your browser’s settings for this site."],
    ["network", "The browser’s service could not be reached. Check your connection, then try again."],
    ["language-not-supported", "Your browser cannot understand speech in this language."],
    ["bad-grammar", "Dictation stopped working. Please try again."],
    ["aborted", ""],
  ])("%s is told: %s", async (error, told) => {
    const fake = fakeRecognition({ "en-US": "available" });
    const { view, onText } = show(fake);
    fireEvent.click(await view.findByRole("button", { name: "Dictate" }));
    await view.findByText("Listening…");
    fake.last().onEnd(error);
    await waitFor(() => expect(view.getByRole("status").textContent).toBe(told));
    expect(onText).not.toHaveBeenCalled();
  });

  it("keeps what was heard until then", async () => {
    const fake = fakeRecognition({ "en-US": "available" });
    const { view, onText } = show(fake);
    fireEvent.click(await view.findByRole("button", { name: "Dictate" }));
    fake.last().onText("where is");
    fake.last().onEnd("network");
    expect(onText).toHaveBeenLastCalledWith("where is", true);
  });
});

it("stops when pressed again, and when it goes", async () => {
  const fake = fakeRecognition({ "en-US": "available" });
  const { view, onText } = show(fake);
  const button = await view.findByRole("button", { name: "Dictate" });
  fireEvent.click(button);
  await waitFor(() => expect(button.getAttribute("aria-pressed")).toBe("true"));
  fireEvent.click(button);
  expect(fake.stopped()).toBe(1);
  await waitFor(() => expect(button.getAttribute("aria-pressed")).toBe("false"));
  fireEvent.click(button);
  fake.last().onText("hello");
  onText.mockClear();
  view.unmount();
  await waitFor(() => expect(fake.stopped()).toBe(2));
  expect(onText).not.toHaveBeenCalled();
});

it("silences what is read aloud: the microphone would hear it", async () => {
  const aloud = fakeSynthesis(voice("A", "en-US"));
  const reading = createReading(aloud.synthesis, { onState: () => undefined, onText: () => undefined });
  reading.start(["One."], voice("A", "en-US"));
  const { view } = show(fakeRecognition({ "en-US": "available" }));
  fireEvent.click(await view.findByRole("button", { name: "Dictate" }));
  expect(aloud.saying()).toBeUndefined();
});
