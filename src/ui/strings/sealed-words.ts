import { interfaceLocale, type Locale } from "../../domain/locale";
import { type SealedStrings, sealedEn } from "./sealed-en";
import { sealedZh } from "./sealed-zh";

export type { SealedStrings } from "./sealed-en";

/** Both languages at once: for the build. In the browser use `loadSealedStrings`. */
export function sealedStringsFor(locale: Locale): SealedStrings {
  return interfaceLocale(locale) === "zh" ? sealedZh : sealedEn;
}
