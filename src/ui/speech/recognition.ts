/** Whether a language can be recognised on the device, as browsers say it. */
export type Availability = "available" | "downloadable" | "downloading" | "unavailable";

/** Why nothing more will be recognised; the names are those of the Web Speech API, which may grow. */
export type RecognitionError = string;

export interface ListenOptions {
  /** With a region: `en-US`. */
  readonly lang: string;
  /** Recognise on the device or not at all. */
  readonly onDevice: boolean;
  /** Everything that has been heard so far. What was heard last may still change. */
  onText(text: string): void;
  /** Called once, last of all. */
  onEnd(error?: RecognitionError): void;
}

/** Turns speech into text, until the speaker pauses. */
export interface Recognition {
  /** Whether and how it can be done on the device. Never rejects. */
  onDevice(lang: string): Promise<Availability>;
  /** Has the browser download what it needs for that. Never rejects. @returns whether it is there now */
  install(lang: string): Promise<boolean>;
  /** @returns a function that stops listening; what was heard until then still comes */
  listen(options: ListenOptions): () => void;
}

/** The parts of `SpeechRecognition` used here; TypeScript's library does not have it. */
interface Recogniser extends EventTarget {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  processLocally?: boolean;
  start(): void;
  stop(): void;
}

interface RecogniserClass {
  new (): Recogniser;
  readonly prototype: Recogniser;
  available?(options: LanguageOptions): Promise<Availability>;
  install?(options: LanguageOptions): Promise<boolean>;
}

interface LanguageOptions {
  readonly langs: readonly string[];
  readonly processLocally: boolean;
}

interface ResultEvent extends Event {
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>>;
}

/** The browser's own, or `undefined` where it has none; pages over plain http may not use the microphone. */
export function browserRecognition(): Recognition | undefined {
  const { SpeechRecognition, webkitSpeechRecognition } = globalThis as typeof globalThis & {
    readonly SpeechRecognition?: RecogniserClass;
    readonly webkitSpeechRecognition?: RecogniserClass;
  };
  const Recogniser = SpeechRecognition ?? webkitSpeechRecognition;
  if (!Recogniser || !isSecureContext) return undefined;
  const only = (lang: string): LanguageOptions => ({ langs: [lang], processLocally: true });
  return {
    async onDevice(lang) {
      // A browser that does not know the wish would quietly send the sound away.
      if (!Recogniser.available || !("processLocally" in Recogniser.prototype)) return "unavailable";
      return Recogniser.available(only(lang)).catch(() => "unavailable" as const);
    },
    async install(lang) {
      return (await Recogniser.install?.(only(lang)).catch(() => false)) ?? false;
    },
    listen: (options) => listen(new Recogniser(), options),
  };
}

function listen(recogniser: Recogniser, { lang, onDevice, onText, onEnd }: ListenOptions): () => void {
  let error: RecognitionError | undefined;
  recogniser.lang = lang;
  recogniser.continuous = false;
  recogniser.interimResults = true;
  if (onDevice) recogniser.processLocally = true;
  recogniser.addEventListener("result", (event) => {
    const { results } = event as ResultEvent;
    onText(Array.from(results, (alternatives) => alternatives[0]?.transcript ?? "").join(""));
  });
  recogniser.addEventListener("error", (event) => {
    error = (event as Event & { readonly error: RecognitionError }).error;
  });
  recogniser.addEventListener("end", () => onEnd(error));
  try {
    recogniser.start();
  } catch {
    onEnd("failed");
  }
  return () => recogniser.stop();
}
