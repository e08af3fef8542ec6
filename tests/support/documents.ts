import type { SiteConfig } from "../../src/domain/config";
import type { Fault } from "../../src/domain/fault";
import { type Catalog, type CatalogArticle, makeCatalog } from "../../src/pipeline/catalog";
import { defaultConfig } from "../../src/pipeline/config";
import type { FrontMatter, ParsedDocument } from "../../src/pipeline/markdown/document";
import { readableName } from "../../src/pipeline/slug";

interface DocumentParts extends Partial<Omit<ParsedDocument, "path" | "frontMatter">>, Omit<FrontMatter, "title"> {}

/** A parsed file as the parser would give it, for tests of what comes after; front matter keys stand beside the rest. */
export function documentAt(path: string, parts: DocumentParts = {}): ParsedDocument {
  const { title, description, body, headings, anchors, passages, actions, steps, hanShare, faults, ...frontMatter } =
    parts;
  const named =
    title ??
    readableName(
      path
        .split("/")
        .at(-1)!
        .replace(/\.[^.]+$/, ""),
    );
  const text = description ?? `About ${named}.`;
  return {
    path,
    frontMatter: frontMatter as FrontMatter,
    title: named,
    description: text,
    body: body ?? [`<p>${text}</p>`],
    headings: headings ?? [],
    anchors: anchors ?? (headings ?? []).map((heading) => heading.anchor),
    passages: passages ?? [{ anchor: "", headings: [], text }],
    actions: actions ?? [],
    steps: steps ?? [],
    hanShare: hanShare ?? 0,
    faults: faults ?? [],
  };
}

/** Headings of depth 2 with the anchors `slug` would give them. */
export function headings(...texts: readonly string[]): ParsedDocument["headings"] {
  return texts.map((text) => ({ depth: 2, text, anchor: text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-") }));
}

/** The default configuration with some keys changed. */
export function configWith(parts: Partial<SiteConfig> = {}): SiteConfig {
  return { ...defaultConfig(), ...parts };
}

/** A catalogue of documents, and its articles by source path. */
export function catalogOf(
  documents: readonly ParsedDocument[],
  config: Partial<SiteConfig> = {},
  audience: "public" | "staff" = "public",
): Catalog & { at(path: string): CatalogArticle } {
  const catalog = makeCatalog(documents, configWith(config), audience);
  const byPath = new Map(catalog.articles.map((article) => [article.path, article]));
  return { ...catalog, at: (path) => byPath.get(path)! };
}

/** `file:line severity code`, for tests that care only about which faults there are. */
export function brief(faults: readonly Fault[]): string[] {
  return faults.map(({ file, line, severity, code }) => `${file}:${line} ${severity} ${code}`);
}
