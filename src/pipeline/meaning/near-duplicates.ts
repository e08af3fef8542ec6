import type { StaticEncoder } from "../../domain/encoder";
import type { Fault } from "../../domain/fault";
import { joinMeanings } from "../../search/build-meanings";
import { lateScores } from "../../search/late-interaction";
import { passageTexts } from "../../search/passage-texts";
import type { CatalogArticle } from "../catalog";
import type { LinkResolver } from "../links";
import { packArticle } from "../packs";
import { byCodePoint } from "../read";
import { unitVector } from "./article-meanings";
import { namesApart } from "./names-apart";
import { nearestRows } from "./nearest-rows";

/** Two articles that say nearly the same; what `copy` says stands in `original` as well. */
export interface NearDuplicate {
  readonly copy: CatalogArticle;
  readonly original: CatalogArticle;
  /** 0..1: how much of the copy's telling words has its like in the original. */
  readonly likeness: number;
}

/** More warnings than this nobody reads. */
const MOST_PAIRS = 20;
/**
 * From this likeness on it is a near-duplicate. In the demo centre, where no two articles repeat each other, the
 * nearest pair reaches .67; of eleven of its articles written again in other words, seven reach .74 and more.
 */
const LEAST_LIKENESS = 0.71;
/** Below this cosine, the centre's common subject taken away, shared words are only the centre's jargon. */
const LEAST_COSINE = 0.4;
/** An article of far fewer different words is a stub or a sign to the longer one, no second answer. */
const LEAST_SIZE = 0.3;
/** As many of an article's most telling words say what it is about; more of them cost time and change nothing. */
const TELLING_PIECES = 32;
/** Neighbours of each article, and nearest pairs of all, that are compared word by word: a few milliseconds each. */
const NEIGHBOURS = 4;
const MOST_COMPARED = 400;

/** The parts of an article that are compared. */
interface Compared {
  readonly article: CatalogArticle;
  /** Direction of all passages together. */
  readonly sum: Float64Array;
  /** Different word pieces, ascending. */
  readonly pieces: Uint16Array;
}

/**
 * Finds articles of one language and one audience that say nearly the same. An author who names one of them as
 * `related` in the other knows both: these are left alone, as are titles that name different things, such as two
 * products or two versions.
 *
 * @returns the nearest pairs first, at most {@link MOST_PAIRS}, and one for each copy
 */
export function nearDuplicates(
  articles: readonly CatalogArticle[],
  resolver: LinkResolver,
  table: StaticEncoder,
): NearDuplicate[] {
  const groups = new Map<string, CatalogArticle[]>();
  for (const article of [...articles].sort((a, b) => byCodePoint(a.path, b.path))) {
    if (article.hidden) continue;
    const key = `${article.locale} ${article.audience}`;
    const group = groups.get(key);
    if (group) group.push(article);
    else groups.set(key, [article]);
  }
  const found = [...groups.values()].flatMap((group) => duplicatesAmong(group, resolver, table));
  found.sort((a, b) => b.likeness - a.likeness);
  // A family of five that repeat each other is five warnings, not ten.
  const told = new Set<CatalogArticle>();
  return found.filter(({ copy }) => !told.has(copy) && told.add(copy)).slice(0, MOST_PAIRS);
}

/** A warning for the author of the article that could go. */
export function duplicateFault({ copy, original, likeness }: NearDuplicate): Fault {
  return {
    code: "near-duplicate",
    severity: "warning",
    file: copy.path,
    line: 1,
    expected: "one article for one question, or texts that say how they differ",
    found: `${JSON.stringify(copy.title)}, which says nearly the same as ${JSON.stringify(original.title)} in ${original.path} (likeness ${likeness.toFixed(2)})`,
  };
}

function duplicatesAmong(
  articles: readonly CatalogArticle[],
  resolver: LinkResolver,
  table: StaticEncoder,
): NearDuplicate[] {
  const compared = articles.map((article) => compareBy(article, table));
  const meanings = joinMeanings(
    table.encoder,
    0,
    compared.map(({ pieces }) => ({ vector: new Int8Array(), pieces })),
  );
  const rarity = rarityAmong(compared);
  const weight = (piece: number) => (table.table.attention[piece] ?? 0) * rarity(piece);
  const contained = (copy: number, original: number): number => {
    const telling = [...compared[copy]!.pieces].sort((a, b) => weight(b) - weight(a) || a - b).slice(0, TELLING_PIECES);
    return lateScores(Uint32Array.from(telling), table.table, rarity, [{ meanings, passage: original }])?.[0] ?? 0;
  };
  const known = picksAmong(articles, resolver);
  return nearPairs(compared).flatMap(([a, b]) => {
    const [first, second] = [articles[a]!, articles[b]!];
    if (known(first, second) || namesApart(first, second)) return [];
    const [forth, back] = [contained(a, b), contained(b, a)];
    const likeness = Math.max(forth, back);
    if (likeness < LEAST_LIKENESS) return [];
    return [forth > back ? { copy: first, original: second, likeness } : { copy: second, original: first, likeness }];
  });
}

function compareBy(article: CatalogArticle, { passage, dimensions }: StaticEncoder): Compared {
  const sum = new Float64Array(dimensions);
  const pieces = new Set<number>();
  for (const text of passageTexts({ articles: [packArticle(article)] })) {
    const meaning = passage(text);
    for (let d = 0; d < dimensions; d++) sum[d] = (sum[d] as number) + (meaning.vector[d] as number);
    for (const piece of meaning.pieces ?? []) pieces.add(piece);
  }
  const length = Math.sqrt(sum.reduce((square, value) => square + value * value, 0)) || 1;
  return { article, sum: sum.map((value) => value / length), pieces: Uint16Array.from(pieces).sort() };
}

/** Pairs worth comparing word by word, nearest first: what all articles have in common is taken away before. */
function nearPairs(compared: readonly Compared[]): [number, number][] {
  const common = new Float64Array(compared[0]?.sum.length ?? 0);
  for (const { sum } of compared) {
    for (let d = 0; d < common.length; d++) common[d] = (common[d] as number) + (sum[d] as number) / compared.length;
  }
  const rows = compared.map(({ sum }) => unitVector(sum.map((value, d) => value - (common[d] as number))));
  const pairs = new Map<string, { pair: [number, number]; score: number }>();
  for (const [row, near] of nearestRows(rows, NEIGHBOURS).entries()) {
    for (const { row: other, score } of near) {
      const pair: [number, number] = [Math.min(row, other), Math.max(row, other)];
      const sizes = pair.map((index) => compared[index]!.pieces.length).sort((a, b) => a - b);
      if (score >= LEAST_COSINE && sizes[0]! >= LEAST_SIZE * sizes[1]!) pairs.set(pair.join(), { pair, score });
    }
  }
  return [...pairs.values()]
    .sort((a, b) => b.score - a.score || a.pair[0] - b.pair[0] || a.pair[1] - b.pair[1])
    .slice(0, MOST_COMPARED)
    .map(({ pair }) => pair);
}

/** Inverse document frequency of a piece among these articles. */
function rarityAmong(compared: readonly Compared[]): (piece: number) => number {
  const frequency = new Map<number, number>();
  for (const { pieces } of compared) for (const piece of pieces) frequency.set(piece, (frequency.get(piece) ?? 0) + 1);
  return (piece) => {
    const found = frequency.get(piece) ?? 0;
    return Math.log(1 + (compared.length - found + 0.5) / (found + 0.5));
  };
}

/** Whether one of two articles names the other as related. */
function picksAmong(
  articles: readonly CatalogArticle[],
  resolver: LinkResolver,
): (a: CatalogArticle, b: CatalogArticle) => boolean {
  const picks = new Map(
    articles.map((article) => {
      const targets = article.related.map((target) => resolver.resolve(article, target));
      return [article, new Set(targets.flatMap((target) => (target.type === "article" ? [target.article.id] : [])))];
    }),
  );
  return (a, b) => picks.get(a)?.has(b.id) === true || picks.get(b)?.has(a.id) === true;
}
