import { htmlLang, type Locale } from "../domain/locale";

const collators = new Map<Locale, Intl.Collator>();

/** Sorts titles as readers of a language expect. A tag that no one registered sorts like the system does. */
export function collatorFor(locale: Locale): Intl.Collator {
  const known = collators.get(locale);
  if (known) return known;
  const collator = new Intl.Collator(isLanguageTag(locale) ? htmlLang(locale) : undefined, { numeric: true });
  collators.set(locale, collator);
  return collator;
}

function isLanguageTag(locale: Locale): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length > 0;
  } catch {
    return false;
  }
}
