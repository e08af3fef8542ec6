import { posix } from "node:path";
import type { Fault } from "../domain/fault";
import type { Catalog, CatalogArticle, CatalogRedirect, LinkOrigin } from "./catalog";
import type { MediaLibrary } from "./media";
import { slug } from "./slug";

/** Where a link written in an article leads. */
export type Target =
  | { readonly type: "article"; readonly article: CatalogArticle; readonly anchor: string }
  | { readonly type: "section"; readonly path: string }
  | { readonly type: "media"; readonly path: string }
  | { readonly type: "external"; readonly url: string }
  /** Nothing there; `fault` says what was expected and found. */
  | { readonly type: "broken"; readonly fault: Pick<Fault, "code" | "expected" | "found"> };

/** Finds what authors' links mean: relative and absolute paths, old addresses, note names, anchors. */
export class LinkResolver {
  readonly #byPath = new Map<string, CatalogArticle>();
  readonly #byName = new Map<string, CatalogArticle[]>();
  readonly #redirects: ReadonlyMap<string, CatalogRedirect>;
  readonly #sections = new Set<string>();
  readonly #catalog: Catalog;
  readonly #media: MediaLibrary;

  constructor(catalog: Catalog, media: MediaLibrary) {
    this.#catalog = catalog;
    this.#media = media;
    this.#redirects = new Map(catalog.redirects.map((redirect) => [redirect.from.toLowerCase(), redirect]));
    for (const article of catalog.articles) {
      const path = withoutExtension(article.path).toLowerCase();
      this.#byPath.set(path, article);
      // `guide/index.md` also answers to `guide`.
      const folder = /^(.*)\/(index|readme)$/.exec(path)?.[1];
      if (folder !== undefined && !this.#byPath.has(folder)) this.#byPath.set(folder, article);
      for (const name of [path.split("/").at(-1)!, slug(article.title)]) {
        const named = this.#byName.get(name) ?? [];
        if (!named.includes(article)) named.push(article);
        this.#byName.set(name, named);
      }
      if (article.section !== "") {
        const parts = article.section.split("/");
        for (let n = 1; n <= parts.length; n++) this.#sections.add(`${article.locale}/${parts.slice(0, n).join("/")}`);
      }
    }
  }

  /** @param target the link as written, still percent-encoded if the author did so */
  resolve(from: LinkOrigin, target: string, depth = 0): Target {
    const [beforeHash = "", ...rest] = target.split("#");
    const hash = decode(rest.join("#"));
    const path = decode(beforeHash.replace(/\?.*$/, ""));
    const article =
      path === "" ? this.#byPath.get(withoutExtension(from.path).toLowerCase()) : this.#article(from, path);
    if (article) return this.#withAnchor(article, hash);
    const redirect = this.#redirects.get(trimSlashes(withoutExtension(path)).toLowerCase());
    if (redirect && depth < 5) return this.followRedirect(redirect, depth + 1);
    const section = this.#section(from, path);
    if (section) return section;
    for (const candidate of candidates(from, path))
      if (this.#media.has(candidate)) return { type: "media", path: candidate };
    return {
      type: "broken",
      fault: { code: "broken-link", expected: "the path of an article or file in the content folder", found: target },
    };
  }

  /** Where an old address leads now. */
  followRedirect(redirect: CatalogRedirect, depth = 0): Target {
    if (redirect.article) {
      const article = this.#catalog.byId.get(redirect.to);
      if (article) return { type: "article", article, anchor: "" };
    }
    if (/^[a-z][a-z0-9+.-]*:/i.test(redirect.to)) return { type: "external", url: redirect.to };
    return this.resolve(redirect.origin, redirect.to, depth);
  }

  #article(from: LinkOrigin, path: string): CatalogArticle | undefined {
    for (const candidate of candidates(from, path)) {
      const found = this.#byPath.get(withoutExtension(candidate).toLowerCase());
      if (found) return found;
    }
    const id = trimSlashes(path.replace(/\/index\.html?$/i, "").replace(/\.html?$/i, ""));
    const addressed = this.#catalog.byId.get(id) ?? this.#catalog.byId.get(`${from.locale}/${id}`);
    if (addressed) return addressed;
    // A bare name, as note-taking tools write links, means the article of that name wherever it lies.
    if (path.includes("/")) return undefined;
    const name = withoutExtension(path);
    const named = this.#byName.get(name.toLowerCase()) ?? this.#byName.get(slug(name)) ?? [];
    return named.find((article) => article.locale === from.locale) ?? named[0];
  }

  #section(from: LinkOrigin, path: string): Target | undefined {
    for (const candidate of [...candidates(from, path), path]) {
      const slugged = trimSlashes(candidate).split("/").map(slug).join("/");
      for (const section of [slugged, `${from.locale}/${slugged}`]) {
        if (this.#sections.has(section)) return { type: "section", path: section };
      }
    }
    return undefined;
  }

  #withAnchor(article: CatalogArticle, hash: string): Target {
    if (hash === "" || hash === "top") return { type: "article", article, anchor: "" };
    const { anchors, headings } = article.document;
    const wanted = hash.toLowerCase();
    const anchor =
      anchors.find((known) => known === hash) ??
      anchors.find((known) => known.toLowerCase() === wanted) ??
      headings.find((heading) => heading.text.toLowerCase() === wanted || slug(heading.text) === slug(hash))?.anchor;
    if (anchor !== undefined) return { type: "article", article, anchor };
    const known = headings.slice(0, 6).map((heading) => `#${heading.anchor}`);
    return {
      type: "broken",
      fault: {
        code: "broken-anchor",
        expected: `a heading of ${article.path}${known.length > 0 ? ` (${known.join(", ")}${headings.length > 6 ? ", …" : ""})` : ", which has none"}`,
        found: `#${hash}`,
      },
    };
  }
}

/** The paths, relative to the content folder, that a link may mean; nearest first. */
function candidates(from: LinkOrigin, path: string): string[] {
  const language = from.path.slice(0, from.path.length - pathBelowLocale(from).length);
  const bases = path.startsWith("/") ? [language, ""] : [`${posix.dirname(from.path)}/`, language, ""];
  const relative = path.replace(/^\/+/, "");
  return [...new Set(bases.map((base) => posix.normalize(base + relative)))].filter(
    (candidate) => !candidate.startsWith("../"),
  );
}

function pathBelowLocale(article: LinkOrigin): string {
  const file = article.path.split("/").at(-1)!;
  return article.folder === "" ? file : `${article.folder}/${file}`;
}

function withoutExtension(path: string): string {
  return trimSlashes(path).replace(/\.(md|mdx|markdown|html?)$/i, "");
}

function trimSlashes(path: string): string {
  return path.replace(/^\/+|\/+$/g, "");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign: take the text as it stands.
    return text;
  }
}
