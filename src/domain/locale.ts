/** A content language as the author names it: the folder name and the first part of every URL (`en`, `zh`, `pt-BR`). */
export type Locale = string;

/** A text that may differ by language. A plain string serves every language. */
export type LocalizedText = string | Readonly<Record<Locale, string>>;

/** Languages whose interface strings ship with the product. Others read the English interface. */
export const INTERFACE_LOCALES = ["en", "zh"] as const;
export type InterfaceLocale = (typeof INTERFACE_LOCALES)[number];

/** The interface language that serves a content language (`zh-Hant` -> `zh`, `fr` -> `en`). */
export function interfaceLocale(locale: Locale): InterfaceLocale {
  const primary = locale.toLowerCase().split("-")[0];
  return primary === "zh" ? "zh" : "en";
}

/** The value of `<html lang>`: browsers choose Han glyph shapes by region, so a bare `zh` gets one. */
export function htmlLang(locale: Locale): string {
  return locale.toLowerCase() === "zh" ? "zh-CN" : locale;
}

/** The text for a language; falls back to the language without region, then to any text there is. */
export function localized(text: LocalizedText, locale: Locale): string {
  if (typeof text === "string") return text;
  const primary = locale.split("-")[0] ?? locale;
  return text[locale] ?? text[primary] ?? Object.values(text)[0] ?? "";
}
