import { interfaceLocale, type Locale } from "../../domain/locale";
import type { PrintStrings } from "./print-en";

/** The words about printing, in one language, fetched when first needed. */
export async function loadPrintStrings(locale: Locale): Promise<PrintStrings> {
  return interfaceLocale(locale) === "zh" ? (await import("./print-zh")).printZh : (await import("./print-en")).printEn;
}
