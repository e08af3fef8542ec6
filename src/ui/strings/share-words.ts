import { interfaceLocale, type Locale } from "../../domain/locale";
import { type ShareStrings, shareEn } from "./share-en";
import { shareZh } from "./share-zh";

export type { ShareStrings } from "./share-en";

/** Both languages at once: for the build. In the browser use `loadShareStrings`. */
export function shareStringsFor(locale: Locale): ShareStrings {
  return interfaceLocale(locale) === "zh" ? shareZh : shareEn;
}
