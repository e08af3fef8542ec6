import { interfaceLocale, type Locale } from "../../domain/locale";
import type { SealedStrings } from "./sealed-en";

/** The words about sealed articles, in one language, fetched when first needed. */
export async function loadSealedStrings(locale: Locale): Promise<SealedStrings> {
  return interfaceLocale(locale) === "zh"
    ? (await import("./sealed-zh")).sealedZh
    : (await import("./sealed-en")).sealedEn;
}
