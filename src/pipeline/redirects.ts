import { posix } from "node:path";
import type { Fault } from "../domain/fault";
import type { CatalogArticle, CatalogRedirect } from "./catalog";
import { OWN_PAGES, outerSections } from "./section-path";

/** `/old/page.html` and `old/page/` are the same old address; the former must also be found as it stands. */
export function oldAddresses(written: string): string[] {
  const path = decodePath(written.replace(/^https?:\/\/[^/]+/, "").replace(/[?#].*$/, ""));
  const whole = posix.normalize(`/${path}`).replace(/^\/+|\/+$/g, "");
  const address = whole.replace(/((^|\/)index)?\.(html?|mdx?)$/i, "");
  const addresses = /\.html?$/i.test(whole) ? [address, whole] : [address];
  return addresses.filter((from) => from !== "" && from !== "index.html");
}

/** A stray percent sign: the path is taken as it stands. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Every address of the site that a redirect page would overwrite, with what stands there. */
export function ownAddresses(
  articles: readonly CatalogArticle[],
  taken: ReadonlyMap<string, string>,
): Map<string, string> {
  const own = new Map(taken);
  for (const { locale, section } of articles) {
    own.set(locale, "the home page");
    for (const page of OWN_PAGES) own.set(`${locale}/${page}`, `the ${page} page`);
    for (const path of outerSections(section)) own.set(`${locale}/${path}`, "a section");
  }
  return own;
}

/** An old address must be nobody's new one, and lead to one place only: the first article that names it has it. */
export function withoutCollisions(
  redirects: readonly CatalogRedirect[],
  own: ReadonlyMap<string, string>,
  faults: Fault[],
): CatalogRedirect[] {
  const claimed = new Map<string, CatalogRedirect>();
  for (const redirect of redirects) {
    const first = claimed.get(redirect.from);
    const other = (redirect.article ? own.get(redirect.from) : undefined) ?? first?.origin.path;
    if (other === undefined) claimed.set(redirect.from, redirect);
    else if (redirect.to !== first?.to) {
      faults.push({
        code: "duplicate-id",
        severity: "warning",
        file: redirect.origin.path,
        line: 1,
        expected: "an old address that nothing else has, under `redirect`",
        found: `${redirect.from}, which is ${other}`,
      });
    }
  }
  return [...claimed.values()];
}
