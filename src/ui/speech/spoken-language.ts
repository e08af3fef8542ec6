/** A language as it is spoken: tags in every spelling that systems use, with script and region filled in. */
export interface SpokenLanguage {
  /** `zh` for Mandarin, `yue` for Cantonese. */
  readonly language: string;
  readonly script: string;
  readonly region: string;
}

/** Reads `zh-CN`, `zh_CN_#Hans`, `cmn-Hans-CN`, `en_GB`; `undefined` for what is no tag. */
export function spokenLanguage(tag: string): SpokenLanguage | undefined {
  const subtags = tag.split(/[^A-Za-z0-9]+/);
  // What stands behind the region may be in no order that a tag allows.
  for (const candidate of [subtags.join("-"), subtags.slice(0, 2).join("-")]) {
    try {
      const { language, script = "", region = "" } = new Intl.Locale(candidate).maximize();
      const cantonese = language === "zh" && (region === "HK" || region === "MO");
      return { language: cantonese ? "yue" : language, script, region };
    } catch {
      // Not a tag: on to the shorter one.
    }
  }
  return undefined;
}

/**
 * Tags with a region for a page's language, best first: the page's own, those the reader has told the browser, then the
 * region where most people speak it (`en` -> `en-US`, `zh` -> `zh-CN`).
 *
 * @param preferred the reader's languages, best first
 */
export function regionalTags(
  lang: string,
  preferred: readonly string[] = globalThis.navigator?.languages ?? [],
): string[] {
  const wanted = spokenLanguage(lang);
  if (!wanted) return [];
  const hasRegion = /[-_](?:[A-Za-z]{2}|\d{3})(?![A-Za-z0-9])/.test(lang);
  const own = hasRegion ? [lang] : [];
  const readers = preferred.filter((tag) => {
    const other = spokenLanguage(tag);
    return other?.language === wanted.language && other.script === wanted.script;
  });
  const tags = [...own, ...readers, `${wanted.language}-${wanted.script}`].flatMap((tag) => {
    const spoken = spokenLanguage(tag);
    return spoken ? [`${spoken.language === "yue" ? "zh" : spoken.language}-${spoken.region}`] : [];
  });
  return [...new Set(tags)];
}
