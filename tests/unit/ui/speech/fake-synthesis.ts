import type { SilenceReason, Synthesis, Utterance, Voice } from "../../../../src/ui/speech/synthesis";

export function voice(name: string, lang: string, parts: Partial<Voice> = {}): Voice {
  return { name, lang, localService: true, default: false, ...parts };
}

/** A voice that speaks when the test says so. */
export function fakeSynthesis(...voices: readonly Voice[]) {
  let there = voices;
  let callbacks: (() => void)[] = [];
  let current: Utterance | undefined;
  const spoken: Utterance[] = [];
  const synthesis: Synthesis = {
    voices: () => there,
    onVoices(callback) {
      callbacks.push(callback);
      return () => {
        callbacks = callbacks.filter((other) => other !== callback);
      };
    },
    speak(utterance) {
      current = utterance;
      spoken.push(utterance);
    },
    cancel() {
      const silenced = current;
      current = undefined;
      // Browsers tell it late.
      queueMicrotask(() => silenced?.onSilence("interrupted"));
    },
  };
  return {
    synthesis,
    /** Every utterance so far. */
    texts: () => spoken.map(({ text }) => text),
    rates: () => spoken.map(({ rate }) => rate),
    voiceOf: (index: number) => spoken[index]?.voice.name,
    /** What is being said just now. */
    saying: () => current?.text,
    end() {
      const ended = current;
      current = undefined;
      ended?.onEnd();
    },
    fail(reason: SilenceReason) {
      const silenced = current;
      current = undefined;
      silenced?.onSilence(reason);
    },
    setVoices(...next: readonly Voice[]) {
      there = next;
      for (const callback of callbacks) callback();
    },
    watchers: () => callbacks.length,
  };
}
