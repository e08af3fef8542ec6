import type { Action } from "./action";
import type { ArticleKind, Passage } from "./article";
import type { Locale } from "./locale";
import type { Dtype, HubEncoderSettings } from "./models";

/** Raised whenever a stored or shipped format changes; readers refuse any other number. */
export const PACK_VERSION = 1;

/** An article as the text packs carry it: what search and answers need, and nothing else. */
export interface PackArticle {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly kind: ArticleKind;
  readonly tags: readonly string[];
  readonly alsoAskedAs: readonly string[];
  readonly updated?: string;
  readonly validUntil?: string;
  readonly popular?: boolean;
  /** What the reader can open from here; absent when there is none. */
  readonly actions?: readonly Action[];
  readonly passages: readonly PackPassage[];
}

/** A passage inside a pack; its id is derived, see {@link passageId}. */
export type PackPassage = Pick<Passage, "anchor" | "headings" | "text">;

/** All articles of one section in one language. File name: `packs/<sha-256, 16 hex digits>.json`. */
export interface SectionPack {
  readonly version: typeof PACK_VERSION;
  readonly locale: Locale;
  /** Slugged folder path, `""` for articles at the top. */
  readonly section: string;
  readonly title: string;
  readonly articles: readonly PackArticle[];
}

/** A file of the site, as the manifests name it. */
export interface ManifestFile {
  /** Path below the site's base, without a leading slash. */
  readonly path: string;
  /** Bytes, uncompressed. */
  readonly size: number;
  /** SHA-256 of the bytes, lower-case hex. */
  readonly sha256: string;
}

/** Second level: the files of one section. File name: `packs/<hash>.json`. */
export interface SectionManifest {
  readonly version: typeof PACK_VERSION;
  readonly locale: Locale;
  readonly section: string;
  readonly pack: ManifestFile;
  /** The HTML pages of the section, its own index page included. */
  readonly pages: readonly ManifestFile[];
  /** Images, videos and captions that its pages show. */
  readonly media: readonly ManifestFile[];
  /** See {@link SectionEntry}. */
  readonly vectors?: ManifestFile;
}

/** The encoder that search by meaning uses on a site. */
export type SiteEncoder = TableEncoder | HubModel;

/** The project's own table: one file, and passages are encoded on the device. */
export interface TableEncoder {
  readonly kind: "static";
  readonly id: string;
  readonly dimensions: number;
  readonly files: readonly ManifestFile[];
}

/** A `feature-extraction` model that transformers.js runs; passages were encoded at build. */
export interface HubModel extends HubEncoderSettings {
  readonly kind: "hub";
  readonly id: string;
  /** Folder below the site's base, without a slash at the end; its last part changes with the model and its settings. */
  readonly folder: string;
  /** Folder of the WebAssembly runtime below the site's base, without a slash at the end. */
  readonly runtime: string;
  /** Model and runtime. */
  readonly files: readonly ManifestFile[];
}

/** The model that finds answers in passages: a `question-answering` model that transformers.js runs. */
export interface SiteReader {
  /** How texts become tokens: as the project's own models have it, or as the model's tokeniser says. */
  readonly kind: "own" | "hub";
  readonly id: string;
  /** Folder below the site's base, without a slash at the end; its last part changes with the model and its settings. */
  readonly folder: string;
  /** Folder of the WebAssembly runtime below the site's base, without a slash at the end. */
  readonly runtime: string;
  readonly dtype: Dtype;
  /** Model and runtime. */
  readonly files: readonly ManifestFile[];
}

/** How a site answers questions. */
export interface SiteAnswers {
  /** The least probability at which a quotation is shown, 0..1. */
  readonly threshold: number;
  /** Absent: sentences are scored without a model. */
  readonly reader?: SiteReader;
  /** Whether the reader is fetched once the first question is asked, or only when the person says so. */
  readonly fetch: "automatic" | "ask";
}

/** First level: `packs/manifest.json`, the only file whose name does not change with its content. */
export interface RootManifest {
  readonly version: typeof PACK_VERSION;
  /** Hash over everything below: equal exactly when the content is equal. */
  readonly content: string;
  /** ISO 8601 date of the youngest article, so that equal content gives equal bytes. */
  readonly updated?: string;
  /** Absent: search compares words alone. */
  readonly encoder?: SiteEncoder;
  /** Absent: the site has search and no answers. */
  readonly answers?: SiteAnswers;
  readonly locales: readonly {
    readonly locale: Locale;
    /** A `NoticesFile`; absent when there is no notice. Pages find it, and the next, through `updates.json`. */
    readonly notices?: ManifestFile;
    /** A `RevisionsFile`; absent in very large centres. */
    readonly articles?: ManifestFile;
    readonly sections: readonly {
      readonly section: string;
      readonly title: string;
      readonly articles: number;
      /** Pages, media, pack and vectors together: what it takes to keep the section on a device. Uncompressed. */
      readonly bytes: number;
      /** Title of the top-level section that it lies below, where that is another one. */
      readonly group?: string;
      readonly manifest: ManifestFile;
      /** The pack, named here too so that search needs one round trip less. */
      readonly pack: ManifestFile;
      /**
       * Unit vectors x 127 as int8, one row of the encoder's dimensions per passage, in the order of a segment's
       * documents; with hub encoders only.
       */
      readonly vectors?: ManifestFile;
    }[];
  }[];
}

/** One section as the root manifest lists it. */
export type SectionEntry = RootManifest["locales"][number]["sections"][number];

/**
 * A mark that changes when what a reader sees of an article changes; tags and the like do not count. For telling
 * versions apart, not for security.
 */
export function revisionOf(article: PackArticle): string {
  const { title, description, updated, validUntil, actions, passages } = article;
  const text = JSON.stringify([title, description, updated, validUntil, actions, passages]);
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  return ((high >>> 0).toString(36) + (low >>> 0).toString(36)).padStart(14, "0");
}

/** The id of the n-th (0-based) passage of an article: `<article>#<anchor>.<n>`. */
export function passageId(article: string, anchor: string, n: number): string {
  return `${article}#${anchor}.${n}`;
}
