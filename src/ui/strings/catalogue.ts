import { type InterfaceLocale, interfaceLocale, type Locale } from "../../domain/locale";
import { en, type Strings } from "./en";
import { zh } from "./zh";

export type { Strings } from "./en";

const catalogue: Readonly<Record<InterfaceLocale, Strings>> = { en, zh };

/** All interface languages at once: for the build. In the browser use {@link loadStrings}, which fetches one. */
export function stringsFor(locale: Locale): Strings {
  return catalogue[interfaceLocale(locale)];
}
