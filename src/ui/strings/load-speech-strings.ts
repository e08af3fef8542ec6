import { interfaceLocale, type Locale } from "../../domain/locale";
import type { SpeechStrings } from "./speech-en";

/** The words for reading aloud and dictating, in one language, fetched when first needed. */
export async function loadSpeechStrings(locale: Locale): Promise<SpeechStrings> {
  return interfaceLocale(locale) === "zh"
    ? (await import("./speech-zh")).speechZh
    : (await import("./speech-en")).speechEn;
}
