import type { SectionPack } from "../../domain/pack";
import { createSearchIndex } from "../../search/search-index";
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
  /** The first ten articles of every question, the unanswerable ones included. */
  readonly perQuery: readonly { readonly id: string; readonly ranked: readonly string[] }[];
}

export interface EvalOptions {
  /** Name of the content folder, for the report. */
  readonly content: string;
  /** Only questions in this language. */
  readonly lang?: QueryLanguage;
  /** Milliseconds; for tests. */
  readonly now?: () => number;
}

/**
 * Asks every question of the search that ships, and scores the answerable ones.
 *
 * @param pathOf source path of an article, relative to the content folder, as the questions name it
 */
export function evaluateRetrieval(
  packs: readonly SectionPack[],
  pathOf: (article: string) => string,
  queries: readonly EvalQuery[],
  { content, lang, now = () => performance.now() }: EvalOptions,
): EvalReport {
  const index = createSearchIndex();
  for (const pack of packs) index.add(pack);
  const asked = lang === undefined ? queries : queries.filter((query) => query.lang === lang);
  const locales = [...new Set(packs.map(({ locale }) => locale))];
  const search = ({ q, lang }: EvalQuery) => index.search({ text: q, locale: localeFor(lang, locales), limit: 10 });

  // Once unmeasured, so that the figures are those of a search box in use.
  for (const query of asked) search(query);
  const times: number[] = [];
  const perQuery = asked.map((query) => {
    const start = now();
    const { articles } = search(query);
    times.push(now() - start);
    return { id: query.id, ranked: articles.map(({ article }) => pathOf(article)) };
  });
  const judged = asked.flatMap((query, at): Judged[] =>
    query.answerable
      ? [
          {
            kind: query.kind,
            ranked: (perQuery[at]?.ranked ?? []).map(samePath),
            accepted: query.articles.map(samePath),
          },
        ]
      : [],
  );
  return {
    content,
    articles: packs.reduce((sum, pack) => sum + pack.articles.length, 0),
    passages: packs.reduce(
      (sum, pack) => sum + pack.articles.reduce((n, article) => n + article.passages.length, 0),
      0,
    ),
    retrieval: { lexical: modeReport(judged) },
    latencyMs: { query: { p50: round(percentile(times, 0.5)), p95: round(percentile(times, 0.95)) } },
    perQuery,
  };
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
