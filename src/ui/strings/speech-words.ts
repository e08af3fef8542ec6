import { type InterfaceLocale, interfaceLocale, type Locale } from "../../domain/locale";
import { type SpeechStrings, speechEn } from "./speech-en";
import { speechZh } from "./speech-zh";

const catalogue: Readonly<Record<InterfaceLocale, SpeechStrings>> = { en: speechEn, zh: speechZh };

/** Both languages at once: for the build. In the browser use `loadSpeechStrings`. */
export function speechStringsFor(locale: Locale): SpeechStrings {
  return catalogue[interfaceLocale(locale)];
}
