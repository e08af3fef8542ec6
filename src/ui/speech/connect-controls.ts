import { createReading, type ReadingEnd, type ReadingState } from "./reading";
import type { Synthesis, Voice } from "./synthesis";

/** What the controls read aloud. */
export interface ReadingSource {
  /** The texts, in order; asked for when reading begins. */
  texts(): readonly string[];
  /** The voice, if there is one just then. */
  voice(): Voice | undefined;
  /** See `ReadingEvents.onText`. */
  onText(index: number | undefined): void;
}

/**
 * Brings the HTML of `ListenControls` to life. A voice that is not on the device is used only after the reader has agreed
 * to it.
 *
 * @returns a function that stops the voice and lets go of the element
 */
export function connectControls(root: HTMLElement, synthesis: Synthesis, source: ReadingSource): () => void {
  const part = <E extends HTMLElement = HTMLElement>(name: string) =>
    root.querySelector<E>(`[data-speech="${name}"]`) as E;
  const [listen, bar, ask, status] = [part("listen"), part("bar"), part("ask"), part("status")];
  const rate = part<HTMLSelectElement>("rate");
  let state: ReadingState = "idle";
  let agreed = false;

  const reading = createReading(synthesis, { onState: show, onText: source.onText });

  function show(next: ReadingState, end?: ReadingEnd): void {
    state = next;
    listen.setAttribute("aria-pressed", String(state !== "idle"));
    // The keyboard goes on from the button that brings the others back.
    if (state === "idle" && bar.contains(document.activeElement)) listen.focus({ preventScroll: true });
    bar.hidden = state === "idle";
    for (const words of bar.querySelectorAll<HTMLElement>("[data-when]")) words.hidden = words.dataset.when !== state;
    status.classList.toggle("visually-hidden", end !== "failed");
    status.textContent = (state === "paused" ? status.dataset.paused : end && status.dataset[end]) ?? "";
  }

  function begin(): void {
    const voice = source.voice();
    if (!voice) {
      show("idle", "failed");
      return;
    }
    if (!voice.localService && !agreed) {
      ask.hidden = false;
      part("decline").focus();
      return;
    }
    reading.start(source.texts(), voice);
  }

  function closeQuestion(): void {
    ask.hidden = true;
    listen.focus({ preventScroll: true });
  }

  const doings: Readonly<Record<string, () => void>> = {
    listen: () => (state === "idle" ? begin() : reading.stop()),
    pause: () => (state === "reading" ? reading.pause() : reading.goOn()),
    stop: () => reading.stop(),
    agree() {
      agreed = true;
      closeQuestion();
      begin();
    },
    decline: closeQuestion,
  };
  const onClick = ({ target }: Event) => {
    const name =
      target instanceof Element ? target.closest<HTMLElement>("button[data-speech]")?.dataset.speech : undefined;
    if (name !== undefined) doings[name]?.();
  };
  const onRate = () => reading.setRate(Number(rate.value));

  root.addEventListener("click", onClick);
  rate.addEventListener("change", onRate);
  return () => {
    root.removeEventListener("click", onClick);
    rate.removeEventListener("change", onRate);
    reading.stop();
  };
}
