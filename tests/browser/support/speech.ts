import type { BrowserContext, Page } from "playwright-core";

/** A voice as the page sees it. */
export interface VoiceOnPage {
  readonly name: string;
  readonly lang: string;
  readonly localService: boolean;
  readonly default: boolean;
}

interface SpeechOnPage {
  /** Texts so far, in order. */
  readonly spoken: string[];
  /** Says that the current text has been spoken. */
  end(): void;
  setVoices(voices: readonly VoiceOnPage[]): void;
}

interface DictationOnPage {
  /** What each recogniser that has been started was told. */
  readonly started: { readonly lang: string; readonly processLocally: boolean }[];
  /** The one started last hears something and has done. */
  hear(text: string): void;
}

type FakePage = Window & { speechOnPage: SpeechOnPage; dictationOnPage: DictationOnPage };

export function localVoice(lang: string, parts: Partial<VoiceOnPage> = {}): VoiceOnPage {
  return { name: `Voice of ${lang}`, lang, localService: true, default: false, ...parts };
}

/** Gives every page a voice that speaks when the test says so: headless browsers have none. Call before the first visit. */
export async function useVoices(context: BrowserContext, ...voices: readonly VoiceOnPage[]): Promise<void> {
  await context.addInitScript((first) => {
    let there: readonly unknown[] = first;
    let current: SpeechSynthesisUtterance | undefined;
    const spoken: string[] = [];
    class Utterance {
      constructor(readonly text: string) {}
    }
    class Synthesis extends EventTarget {
      readonly paused = false;
      getVoices() {
        return there;
      }
      speak(utterance: SpeechSynthesisUtterance) {
        current = utterance;
        spoken.push(utterance.text);
      }
      cancel() {
        const silenced = current;
        current = undefined;
        sessionStorage.setItem("silenced", location.pathname);
        setTimeout(() => silenced?.onerror?.({ error: "interrupted" } as SpeechSynthesisErrorEvent));
      }
      resume() {}
    }
    const synthesis = new Synthesis();
    Object.defineProperty(window, "speechSynthesis", { value: synthesis });
    Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
    (window as unknown as FakePage).speechOnPage = {
      spoken,
      end() {
        const ended = current;
        current = undefined;
        ended?.onend?.(new Event("end") as SpeechSynthesisEvent);
      },
      setVoices(voices) {
        there = voices;
        synthesis.dispatchEvent(new Event("voiceschanged"));
      },
    };
  }, voices);
}

/** What has been spoken on the page so far. */
export function spokenOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (window as unknown as FakePage).speechOnPage.spoken);
}

/** The words that the browser marks as being spoken, without the numbers of footnotes. */
export function markedOn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const [range] = CSS.highlights.get("ph-spoken") ?? [];
    const marked = (range as Range | undefined)?.cloneContents();
    for (const number of marked?.querySelectorAll("[data-footnote-ref]") ?? []) number.remove();
    return marked?.textContent ?? "";
  });
}

/** The current text has been spoken. */
export async function endText(page: Page): Promise<void> {
  await page.evaluate(() => (window as unknown as FakePage).speechOnPage.end());
}

export async function setVoices(page: Page, ...voices: readonly VoiceOnPage[]): Promise<void> {
  await page.evaluate((next) => (window as unknown as FakePage).speechOnPage.setVoices(next), voices);
}

/**
 * Gives every page a recogniser that hears what the test says. Call before the first visit.
 *
 * @param onDevice what it can do on the device, by language
 */
export async function useRecognition(
  context: BrowserContext,
  onDevice: Readonly<Record<string, string>>,
): Promise<void> {
  await context.addInitScript((known) => {
    const started: { lang: string; processLocally: boolean }[] = [];
    let current: Recogniser | undefined;
    const has = { ...known };
    class Recogniser extends EventTarget {
      lang = "";
      declare processLocally: boolean;
      static async available({ langs }: { langs: readonly string[] }) {
        return has[langs[0] ?? ""] ?? "unavailable";
      }
      static async install({ langs }: { langs: readonly string[] }) {
        has[langs[0] ?? ""] = "available";
        return true;
      }
      start() {
        current = this;
        started.push({ lang: this.lang, processLocally: this.processLocally });
      }
      stop() {
        this.dispatchEvent(new Event("end"));
      }
    }
    Recogniser.prototype.processLocally = false;
    Object.defineProperty(window, "SpeechRecognition", { value: Recogniser });
    (window as unknown as FakePage).dictationOnPage = {
      started,
      hear(text) {
        current?.dispatchEvent(Object.assign(new Event("result"), { results: [[{ transcript: text }]] }));
        current?.dispatchEvent(new Event("end"));
      },
    };
  }, onDevice);
}

/** What the recognisers of the page were told when they were started. */
export function startedOn(page: Page): Promise<DictationOnPage["started"]> {
  return page.evaluate(() => (window as unknown as FakePage).dictationOnPage.started);
}

/** Somebody says something to the page. */
export async function say(page: Page, text: string): Promise<void> {
  await page.evaluate((heard) => (window as unknown as FakePage).dictationOnPage.hear(heard), text);
}
