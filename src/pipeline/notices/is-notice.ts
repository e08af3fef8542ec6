const NOTICE = /^(?:([^/]+)\/)?notices\/[^/]+$/;
const LANGUAGE = /^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i;

/**
 * Whether a file is a notice: it lies in `notices/`, at the top or right below a language folder. Deeper ones, and
 * those of a section that is no language, are articles.
 */
export function isNotice(path: string, locales: readonly string[]): boolean {
  const match = NOTICE.exec(path);
  const folder = match?.[1];
  if (!match || folder === undefined) return match !== null;
  const named = locales.some((locale) => locale.toLowerCase() === folder.replaceAll("_", "-").toLowerCase());
  return locales.length > 0 ? named : LANGUAGE.test(folder);
}
