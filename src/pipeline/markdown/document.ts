import type { Action } from "../../domain/action";
import type { ArticleKind, Audience, Heading, Passage } from "../../domain/article";
import type { Fault } from "../../domain/fault";
import type { Locale } from "../../domain/locale";

/** A decoded Markdown file. */
export interface SourceFile {
  /** Path relative to the content folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Front matter as the author wrote it, checked key by key; what was wrong is left out and reported. */
export interface FrontMatter {
  readonly title?: string;
  readonly description?: string;
  readonly kind?: ArticleKind;
  readonly tags?: readonly string[];
  readonly order?: number;
  readonly updated?: string;
  readonly validUntil?: string;
  readonly alsoAskedAs?: readonly string[];
  readonly related?: readonly string[];
  readonly audience?: Audience;
  readonly hidden?: boolean;
  readonly popular?: boolean;
  /** Old addresses of this article (paths below the site's base, or old source paths). */
  readonly redirect?: readonly string[];
  /** This file is only a sign to another article or address. */
  readonly redirectTo?: string;
  readonly lang?: Locale;
  /** What the navigation calls the article, for want of a title and a heading. */
  readonly label?: string;
  /** Other names of its address that links may use: an id beside its neighbours, or a path. */
  readonly names?: readonly string[];
}

/**
 * A place in the rendered body that only the whole site can fill in.
 *
 * `wiki`: an Obsidian target (`Page#Heading`, `folder/Page`, `#Heading`), looked up by page name anywhere in the
 * content and by the heading's text, not by path and anchor.
 */
export type Reference =
  /** Becomes the (already escaped) value of an `href`; the text around it is in the neighbouring parts. */
  | {
      readonly type: "link";
      /** As in the source, percent-encoded where it was; fragments are already those of {@link ParsedDocument.anchors}. */
      readonly target: string;
      readonly line: number;
      readonly wiki?: true;
    }
  /** Becomes a whole `<img>` or its placeholder. */
  | {
      readonly type: "image";
      readonly target: string;
      readonly alt: string;
      readonly title?: string;
      /** As the author gave them, CSS pixels. */
      readonly width?: number;
      readonly height?: number;
      readonly line: number;
      readonly wiki?: true;
    }
  /** Becomes the escaped value of a `src`, `poster` or `<track src>`. */
  | { readonly type: "media"; readonly target: string; readonly line: number }
  /** Becomes the body of another article, or of one of its sections (`![[Returns#Refunds]]`, includes). */
  | {
      readonly type: "embed";
      readonly target: string;
      /** Depth of the heading it stands under, 1 to 6: headings of the embedded body go below it. */
      readonly depth: number;
      readonly line: number;
      readonly wiki?: true;
    };

export type BodyPart = string | Reference;

/**
 * One Markdown file after parsing: compact (no syntax tree), so that ten thousand fit in memory.
 * Joining `body` with every reference filled in gives sanitised HTML.
 */
export interface ParsedDocument {
  readonly path: string;
  readonly frontMatter: FrontMatter;
  /** From front matter, else the first heading, else the file name made readable. */
  readonly title: string;
  /** From front matter, else the first paragraph, at most 200 characters, cut at a word. */
  readonly description: string;
  readonly body: readonly BodyPart[];
  /** Depth 2 and deeper, in order; a heading that became the title is not among them. */
  readonly headings: readonly Heading[];
  /** All ids an anchor may point to, headings included. */
  readonly anchors: readonly string[];
  readonly passages: readonly Pick<Passage, "anchor" | "headings" | "text">[];
  /** Cards in the body that open something, in order. */
  readonly actions: readonly Action[];
  /** Texts of the steps of the document's main numbered list; empty when it has none. */
  readonly steps: readonly string[];
  /** Share of Han characters among the letters, 0 to 1: tells the language where nothing else does. */
  readonly hanShare: number;
  readonly faults: readonly Fault[];
}
