import type { Fault } from "../domain/fault";
import type { CatalogArticle } from "./catalog";
import type { LinkResolver, Target } from "./links";
import { bodySection } from "./markdown/body";
import type { BodyPart, Reference } from "./markdown/document";
import type { MediaFile, MediaLibrary } from "./media";
import { escapeHtml, pathToHref } from "./site/html";

/** An article's body with every reference filled in. */
export interface FilledBody {
  readonly html: string;
  readonly media: readonly MediaFile[];
  readonly faults: readonly Fault[];
}

/** How deep notes may be embedded in notes. */
const EMBED_DEPTH = 4;

/** The page that is being filled. */
interface Filling {
  readonly page: CatalogArticle;
  readonly media: Map<string, MediaFile>;
  readonly faults: Fault[];
}

/**
 * Fills links, pictures, media and embedded notes into parsed bodies. What cannot be found becomes a fault and
 * a placeholder; the article itself is never lost.
 */
export class BodyFiller {
  readonly #resolver: LinkResolver;
  readonly #library: MediaLibrary;
  readonly #base: string;

  /** @param base the site's base path, with a slash at both ends */
  constructor(resolver: LinkResolver, library: MediaLibrary, base: string) {
    this.#resolver = resolver;
    this.#library = library;
    this.#base = base;
  }

  async fill(article: CatalogArticle): Promise<FilledBody> {
    const filling: Filling = { page: article, media: new Map(), faults: [] };
    const html = await this.#parts(article, article.document.body, filling, [`${article.id}#`]);
    return { html, media: [...filling.media.values()], faults: filling.faults };
  }

  /** @param trail the notes being embedded, outermost first, as `id#anchor`; the page itself begins it */
  async #parts(
    article: CatalogArticle,
    parts: readonly BodyPart[],
    filling: Filling,
    trail: readonly string[],
  ): Promise<string> {
    let html = "";
    for (const part of parts) {
      if (typeof part === "string") html += part;
      else html += await this.#reference(article, part, filling, trail);
    }
    return html;
  }

  async #reference(
    article: CatalogArticle,
    reference: Reference,
    { page, media, faults }: Filling,
    trail: readonly string[],
  ): Promise<string> {
    // What is wrong in an embedded note is reported once, with the note itself.
    const report = (fault: Pick<Fault, "code" | "expected" | "found">, severity: Fault["severity"]) =>
      trail.length === 1 && faults.push({ severity, file: article.path, line: reference.line, ...fault });
    const take = async (target: Target): Promise<MediaFile | undefined> => {
      const file = target.type === "media" ? await this.#library.use(target.path) : undefined;
      if (file) media.set(file.path, file);
      return file;
    };
    const style = { wiki: reference.type !== "media" && reference.wiki };
    const target = this.#resolver.resolve(article, reference.target, style);
    switch (reference.type) {
      case "link": {
        if (target.type === "broken") {
          report(target.fault, "error");
          // A dead link leads to the top of its own page: better than away from it.
          return target.fault.code === "broken-anchor" ? this.#brokenAnchor(article, reference.target) : "#";
        }
        if (target.type === "article" && target.article.id === page.id && target.anchor !== "") {
          return escapeHtml(`#${encodeURIComponent(target.anchor)}`);
        }
        return escapeHtml(this.href(target, await take(target)));
      }
      case "image": {
        const file = await take(target);
        if (!file) {
          report(
            { code: "missing-image", expected: "a picture in the content folder", found: reference.target },
            "warning",
          );
          return missingImage(reference.alt);
        }
        return image(reference, file, this.#base);
      }
      case "media": {
        const file = await take(target);
        if (!file)
          report(
            { code: "missing-media", expected: "a file in the content folder", found: reference.target },
            "warning",
          );
        return file ? escapeHtml(this.#base + pathToHref(file.path)) : "";
      }
      case "embed": {
        const file = await take(target);
        if (file) return image({ ...reference, type: "image", alt: "" }, file, this.#base);
        const embedded = target.type === "article" ? `${target.article.id}#${target.anchor}` : "";
        if (target.type !== "article" || trail.includes(embedded) || trail.length > EMBED_DEPTH) {
          const why =
            target.type !== "article"
              ? ""
              : trail.includes(embedded)
                ? ", which embeds itself in turn"
                : `, embedded more than ${EMBED_DEPTH} notes deep`;
          report(
            { code: "broken-embed", expected: "an article of this folder", found: reference.target + why },
            "error",
          );
          return "";
        }
        const section = bodySection(target.article.document, target.anchor, reference.depth);
        return this.#parts(target.article, section, { page, media, faults }, [...trail, embedded]);
      }
    }
  }

  #brokenAnchor(article: CatalogArticle, target: string): string {
    const [path = ""] = target.split("#");
    const page = path === "" ? undefined : this.#resolver.resolve(article, path);
    return page && page.type !== "broken" ? escapeHtml(this.href(page)) : "#";
  }

  /** The address of a target, absolute below the origin. */
  href(target: Exclude<Target, { type: "broken" }>, file?: MediaFile): string {
    switch (target.type) {
      case "article": {
        const hash = target.anchor === "" ? "" : `#${encodeURIComponent(target.anchor)}`;
        return `${this.#base}${pathToHref(target.article.id)}/${hash}`;
      }
      case "section":
        return `${this.#base}${pathToHref(target.path)}/`;
      case "external":
        return target.url;
      case "media":
        return this.#base + pathToHref(file?.path ?? "");
    }
  }
}

function image(reference: Extract<Reference, { type: "image" }>, file: MediaFile, base: string): string {
  // One dimension given by the author scales the other, so that the reserved box has the picture's shape.
  const ratio = file.width && file.height ? file.height / file.width : undefined;
  const width = reference.width ?? (reference.height && ratio ? Math.round(reference.height / ratio) : file.width);
  const height = reference.height ?? (reference.width && ratio ? Math.round(reference.width * ratio) : file.height);
  const attributes = [
    `src="${escapeHtml(base + pathToHref(file.path))}"`,
    `alt="${escapeHtml(reference.alt)}"`,
    reference.title !== undefined ? `title="${escapeHtml(reference.title)}"` : "",
    width !== undefined ? `width="${width}"` : "",
    height !== undefined ? `height="${height}"` : "",
    'loading="lazy" decoding="async"',
  ];
  return `<img ${attributes.filter((attribute) => attribute !== "").join(" ")}>`;
}

function missingImage(alt: string): string {
  const text = escapeHtml(alt);
  return text === "" ? "" : `<span class="missing-image" role="img" aria-label="${text}">${text}</span>`;
}
