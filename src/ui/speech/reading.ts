import type { Synthesis, Voice } from "./synthesis";

export type ReadingState = "idle" | "reading" | "paused";

/** Why a reading is over. */
export type ReadingEnd = "finished" | "stopped" | "failed";

export interface ReadingEvents {
  /** @param end why, when it has become idle */
  onState(state: ReadingState, end?: ReadingEnd): void;
  /** The text that is being spoken, by its place in the list; `undefined` once there is none. */
  onText(index: number | undefined): void;
}

/** Speaks a list of texts one after the other. Only one reading of a page speaks at a time. */
export interface Reading {
  start(texts: readonly string[], voice: Voice): void;
  /** Falls silent; going on begins with the text that was interrupted. */
  pause(): void;
  goOn(): void;
  stop(): void;
  /** From now on; what is being spoken begins again. */
  setRate(rate: number): void;
}

const OTHERS_STOP = "ph-speech";

/** Ends every reading on the page: another one begins, or somebody is about to dictate. */
export function stopReadings(): void {
  document.dispatchEvent(new Event(OTHERS_STOP));
}

export function createReading(synthesis: Synthesis, { onState, onText }: ReadingEvents): Reading {
  let state: ReadingState = "idle";
  let texts: readonly string[] = [];
  let voice: Voice | undefined;
  let at = 0;
  let rate = 1;
  // Raised with every word to the voice, so that what comes late from an earlier one is not heeded.
  let turn = 0;
  let listening: AbortController | undefined;

  function become(next: ReadingState, end?: ReadingEnd): void {
    state = next;
    onState(next, end);
  }

  function speak(): void {
    const text = texts[at];
    if (text === undefined || !voice) {
      finish("finished");
      return;
    }
    turn += 1;
    const mine = turn;
    onText(at);
    synthesis.speak({
      text,
      voice,
      rate,
      onEnd() {
        if (mine !== turn) return;
        at += 1;
        speak();
      },
      onSilence(reason) {
        if (mine === turn) finish(reason === "interrupted" ? "stopped" : "failed");
      },
    });
  }

  function hush(): void {
    turn += 1;
    synthesis.cancel();
  }

  function finish(end: ReadingEnd): void {
    turn += 1;
    listening?.abort();
    onText(undefined);
    become("idle", end);
  }

  function stop(): void {
    if (state === "idle") return;
    hush();
    finish("stopped");
  }

  function listen(): void {
    listening = new AbortController();
    const { signal } = listening;
    document.addEventListener(
      "keydown",
      (event) => {
        if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
        // One thing at a time: what else Escape would close stays open.
        event.preventDefault();
        stop();
      },
      { signal },
    );
    document.addEventListener(OTHERS_STOP, stop, { signal });
    // The voice is the browser's: it would speak on after the page has gone.
    addEventListener("pagehide", stop, { signal });
  }

  return {
    start(given, by) {
      stopReadings();
      [texts, voice, at] = [given, by, 0];
      listen();
      become("reading");
      speak();
    },
    pause() {
      if (state !== "reading") return;
      hush();
      become("paused");
    },
    goOn() {
      if (state !== "paused") return;
      become("reading");
      speak();
    },
    stop,
    setRate(next) {
      rate = next;
      if (state !== "reading") return;
      hush();
      speak();
    },
  };
}
