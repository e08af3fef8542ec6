import { posix } from "node:path";
import type { Fault } from "../domain/fault";
import type { Catalog, CatalogArticle, CatalogRedirect, LinkOrigin } from "./catalog";
import { isFolderPage } from "./markdown/helper-file";
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

/** What begins an address where another site served its articles: no folder here has that name. */
const SERVED_BELOW =
  /^\/(?:docs?|documentation|help|kb|support|manual|latest|stable|current|main|v?\d+(?:\.[\dx]+)*|[a-z]{2}(?:[-_][a-z]{2,4})?)\/(?=.)/i;

/** A table of contents that was taken out, because the page has its own at its top. */
const CONTENTS = /^(?:table-of-contents|contents|toc|on-this-page|in-this-article|目录|本页目录|本文目录)$/i;

/** Old addresses followed one after the other. */
const MOST_REDIRECTS = 5;

/** Finds what authors' links mean: relative and absolute paths, old addresses, note names, anchors. */
export class LinkResolver {
  readonly #byPath = new Map<string, CatalogArticle>();
  readonly #byName = new Map<string, CatalogArticle[]>();
  /** Names that front matter gives to addresses, and paths without the numbers that only order them. */
  readonly #byOtherName = new Map<string, CatalogArticle>();
  /** Numbers under which Zendesk, Intercom and their like file articles. */
  readonly #byNumber = new Map<string, CatalogArticle>();
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
    const folder = /^(?:(.*)\/)?_?(index|readme)$/.exec(path);
    if (folder?.[1] !== undefined && !this.#byPath.has(folder[1])) this.#byPath.set(folder[1], article);
    for (const other of otherPaths(article)) {
      const key = pathKey(other);
      if (!this.#byOtherName.has(key)) this.#byOtherName.set(key, article);
      this.#addNumber(key, article);
    }
    this.#addNumber(path, article);
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

  #addNumber(key: string, article: CatalogArticle): void {
    const number = /(?:^|\/)(\d{6,})(?:-[^/]*)?$/.exec(key)?.[1];
    if (number !== undefined) this.#byNumber.set(number, article);
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
    const folder = article && hash === "" ? this.#folderOf(article) : undefined;
    if (folder !== undefined) return { type: "section", path: folder };
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
    const elsewhere = servedAs(from, path);
    if (elsewhere !== undefined && depth < MOST_REDIRECTS) {
      const found = this.resolve(from, elsewhere + target.slice(beforeHash.length), style, depth + 1);
      if (found.type !== "broken" || found.fault.code === "broken-anchor") return found;
    }
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
    return (
      this.#catalog.byId.get(id) ??
      this.#catalog.byId.get(`${from.locale}/${id}`) ??
      first(paths, (candidate) => this.#byOtherName.get(pathKey(candidate))) ??
      this.#byNumber.get(/\/articles\/(\d{6,})/.exec(path)?.[1] ?? "")
    );
  }

  /** The section for the page of a folder that says nothing itself. */
  #folderOf({ path, hidden, document, locale }: CatalogArticle): string | undefined {
    if (!hidden || document.passages.length > 0 || !isFolderPage(path)) return undefined;
    const folder = path.split("/").slice(0, -1).join("/").toLowerCase();
    return this.#pages.get(folder === "" ? locale.toLowerCase() : folder);
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
    if (CONTENTS.test(hash)) return { type: "article", article, anchor: "" };
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

/** The path as it would be without what only belongs to the addresses of another site. */
function servedAs(from: LinkOrigin, path: string): string | undefined {
  if (SERVED_BELOW.test(path)) return path.replace(SERVED_BELOW, "/");
  // There every article may be a folder of its own, which a browser goes up from first.
  const above = path.startsWith("../") ? path.slice(3) : "";
  return above !== "" && !isFolderPage(from.path) ? `./${above}` : undefined;
}

/** Paths under which links may know an article besides its own. */
function otherPaths({ path, document }: CatalogArticle): string[] {
  const folder = posix.dirname(path);
  const unnumbered = path.replace(/(^|\/)\d{1,4}[-_. ]+(?=[^/\d])/g, "$1");
  const named = (document.frontMatter.names ?? []).map((name) => {
    const address = name.replace(/^https?:\/\/[^/]+/, "");
    return address.startsWith("/") ? address : posix.join(folder, address);
  });
  return [...named.filter((name) => trimSlashes(name) !== ""), ...(unnumbered === path ? [] : [unnumbered])];
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
