import type { SiteConfig } from "../domain/config";
import type { Locale } from "../domain/locale";

/** Two-letter codes that a top folder may carry without any configuration. */
const KNOWN = new Set(
  "ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl no pl pt ro ru sk sl sr sv sw ta th tr uk ur vi zh".split(
    " ",
  ),
);

/** From this share of Han letters on a text is Chinese by itself. */
const MUCH_HAN = 0.3;

export interface LocaleSource {
  readonly path: string;
  readonly hanShare: number;
  /** Said in front matter. */
  readonly lang?: Locale | undefined;
}

export interface AssignedLocale {
  readonly locale: Locale;
  /** The path below the language folder, or the whole path where there is none. */
  readonly rest: string;
}

/**
 * Decides each document's language: by front matter, by its language folder, by a configuration that names
 * just one, else by its script. In a Chinese centre any Han makes a text Chinese: what else there is
 * in it may be commands and tables.
 */
export function assignLocales(
  sources: readonly LocaleSource[],
  config: Pick<SiteConfig, "locales" | "defaultLocale">,
): AssignedLocale[] {
  const folders = localeFolders(sources, config.locales);
  const chinese = config.locales.find((locale) => locale.toLowerCase().split("-")[0] === "zh") ?? "zh";
  const other = config.locales.find((locale) => locale !== chinese) ?? "en";
  const mostlyChinese = sources.filter((source) => source.hanShare >= MUCH_HAN).length * 2 > sources.length;
  return sources.map((source) => {
    const [top = "", ...below] = source.path.split("/");
    const folder = below.length > 0 ? folders.get(top) : undefined;
    if (folder !== undefined) return { locale: folder, rest: below.join("/") };
    const rest = source.path;
    if (source.lang !== undefined) return { locale: source.lang, rest };
    if (folders.size > 0 && config.defaultLocale !== "") return { locale: config.defaultLocale, rest };
    if (config.locales.length === 1) return { locale: config.locales[0]!, rest };
    const isChinese = mostlyChinese ? source.hanShare > 0 : source.hanShare >= MUCH_HAN;
    return { locale: isChinese ? chinese : other, rest };
  });
}

/**
 * Top folders that are languages. Configured languages always count; without configuration they count only
 * when every top folder with articles is a language, because `it/` may well be the IT department.
 */
function localeFolders(sources: readonly LocaleSource[], locales: readonly Locale[]): Map<string, Locale> {
  const tops = new Set(
    sources.filter((source) => source.path.includes("/")).map((source) => source.path.split("/")[0]!),
  );
  if (locales.length > 0) {
    const configured = new Map(locales.map((locale) => [locale.toLowerCase(), locale]));
    return new Map(
      [...tops].flatMap((top) => {
        const locale = configured.get(languageTag(top).toLowerCase());
        return locale === undefined ? [] : [[top, locale]];
      }),
    );
  }
  const all = [...tops];
  if (all.length === 0 || !all.every(looksLikeLocale)) return new Map();
  return new Map(all.map((top) => [top, languageTag(top)]));
}

/** Folders are also called `zh_CN`; language tags have hyphens. */
function languageTag(folder: string): Locale {
  return folder.replaceAll("_", "-");
}

function looksLikeLocale(folder: string): boolean {
  const [language = "", region, ...more] = languageTag(folder).split("-");
  if (!KNOWN.has(language.toLowerCase()) || more.length > 0) return false;
  return region === undefined || /^([a-z]{2}|hans|hant|latn|cyrl)$/i.test(region);
}
