import { useMemo } from "preact/hooks";
import type { Locale } from "../../domain/locale";
import { useWording } from "../strings/context";
import { loadSpeechStrings } from "../strings/load-speech-strings";
import { loadSpeechStyles } from "./load-styles";
import type { Recognition } from "./recognition";
import { useLoaded } from "./use-loaded";

export interface DictationProps {
  /** Language that is spoken. */
  readonly lang: string;
  /** Whether the sound may be sent to the browser's own service; the reader is asked before. */
  readonly allowService: boolean;
  /**
   * Everything that was said since the button was pressed. It may change until `final`, which comes once, last; never
   * without a text.
   */
  readonly onText: (text: string, final: boolean) => void;
  /** The browser's, unless another is given. */
  readonly recognition?: Recognition;
}

/** "Dictate" beside a field. Nothing where it cannot be done as allowed; what it needs comes when it is first shown. */
export function Dictation(props: DictationProps) {
  const { locale } = useWording();
  const possible =
    props.recognition !== undefined || "SpeechRecognition" in globalThis || "webkitSpeechRecognition" in globalThis;
  const parts = useLoaded(useMemo(() => (possible ? () => load(locale) : undefined), [possible, locale]));
  if (!parts) return null;
  const [{ DictateButton }, words] = parts;
  return <DictateButton {...props} words={words} />;
}

function load(locale: Locale) {
  void loadSpeechStyles();
  return Promise.all([import("./dictate-button"), loadSpeechStrings(locale)]);
}
