import { useMemo } from "preact/hooks";
import type { Locale } from "../../domain/locale";
import { useWording } from "../strings/context";
import { loadSpeechStrings } from "../strings/load-speech-strings";
import { loadSpeechStyles } from "./load-styles";
import type { Synthesis } from "./synthesis";
import { useLoaded } from "./use-loaded";

export interface ReadAloudProps {
  readonly text: string;
  /** Language of the text. */
  readonly lang: string;
  /** Whether a voice may be used that is not on the device; the reader is asked before. */
  readonly allowService?: boolean;
  /**
   * The sentence that is being spoken, as a half-open range of UTF-16 offsets into the text; `undefined` once there is
   * none. Whoever shows the text marks it.
   */
  readonly onSentence?: (range: readonly [start: number, end: number] | undefined) => void;
  /** The browser's, unless another is given. */
  readonly synthesis?: Synthesis;
}

/** "Listen" beside a text. Nothing where the browser has no voice for it; what it needs comes when it is first shown. */
export function ReadAloud(props: ReadAloudProps) {
  const { locale } = useWording();
  const possible = props.synthesis !== undefined || "speechSynthesis" in globalThis;
  const parts = useLoaded(useMemo(() => (possible ? () => load(locale) : undefined), [possible, locale]));
  if (!parts) return null;
  const [{ ListenToText }, words] = parts;
  return <ListenToText {...props} words={words} />;
}

function load(locale: Locale) {
  void loadSpeechStyles();
  return Promise.all([import("./listen-to-text"), loadSpeechStrings(locale)]);
}
