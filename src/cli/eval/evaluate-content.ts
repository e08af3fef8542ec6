import type { Question, WeighedQuestion } from "../../answer/answer-question";
import type { SectionMeanings } from "../../domain/encoder";
import type { SectionPack } from "../../domain/pack";
import type { Reader } from "../../domain/reader";
import { FUSION, type Fusion } from "../../search/fusion";
import { createSearchIndex, type SearchIndex } from "../../search/search-index";
import type { EvalEncoder } from "./eval-encoder";
import { type AnswersReport, answerQueries, answersReport, judgeAnswer } from "./evaluate-answers";
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
  readonly answers: AnswersReport;
  /** Milliseconds a query and an answer, warm. */
  readonly latencyMs: Readonly<Record<"query" | "answer", { readonly p50: number; readonly p95: number }>>;
  /** Id of the encoder; absent when words alone were compared. */
  readonly encoder?: string;
  /** Id of the reader; absent when sentences were scored. */
  readonly reader?: string;
  /**
   * Of every question, the unanswerable ones included: the first ten articles by the last of the modes, and what was
   * answered; `null` where the answer was that the articles do not cover it.
   */
  readonly perQuery: readonly {
    readonly id: string;
    readonly ranked: readonly string[];
    readonly answer: { readonly article: string; readonly text: string; readonly confidence: number } | null;
  }[];
}

export interface EvalOptions {
  /** Name of the content folder, for the report. */
  readonly content: string;
  /** Only questions in this language. */
  readonly lang?: QueryLanguage;
  /** Adds the modes dense and fused. */
  readonly encoder?: EvalEncoder;
  /** Reads for answers; without one sentences are scored. */
  readonly reader?: Reader;
  /** The least probability at which a quotation counts as an answer, 0..1. */
  readonly threshold: number;
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

type Mode = keyof EvalReport["retrieval"];
type Search = (query: EvalQuery) => Promise<readonly string[]>;

/** What there is to ask: ways of ranking, and a way to answer. */
interface Engine {
  /** The one that ships last. */
  readonly modes: readonly (readonly [Mode, Search])[];
  /** A question with what the last of the modes finds for it. */
  question(query: EvalQuery): Promise<Question>;
}

/** Articles that are ranked anew by what is read in them. */
const RERANKED = 20;

/**
 * Asks every question of the search that ships and of the answers, and scores them.
 *
 * @param pathOf source path of an article, relative to the content folder, as the questions name it
 */
export async function evaluateContent(
  packs: readonly SectionPack[],
  pathOf: (article: string) => string,
  queries: readonly EvalQuery[],
  { content, lang, encoder, reader, threshold, onSection, now = () => performance.now() }: EvalOptions,
): Promise<EvalReport> {
  const asked = lang === undefined ? queries : queries.filter((query) => query.lang === lang);
  const { modes, question } = await engine(packs, pathOf, encoder, onSection);
  const rankings: (readonly [Mode, (readonly string[])[]])[] = [];
  for (const [mode, search] of modes) {
    const found: (readonly string[])[] = [];
    for (const query of asked) found.push(await search(query));
    rankings.push([mode, found]);
  }
  const [, shipped] = modes.at(-1) as (typeof modes)[number];
  const answered = await answerQueries(asked, question, reader, now);
  const ranked = answered.weighed.map((one) => one.ranked.map(pathOf));
  rankings.push(["reranked", ranked]);
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
    ...(reader && { reader: reader.reader }),
    retrieval: Object.fromEntries(rankings.map(([mode, found]) => [mode, modeReport(judge(asked, found))])),
    answers: answersReport(
      asked.flatMap((query, at) => judgeAnswer(query, answered.weighed[at] as WeighedQuestion, pathOf) ?? []),
      threshold,
    ),
    latencyMs: { query: quantiles(times), answer: quantiles(answered.times) },
    perQuery: asked.map(({ id }, at) => {
      const { ranked, quotation, confidence } = answered.weighed[at] as WeighedQuestion;
      const answer =
        quotation && confidence >= threshold
          ? { article: pathOf(quotation.article), text: quotation.text, confidence: round(confidence) }
          : null;
      return { id, ranked: ranked.slice(0, 10).map(pathOf), answer };
    }),
  };
}

function quantiles(times: readonly number[]): { readonly p50: number; readonly p95: number } {
  return { p50: round(percentile(times, 0.5)), p95: round(percentile(times, 0.95)) };
}

async function engine(
  packs: readonly SectionPack[],
  pathOf: (article: string) => string,
  encoder: EvalEncoder | undefined,
  onSection: EvalOptions["onSection"],
): Promise<Engine> {
  const locales = [...new Set(packs.map(({ locale }) => locale))];
  const meanings: SectionMeanings[] = [];
  if (encoder) {
    for (const pack of packs) {
      meanings.push(await encoder.section(pack));
      onSection?.(meanings.length, packs.length);
    }
  }
  const indexOver = (meant: EvalEncoder | undefined, fusion = FUSION): SearchIndex => {
    const index = createSearchIndex(undefined, fusion);
    for (const [n, pack] of packs.entries()) index.add(pack, undefined, meant && meanings[n]);
    return index;
  };
  const queryOf = ({ q, lang }: EvalQuery, limit = 10) => ({ text: q, locale: localeFor(lang, locales), limit });
  const over =
    (index: SearchIndex, meant: EvalEncoder | undefined): Search =>
    async (query) => {
      const found = index.search(queryOf(query), await meant?.query(query.q));
      return found.articles.map(({ article }) => pathOf(article));
    };
  const shipped = indexOver(encoder);
  const modes: (readonly [Mode, Search])[] = encoder
    ? [
        ["lexical", over(indexOver(undefined), undefined)],
        ["dense", over(indexOver(encoder, DENSE_ALONE), encoder)],
        ["fused", over(shipped, encoder)],
      ]
    : [["lexical", over(shipped, undefined)]];
  return {
    modes,
    async question(asked) {
      const query = queryOf(asked, RERANKED);
      const found = shipped.retrieve(query, await encoder?.query(asked.q));
      const likeness = encoder?.table && shipped.likeness(query, found, encoder.table);
      return { query, found: found.articles.slice(0, RERANKED), hits: [], ...(likeness && { likeness }) };
    },
  };
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
