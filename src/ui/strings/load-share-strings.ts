import { interfaceLocale, type Locale } from "../../domain/locale";
import type { ShareStrings } from "./share-en";

/** The words about sharing, in one language, fetched when first needed. */
export async function loadShareStrings(locale: Locale): Promise<ShareStrings> {
  return interfaceLocale(locale) === "zh" ? (await import("./share-zh")).shareZh : (await import("./share-en")).shareEn;
}
