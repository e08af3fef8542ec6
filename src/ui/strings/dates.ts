import { interfaceLocale, type Locale } from "../../domain/locale";

/** The language in which dates and numbers stand next to interface words: the content's own, when the interface speaks it. */
export function formatLocale(locale: Locale): string {
  const ui = interfaceLocale(locale);
  return locale.toLowerCase().split("-")[0] === ui ? locale : ui;
}

/** A calendar date (`YYYY-MM-DD`) in words; what is no date comes back as it is. */
export function formatDate(date: string, locale: Locale, month: "long" | "short" = "short"): string {
  const at = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return date;
  // A calendar date has no time zone: both ends in UTC, or readers in the west see the day before.
  return new Intl.DateTimeFormat(formatLocale(locale), {
    year: "numeric",
    month: interfaceLocale(locale) === "zh" ? "long" : month,
    day: "numeric",
    timeZone: "UTC",
  }).format(at);
}

/** A language's name in itself: `English`, `简体中文`. */
export function languageName(locale: Locale): string {
  const tag = locale.toLowerCase() === "zh" ? "zh-Hans" : locale;
  try {
    const name = new Intl.DisplayNames([tag], { type: "language", languageDisplay: "standard" }).of(tag) ?? locale;
    if (tag === "zh-Hans") return "简体中文";
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  } catch {
    return locale;
  }
}

/** A language's name in another one: `Chinese` in English, `英文` in Chinese. */
export function languageIn(language: Locale, locale: Locale): string {
  const reader = formatLocale(locale);
  try {
    const name = new Intl.DisplayNames([reader], { type: "language" }).of(language) ?? language;
    // What is written, not what is spoken.
    return interfaceLocale(reader) === "zh" ? name.replace(/语$/, "文") : name;
  } catch {
    return language;
  }
}
