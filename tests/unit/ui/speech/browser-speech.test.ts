import { afterEach, describe, expect, it, vi } from "vitest";
import { browserRecognition } from "../../../../src/ui/speech/recognition";
import { browserSynthesis } from "../../../../src/ui/speech/synthesis";
import { whenVoices } from "../../../../src/ui/speech/when-voices";

afterEach(() => {
  vi.unstubAllGlobals();
});

const options = (parts = {}) => ({ lang: "en-US", onDevice: true, onText: vi.fn(), onEnd: vi.fn(), ...parts });

/** A recogniser as browsers have them. */
function stubRecognition(members: object = {}, statics: object = {}, name = "SpeechRecognition") {
  const made: FakeRecogniser[] = [];
  class FakeRecogniser extends EventTarget {
    lang = "";
    continuous = true;
    interimResults = false;
    start = vi.fn();
    stop = vi.fn();
    constructor() {
      super();
      made.push(this);
    }
  }
  Object.assign(FakeRecogniser.prototype, members);
  vi.stubGlobal(name, Object.assign(FakeRecogniser, statics));
  vi.stubGlobal("isSecureContext", true);
  return made;
}

describe("recognition", () => {
  it("is not there without a recogniser, nor over plain http", () => {
    expect(browserRecognition()).toBeUndefined();
    stubRecognition();
    expect(browserRecognition()).toBeDefined();
    vi.stubGlobal("isSecureContext", false);
    expect(browserRecognition()).toBeUndefined();
  });

  it("asks for one language on the device alone", async () => {
    const available = vi.fn(async (): Promise<string> => "downloadable");
    const install = vi.fn(async (): Promise<boolean> => true);
    stubRecognition({ processLocally: false }, { available, install });
    const recognition = browserRecognition()!;
    expect(await recognition.onDevice("zh-CN")).toBe("downloadable");
    expect(await recognition.install("zh-CN")).toBe(true);
    const asked = { langs: ["zh-CN"], processLocally: true };
    expect(available).toHaveBeenCalledWith(asked);
    expect(install).toHaveBeenCalledWith(asked);
  });

  it.each([
    ["cannot say", {}, {}],
    ["would not heed the wish", {}, { available: async (): Promise<string> => "available" }],
    [
      "refuses to say",
      { processLocally: false },
      { available: async (): Promise<string> => Promise.reject(new Error("policy")) },
    ],
  ])("on the device is out of reach where the browser %s", async (_, members, statics) => {
    stubRecognition(members, statics);
    expect(await browserRecognition()!.onDevice("en-US")).toBe("unavailable");
    expect(await browserRecognition()!.install("en-US")).toBe(false);
  });

  it("listens until a pause, hands over everything heard so far, and ends once", () => {
    const made = stubRecognition({ processLocally: false });
    const listening = options();
    const stop = browserRecognition()!.listen(listening);
    const [recogniser] = made;
    expect(recogniser).toMatchObject({ lang: "en-US", continuous: false, interimResults: true, processLocally: true });
    expect(recogniser?.start).toHaveBeenCalledOnce();
    const results = [[{ transcript: "where is" }, { transcript: "wear is" }], [{ transcript: " my order" }]];
    recogniser?.dispatchEvent(Object.assign(new Event("result"), { results }));
    expect(listening.onText).toHaveBeenCalledWith("where is my order");
    recogniser?.dispatchEvent(Object.assign(new Event("error"), { error: "no-speech" }));
    expect(listening.onEnd).not.toHaveBeenCalled();
    recogniser?.dispatchEvent(new Event("end"));
    expect(listening.onEnd.mock.calls).toEqual([["no-speech"]]);
    stop();
    expect(recogniser?.stop).toHaveBeenCalledOnce();
  });

  it("asks for the device only when told to, under the older name too", () => {
    const made = stubRecognition({ processLocally: false }, {}, "webkitSpeechRecognition");
    browserRecognition()!.listen(options({ onDevice: false }));
    expect((made[0] as { processLocally?: boolean }).processLocally).toBe(false);
  });

  it("that cannot start has failed", () => {
    const listening = options();
    const made = stubRecognition();
    vi.stubGlobal(
      "SpeechRecognition",
      class extends (globalThis as unknown as { SpeechRecognition: new () => EventTarget }).SpeechRecognition {
        start = () => {
          throw new Error("already started");
        };
      },
    );
    browserRecognition()!.listen(listening);
    expect(made).toHaveLength(1);
    expect(listening.onEnd.mock.calls).toEqual([["failed"]]);
  });
});

describe("synthesis", () => {
  class FakeUtterance {
    voice: unknown;
    lang = "";
    rate = 0;
    onend = () => undefined;
    onerror = (_: { error: string }) => undefined;
    constructor(readonly text: string) {}
  }

  function stubSynthesis(parts: object = {}) {
    const synthesis = {
      paused: false,
      getVoices: () => [{ name: "A", lang: "en-US", localService: true, default: true }],
      speak: vi.fn<(utterance: FakeUtterance) => void>(),
      cancel: vi.fn(),
      resume: vi.fn(),
      ...parts,
    };
    vi.stubGlobal("speechSynthesis", synthesis);
    vi.stubGlobal("SpeechSynthesisUtterance", FakeUtterance);
    return synthesis;
  }

  it("is not there in browsers that cannot speak", () => {
    expect(browserSynthesis()).toBeUndefined();
  });

  it("speaks with the voice, its language and the speed", () => {
    const fake = stubSynthesis();
    const synthesis = browserSynthesis()!;
    const [voice] = synthesis.voices();
    synthesis.speak({ text: "Hello.", voice: voice!, rate: 1.25, onEnd: vi.fn(), onSilence: vi.fn() });
    expect(fake.speak.mock.calls[0]?.[0]).toMatchObject({ text: "Hello.", voice, lang: "en-US", rate: 1.25 });
    expect(fake.resume).not.toHaveBeenCalled();
    synthesis.cancel();
    expect(fake.cancel).toHaveBeenCalledOnce();
  });

  it("takes the browser out of a pause that another page left", () => {
    const fake = stubSynthesis({ paused: true });
    const synthesis = browserSynthesis()!;
    synthesis.speak({ text: "Hello.", voice: synthesis.voices()[0]!, rate: 1, onEnd: vi.fn(), onSilence: vi.fn() });
    expect(fake.resume).toHaveBeenCalledOnce();
  });

  it.each([
    ["interrupted", "interrupted"],
    ["canceled", "interrupted"],
    ["synthesis-failed", "failed"],
    ["not-allowed", "failed"],
  ])("%s means %s", (error, reason) => {
    const fake = stubSynthesis();
    const synthesis = browserSynthesis()!;
    const onSilence = vi.fn();
    synthesis.speak({ text: "Hello.", voice: synthesis.voices()[0]!, rate: 1, onEnd: vi.fn(), onSilence });
    fake.speak.mock.calls[0]?.[0].onerror({ error });
    expect(onSilence.mock.calls).toEqual([[reason]]);
  });

  it("tells of voices that come, where the browser does", () => {
    const callback = vi.fn();
    stubSynthesis();
    browserSynthesis()!.onVoices(callback)();
    const events = new EventTarget();
    stubSynthesis({
      addEventListener: events.addEventListener.bind(events),
      removeEventListener: events.removeEventListener.bind(events),
    });
    const end = browserSynthesis()!.onVoices(callback);
    events.dispatchEvent(new Event("voiceschanged"));
    expect(callback).toHaveBeenCalledOnce();
    end();
    events.dispatchEvent(new Event("voiceschanged"));
    expect(callback).toHaveBeenCalledOnce();
  });
});

describe("waiting for voices", () => {
  function stubVoices(count: number) {
    const synthesis = Object.assign(new EventTarget(), { count, getVoices: () => Array(synthesis.count).fill({}) });
    vi.stubGlobal("speechSynthesis", synthesis);
    return synthesis;
  }

  it("is over at once where there are some, and never begins in a browser that cannot speak", () => {
    const run = vi.fn();
    whenVoices(run);
    expect(run).not.toHaveBeenCalled();
    stubVoices(2);
    whenVoices(run);
    expect(run).toHaveBeenCalledOnce();
  });

  it("goes on until some are there, and ends then", () => {
    const run = vi.fn();
    const synthesis = stubVoices(0);
    whenVoices(run);
    synthesis.dispatchEvent(new Event("voiceschanged"));
    expect(run).not.toHaveBeenCalled();
    synthesis.count = 1;
    synthesis.dispatchEvent(new Event("voiceschanged"));
    synthesis.dispatchEvent(new Event("voiceschanged"));
    expect(run).toHaveBeenCalledOnce();
  });

  it("is given up where a browser tells nothing of voices", () => {
    const run = vi.fn();
    vi.stubGlobal("speechSynthesis", { getVoices: () => [] });
    whenVoices(run);
    expect(run).not.toHaveBeenCalled();
  });
});
