import { posix } from "node:path";
import type { Fault } from "../domain/fault";
import type { Catalog, CatalogArticle, CatalogRedirect, LinkOrigin } from "./catalog";
import { classifyAddress } from "./markdown/html/address";
import type { MediaLibrary } from "./media";
import { decodePath } from "./redirects";
import { OWN_PAGES, outerSections } from "./section-path";
import { slug } from "./slug";

/** Where a link written in an article leads. */
export type Target =
  | { readonly type: "article"; readonly article: CatalogArticle; readonly anchor: string }
  /** A page that lists: a section, or one of the site's own (home, search, contact). */
  | { readonly type: "section"; readonly path: string }
  | { readonly type: "media"; readonly path: string }
  | { readonly type: "external"; readonly url: string }
  /** Nothing there; `fault` says what was expected and found. */
  | { readonly type: "broken"; readonly fault: Pick<Fault, "code" | "expected" | "found"> };

/** How a link is written. */
export interface LinkStyle {
  /** As note-taking tools write them: `Name of the note#Heading`, wherever the note lies. */
  readonly wiki?: boolean | undefined;
}

/** Old addresses followed one after the other. */
const MOST_REDIRECTS = 5;

/** Finds what authors' links mean: relative and absolute paths, old addresses, note names, anchors. */
export class LinkResolver {
  readonly #byPath = new Map<string, CatalogArticle>();
  readonly #byName = new Map<string, CatalogArticle[]>();
  readonly #redirects = new Map<string, CatalogRedirect>();
  /** Lower-case source folder or address -> address of a section or of one of the site's own pages. */
  readonly #pages = new Map<string, string>();
  readonly #catalog: Catalog;
  readonly #media: MediaLibrary;

  constructor(catalog: Catalog, media: MediaLibrary) {
    this.#catalog = catalog;
    this.#media = media;
    for (const redirect of catalog.redirects) {
      this.#redirects.set(pathKey(redirect.from), redirect);
      if (!redirect.article) this.#redirects.set(pathKey(redirect.origin.path), redirect);
    }
    for (const article of catalog.articles) this.#addArticle(article);
    for (const locale of catalog.locales) {
      for (const page of ["", ...OWN_PAGES.map((name) => `/${name}`)]) this.#addPage(`${locale}${page}`);
    }
  }

  #addArticle(article: CatalogArticle): void {
    const path = pathKey(article.path);
    this.#byPath.set(path, article);
    // `guide/index.md` also answers to `guide`, and has no other name of its own.
    const folder = /^(?:(.*)\/)?(index|readme)$/.exec(path);
    if (folder?.[1] !== undefined && !this.#byPath.has(folder[1])) this.#byPath.set(folder[1], article);
    for (const name of new Set([...(folder ? [] : [path.split("/").at(-1)!]), slug(article.title)])) {
      const named = this.#byName.get(name) ?? [];
      named.push(article);
      this.#byName.set(name, named);
    }
    if (article.hidden) return;
    const folders = article.path.split("/").slice(0, -1);
    const above = folders.length - (article.folder === "" ? 0 : article.folder.split("/").length);
    outerSections(article.section).forEach((section, depth) => {
      const address = `${article.locale}/${section}`;
      this.#addPage(address);
      this.#addPage(address, folders.slice(0, above + depth + 1).join("/"));
    });
  }

  #addPage(address: string, key = address): void {
    if (!this.#pages.has(key.toLowerCase())) this.#pages.set(key.toLowerCase(), address);
  }

  /** @param target the link as written, still percent-encoded if the author did so */
  resolve(from: LinkOrigin, target: string, style: LinkStyle = {}, depth = 0): Target {
    const [beforeHash = "", ...rest] = target.split("#");
    // `Note#Heading#Heading below` means the last; and a note's name may hold a question mark.
    const hash = decodePath(style.wiki ? (rest.at(-1) ?? "") : rest.join("#"));
    const path = decodePath(style.wiki ? beforeHash : beforeHash.replace(/\?.*$/, ""));
    const paths = candidates(from, path);
    const article = path === "" ? this.#byPath.get(pathKey(from.path)) : this.#article(from, path, paths);
    if (article) return this.#withAnchor(article, hash);
    const redirect = first(paths, (candidate) => this.#redirects.get(pathKey(candidate)));
    if (redirect && depth < MOST_REDIRECTS) return this.followRedirect(redirect, depth + 1);
    const named = this.#named(from, path);
    if (named && style.wiki) return this.#withAnchor(named, hash);
    const page = first(paths, (candidate) => this.#page(from, candidate));
    if (page !== undefined) return { type: "section", path: page };
    const media =
      paths.find((candidate) => this.#media.has(candidate)) ?? (style.wiki ? this.#media.named(path) : undefined);
    if (media !== undefined) return { type: "media", path: media };
    if (named) return this.#withAnchor(named, hash);
    return broken("the path of an article or file in the content folder", target);
  }

  /** Where an old address leads now. */
  followRedirect(redirect: CatalogRedirect, depth = 0): Target {
    const article = redirect.article ? this.#catalog.byId.get(redirect.to) : undefined;
    if (article) return { type: "article", article, anchor: "" };
    const address = classifyAddress(redirect.to);
    if (address.kind === "internal") return this.resolve(redirect.origin, address.target, {}, depth);
    if (address.kind === "external" && URL.canParse(address.url))
      return { type: "external", url: new URL(address.url).href };
    return broken("a path in the content folder or a web address", redirect.to);
  }

  #article(from: LinkOrigin, path: string, paths: readonly string[]): CatalogArticle | undefined {
    const found = first(paths, (candidate) => this.#byPath.get(pathKey(candidate)));
    if (found) return found;
    const id = trimSlashes(path.replace(/(\/index)?\.html?$/i, ""));
    return this.#catalog.byId.get(id) ?? this.#catalog.byId.get(`${from.locale}/${id}`);
  }

  /** A bare name means the article of that name or title, wherever it lies. */
  #named(from: LinkOrigin, path: string): CatalogArticle | undefined {
    if (path === "" || path.includes("/")) return undefined;
    const name = withoutExtension(path);
    const named = this.#byName.get(name.toLowerCase()) ?? this.#byName.get(slug(name)) ?? [];
    return named.find((article) => article.locale === from.locale) ?? named[0];
  }

  #page(from: LinkOrigin, candidate: string): string | undefined {
    const path = trimSlashes(candidate).toLowerCase();
    const slugged = path === "" || path === "." ? "" : path.split("/").map(slug).join("/");
    const below = `${from.locale}/${slugged}`.toLowerCase();
    return first([path, slugged, trimSlashes(below)], (key) => this.#pages.get(key));
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

function broken(expected: string, found: string): Target {
  return { type: "broken", fault: { code: "broken-link", expected, found } };
}

function first<T>(paths: readonly string[], find: (path: string) => T | undefined): T | undefined {
  for (const path of paths) {
    const found = find(path);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What all spellings of a source path have in common: authors on case-insensitive disks write either case. */
function pathKey(path: string): string {
  return withoutExtension(path).toLowerCase();
}

function withoutExtension(path: string): string {
  return trimSlashes(path).replace(/\.(md|mdx|markdown|html?)$/i, "");
}

function trimSlashes(path: string): string {
  return path.replace(/^\/+|\/+$/g, "");
}
