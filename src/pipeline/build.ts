import type { Audience } from "../domain/article";
import type { StaticEncoder } from "../domain/encoder";
import type { Fault } from "../domain/fault";
import type { Locale } from "../domain/locale";
import { configFaults } from "./config-faults";
import { withoutRepeats } from "./faults";
import { type LoadedContent, loadContent } from "./load";
import { encodeSections } from "./meaning/encode-sections";
import { readTable } from "./meaning/read-table";
import { BuildEncoder } from "./models/build-encoder";
import { chooseEncoder } from "./models/choose-encoder";
import type { ChosenModel } from "./models/choose-model";
import { type AnswersSummary, answersSummary, siteAnswers } from "./models/site-answers";
import { type GivenSecrets, openSealing } from "./sealed/open-sealing";
import { OpenWriter, VaultWriter } from "./sealed/vault-writer";
import { loadShell } from "./site/shell";
import { SiteBuild } from "./site-build";
import { type FileSink, SiteWriter } from "./write";

export interface BuildOptions {
  readonly content: string;
  readonly out: string;
  /** Path the site is served under; from `siteUrl` when absent, else `/`. */
  readonly base?: string | undefined;
  readonly config?: string | undefined;
  readonly audience: Audience;
  /** Write nothing when there are faults. */
  readonly strict: boolean;
  /** Folder of the app that Vite built. */
  readonly app: string;
  /** What comes with the tool for search by meaning and answers; absent: words are compared, sentences scored. */
  readonly models?: ModelsOptions | undefined;
  /** What shall open the sections that the configuration seals. */
  readonly secrets?: GivenSecrets | undefined;
  /** Rounds of PBKDF2; fewer in tests. */
  readonly iterations?: number | undefined;
  readonly onProgress?: ((stage: BuildStage, done: number, total: number) => void) | undefined;
}

export interface ModelsOptions {
  /** The models folder of the tool; absent: the configuration names a model, or there is none. */
  readonly shipped?: string | undefined;
  /** Folder of the WebAssembly runtime that runs readers and models of the hub. */
  readonly runtime: string;
  /** Where vectors of passages are kept from one build to the next. */
  readonly cache?: string | undefined;
}

/** `encode` counts passages, the others files; `seal` those of the whole edition that is laid into the vault. */
export type BuildStage = "read" | "write" | "encode" | "seal";

export interface BuildReport {
  /** False when `strict` kept the site from being written. */
  readonly written: boolean;
  /** Sealed ones are counted with the others, as are passages and pages. */
  readonly articles: number;
  /** Absent: nothing is sealed. */
  readonly sealed?: {
    readonly articles: number;
    /** Files of the vault. */
    readonly files: number;
  };
  readonly passages: number;
  readonly locales: readonly Locale[];
  readonly pages: number;
  readonly files: number;
  /** Bytes of the whole site. */
  readonly bytes: number;
  readonly base: string;
  readonly faults: readonly Fault[];
  /** Source files that are in no page. */
  readonly leftOut: readonly string[];
  /** Absent: the site has no answers. */
  readonly answers?: AnswersSummary;
  readonly ms: number;
}

/**
 * Turns a folder of Markdown into a static site. What is wrong is reported and built around.
 *
 * @throws Error when the folder cannot be read or holds no article, the app is not built, `out` holds somebody
 * else's files, or it is not clear what is to be sealed (`SealingError`). Nothing is written then.
 */
export async function buildSite(options: BuildOptions): Promise<BuildReport> {
  const start = performance.now();
  const content = await loadContent({
    ...options,
    onProgress: (done, total) => options.onProgress?.("read", done, total),
  });
  const sealing = await openSealing(content, options.secrets ?? {}, options.out, options.iterations);
  if (content.catalog.articles.length === 0) {
    throw new Error(`${options.content} holds no article to publish (.md, .mdx or .markdown, for this audience).`);
  }
  const base = siteBase(options.base, content.config.siteUrl);
  const shell = await loadShell(options.app, base, content.config.brandColor);
  const answering = await siteAnswers(content.config, {
    ...options.models,
    content: options.content,
    configName: content.configName,
  });
  const { encoder, table, faults: encoderFaults } = await openEncoder(options, content);
  const writer = await SiteWriter.open(options.out);
  let whole = false;
  try {
    const { answers } = answering;
    const copies = [...(encoder?.copies ?? []), ...answering.copies];
    const manifest = { ...(encoder && { encoder: encoder.manifest }), ...(answers && { answers }) };
    const passages = countPassages(content) + (content.open ? countPassages(content.open) : 0);
    let done = 0;
    const edition = async (part: LoadedContent, sink: FileSink, onProgress: BuildOptions["onProgress"]) => {
      const encoded = await encodeSections(part, encoder, table, () => {
        done++;
        options.onProgress?.("encode", done, passages);
      });
      return new SiteBuild(part, base, shell, sink, { ...options, onProgress }, { manifest, copies, encoded });
    };
    const openWriter = new OpenWriter(writer);
    const openSink = sealing.sealer ? openWriter : writer;
    let site = await edition(content.open ?? content, openSink, options.onProgress);
    await site.writeAll();
    let sealedFiles = 0;
    if (sealing.sealer) {
      const vault = new VaultWriter(sealing.sealer, openWriter.written, writer);
      site = await edition(content, vault, (_, at, total) => options.onProgress?.("seal", at, total));
      await site.writeContent();
      await vault.finish();
      sealedFiles = vault.files;
    }
    whole = true;
    const modelFaults = withoutRepeats([...encoderFaults, ...answering.faults]);
    // The whole edition has all faults of the open one, but for links that only lead nowhere while it is locked.
    const faults = [...content.faults, ...sealing.faults, ...configFaults(content), ...modelFaults, ...site.faults];
    const written = !(options.strict && faults.length > 0);
    const { files, bytes } = written ? await writer.commit() : { files: 0, bytes: 0 };
    if (!written) await writer.abandon();
    const { articles } = content.catalog;
    return {
      written,
      articles: articles.length,
      ...(content.open && {
        sealed: { articles: articles.length - content.open.catalog.articles.length, files: sealedFiles },
      }),
      passages: articles.reduce((sum, article) => sum + article.document.passages.length, 0),
      locales: content.catalog.locales,
      pages: site.pages,
      files,
      bytes,
      base,
      faults,
      leftOut: content.leftOut,
      ...(answers && { answers: answersSummary(answers) }),
      ms: Math.round(performance.now() - start),
    };
  } catch (error) {
    await writer.abandon();
    throw error;
  } finally {
    await encoder?.close(whole);
  }
}

/** The encoder of the site; one that does not run is reported, and the site built without it. */
async function openEncoder(
  { models, content: folder }: BuildOptions,
  { config, configName }: Pick<LoadedContent, "config" | "configName">,
): Promise<{ encoder?: BuildEncoder; table?: StaticEncoder; faults: readonly Fault[] }> {
  if (!models) return { faults: [] };
  const { chosen, faults } = await chooseEncoder(folder, config.models, models.shipped, configName);
  if (!chosen) return { faults };
  try {
    const encoder = await BuildEncoder.open(chosen, models);
    const { table, faults: tableFaults } = await readTable(chosen);
    return { encoder, ...(table && { table }), faults: [...faults, ...tableFaults] };
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return { faults: [loadFault(chosen, found)] };
  }
}

/** Passages to encode; an article without any is found by its title. */
function countPassages({ catalog }: LoadedContent): number {
  return catalog.articles
    .filter(({ hidden }) => !hidden)
    .reduce((sum, { document }) => sum + Math.max(1, document.passages.length), 0);
}

function loadFault({ folder, model }: ChosenModel, found: string): Fault {
  const expected = "a feature-extraction model that loads";
  return { code: "config", severity: "error", file: `${folder}/${model.id}`, line: 1, expected, found };
}

/** The path a site is served under, percent-encoded, with a slash at both ends; of a whole address, its path. */
export function siteBase(base: string | undefined, siteUrl: string | undefined): string {
  const address = base ?? siteUrl ?? "/";
  const path = /^https?:\/\//.test(address) ? address : `/${address}/`.replace(/\/+/g, "/");
  const { pathname } = new URL(path, "http://localhost");
  return pathname.endsWith("/") ? pathname : `${pathname}/`;
}
