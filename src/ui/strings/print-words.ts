import { interfaceLocale, type Locale } from "../../domain/locale";
import { type PrintStrings, printEn } from "./print-en";
import { printZh } from "./print-zh";

export type { PrintStrings } from "./print-en";

/** Both languages at once: for the build. In the browser use `loadPrintStrings`. */
export function printStringsFor(locale: Locale): PrintStrings {
  return interfaceLocale(locale) === "zh" ? printZh : printEn;
}
