import type { SectionMeanings } from "../../domain/encoder";
import type { SectionPack } from "../../domain/pack";
import { FUSION, type Fusion } from "../../search/fusion";
import { createSearchIndex } from "../../search/search-index";
import type { EvalEncoder } from "./eval-encoder";
import { type Judged, percentile, type RetrievalScores, retrievalScores, scoresByKind } from "./metrics";
import type { EvalQuery, QueryLanguage } from "./queries";

/** The figures of one way of ranking. */
export interface ModeReport extends RetrievalScores {
  /** nDCG@10 of each kind of question. */
  readonly byKind: Readonly<Record<string, number>>;
}

/** What `pocket-help eval --json` prints. Modes that do not exist are left out. */
export interface EvalReport {
  readonly content: string;
  readonly articles: number;
  readonly passages: number;
  readonly retrieval: Readonly<Partial<Record<"lexical" | "dense" | "fused" | "reranked", ModeReport>>>;
  /** Milliseconds a query, warm. */
  readonly latencyMs: { readonly query: { readonly p50: number; readonly p95: number } };
  /** Id of the encoder; absent when words alone were compared. */
  readonly encoder?: string;
  /** The first ten articles of every question by the last of the modes, the unanswerable questions included. */
  readonly perQuery: readonly { readonly id: string; readonly ranked: readonly string[] }[];
}

export interface EvalOptions {
  /** Name of the content folder, for the report. */
  readonly content: string;
  /** Only questions in this language. */
  readonly lang?: QueryLanguage;
  /** Adds the modes dense and fused. */
  readonly encoder?: EvalEncoder;
  /** Called after the passages of each section were encoded. */
  readonly onSection?: (done: number, total: number) => void;
  /** Milliseconds; for tests. */
  readonly now?: () => number;
}

/** Ranks by the vectors alone, and shows whatever they find. */
const DENSE_ALONE: Fusion = {
  ...FUSION,
  words: 0,
  late: 0,
  dense: 1,
  likeness: -2,
  cutoff: -1,
  columnsPerPiece: 0,
  shortest: 0,
};

type Mode = "lexical" | "dense" | "fused";
type Search = (query: EvalQuery) => Promise<readonly string[]>;

/**
 * Asks every question of the search that ships, and scores the answerable ones.
 *
 * @param pathOf source path of an article, relative to the content folder, as the questions name it
 */
export async function evaluateRetrieval(
  packs: readonly SectionPack[],
  pathOf: (article: string) => string,
  queries: readonly EvalQuery[],
  { content, lang, encoder, onSection, now = () => performance.now() }: EvalOptions,
): Promise<EvalReport> {
  const asked = lang === undefined ? queries : queries.filter((query) => query.lang === lang);
  const modes = await searches(packs, pathOf, encoder, onSection);
  const rankings: (readonly [Mode, (readonly string[])[]])[] = [];
  for (const [mode, search] of modes) {
    const found: (readonly string[])[] = [];
    for (const query of asked) found.push(await search(query));
    rankings.push([mode, found]);
  }
  const [, shipped] = modes.at(-1) as (typeof modes)[number];
  const ranked = rankings.at(-1)?.[1] ?? [];
  // Every question was asked before, so the times are those of a search box in use.
  const times: number[] = [];
  for (const query of asked) {
    const start = now();
    await shipped(query);
    times.push(now() - start);
  }
  return {
    content,
    articles: packs.reduce((sum, pack) => sum + pack.articles.length, 0),
    passages: packs.reduce(
      (sum, pack) => sum + pack.articles.reduce((n, article) => n + article.passages.length, 0),
      0,
    ),
    ...(encoder && { encoder: encoder.encoder }),
    retrieval: Object.fromEntries(rankings.map(([mode, found]) => [mode, modeReport(judge(asked, found))])),
    latencyMs: { query: { p50: round(percentile(times, 0.5)), p95: round(percentile(times, 0.95)) } },
    perQuery: asked.map(({ id }, at) => ({ id, ranked: ranked[at] ?? [] })),
  };
}

/** The ways of ranking that there are, the one that ships last. */
async function searches(
  packs: readonly SectionPack[],
  pathOf: (article: string) => string,
  encoder: EvalEncoder | undefined,
  onSection: EvalOptions["onSection"],
): Promise<(readonly [Mode, Search])[]> {
  const locales = [...new Set(packs.map(({ locale }) => locale))];
  const meanings: SectionMeanings[] = [];
  if (encoder) {
    for (const pack of packs) {
      meanings.push(await encoder.section(pack));
      onSection?.(meanings.length, packs.length);
    }
  }
  const over = (meant: EvalEncoder | undefined, fusion = FUSION): Search => {
    const index = createSearchIndex(undefined, fusion);
    for (const [n, pack] of packs.entries()) index.add(pack, undefined, meant && meanings[n]);
    return async ({ q, lang }) => {
      const found = index.search({ text: q, locale: localeFor(lang, locales), limit: 10 }, await meant?.query(q));
      return found.articles.map(({ article }) => pathOf(article));
    };
  };
  if (!encoder) return [["lexical", over(undefined)]];
  return [
    ["lexical", over(undefined)],
    ["dense", over(encoder, DENSE_ALONE)],
    ["fused", over(encoder)],
  ];
}

function judge(asked: readonly EvalQuery[], rankings: readonly (readonly string[])[]): Judged[] {
  return asked.flatMap(({ answerable, kind, articles }, at) =>
    answerable ? [{ kind, ranked: (rankings[at] ?? []).map(samePath), accepted: articles.map(samePath) }] : [],
  );
}

function modeReport(judged: readonly Judged[]): ModeReport {
  const { n, ...means } = retrievalScores(judged);
  const byKind = Object.entries(scoresByKind(judged)).map(([kind, { ndcg10 }]) => [kind, round(ndcg10)] as const);
  return {
    n,
    ndcg10: round(means.ndcg10),
    hit1: round(means.hit1),
    hit3: round(means.hit3),
    mrr: round(means.mrr),
    byKind: Object.fromEntries(byKind),
  };
}

/** The content language that a question's language means: itself, else one of its regions, else the only one there is. */
function localeFor(lang: QueryLanguage, locales: readonly string[]): string {
  const regional = locales.find((locale) => locale.toLowerCase().split("-")[0] === lang);
  return locales.includes(lang) ? lang : (regional ?? (locales.length === 1 ? locales[0] : undefined) ?? lang);
}

/** File systems differ in how they compose accents: Yún may be written in two ways. */
function samePath(path: string): string {
  return path.normalize("NFC");
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
