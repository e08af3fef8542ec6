/** What the interface needs to know of a voice; a browser's own voices have it. */
export type Voice = Pick<SpeechSynthesisVoice, "name" | "lang" | "localService" | "default">;

/** Why a voice fell silent before its end: somebody wanted it so, or it could not go on. */
export type SilenceReason = "interrupted" | "failed";

/** One text to be spoken. Exactly one of the callbacks is called, at most once. */
export interface Utterance {
  readonly text: string;
  readonly voice: Voice;
  /** 1 is the voice's own speed. */
  readonly rate: number;
  onEnd(): void;
  onSilence(reason: SilenceReason): void;
}

/**
 * Speaks. There is no pause: on Android pausing ends the utterance, so whoever wants one cancels, and speaks the
 * sentence again.
 */
export interface Synthesis {
  /** Those that are known so far; browsers may learn of them late. */
  voices(): readonly Voice[];
  /** Calls back when voices have come or gone. @returns a function that ends it */
  onVoices(callback: () => void): () => void;
  speak(utterance: Utterance): void;
  /** Silence, at once. */
  cancel(): void;
}

/** The browser's own, or `undefined` where it has none. */
export function browserSynthesis(): Synthesis | undefined {
  const synthesis = globalThis.speechSynthesis as SpeechSynthesis | undefined;
  if (!synthesis || typeof SpeechSynthesisUtterance === "undefined") return undefined;
  // Held here: Chrome forgets an utterance that nothing refers to, and its end is never told.
  let current: SpeechSynthesisUtterance | undefined;
  return {
    voices: () => synthesis.getVoices(),
    onVoices(callback) {
      // In older Safari the object is no event target; voices are there at once.
      synthesis.addEventListener?.("voiceschanged", callback);
      return () => synthesis.removeEventListener?.("voiceschanged", callback);
    },
    speak({ text, voice, rate, onEnd, onSilence }) {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice as SpeechSynthesisVoice;
      utterance.lang = voice.lang;
      utterance.rate = rate;
      utterance.onend = onEnd;
      utterance.onerror = ({ error }) =>
        onSilence(error === "interrupted" || error === "canceled" ? "interrupted" : "failed");
      current = utterance;
      // Another page may have left the one queue of the browser paused.
      if (synthesis.paused) synthesis.resume();
      synthesis.speak(current);
    },
    cancel() {
      current = undefined;
      synthesis.cancel();
    },
  };
}
