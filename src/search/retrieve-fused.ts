import type { QueryMeaning } from "../domain/encoder";
import type { SectionPack } from "../domain/pack";
import type { SearchQuery } from "../domain/search";
import { type Candidate, findCandidates } from "./candidates";
import { columns } from "./columns";
import { type Fusion, fuse, spread } from "./fusion";
import type { MeaningShelf } from "./meaning-shelf";
import type { Retrieved, ScoredArticle, ScoredPassage } from "./retriever";

/** What words and meaning found together. */
export interface Fused extends Omit<Retrieved, "weak"> {
  /** Articles that mean something near, though not near enough to be shown; best first. */
  readonly near: readonly ScoredArticle[];
}

/** An article with all that speaks for it. */
interface Contender {
  readonly pack: SectionPack;
  readonly article: number;
  /** What words found of it. */
  readonly found: ScoredArticle | undefined;
  /** Its passages that were looked at closely. */
  readonly candidates: readonly Candidate[];
  /** Of the most like of these; undefined when there is none. */
  readonly late: number | undefined;
  readonly dense: number | undefined;
  /** Of the most like of these, late interaction and cosine together; none is like nothing. */
  readonly likeness: number;
}

/**
 * Ranks the articles that words found anew by what they mean, and adds those that mean the same in other words.
 * What words alone would show stays; what meaning adds must be like the query and not far behind the best.
 *
 * @param lexical what words found for the same query
 */
export function retrieveFused(
  query: SearchQuery,
  meaning: QueryMeaning,
  lexical: Retrieved,
  shelf: MeaningShelf,
  fusion: Fusion,
): Fused {
  const sections = shelf.sections(meaning.encoder, query.section);
  const like = findCandidates(meaning, shelf, sections, [...lexical.articles, ...lexical.weak], fusion);
  if (!like) return wordsAlone(lexical);
  const contenders = gather(lexical, like.candidates, like.dense);
  const width = columns(query.text);
  const score = scorer(contenders, Math.min(1, width / fusion.sentence), fusion);
  const scored = contenders.map((contender) => ({ contender, article: score(contender) }));
  scored.sort((a, b) => b.article.score - a.article.score || (idOf(a.article) < idOf(b.article) ? -1 : 1));

  const legible = !meaning.pieces || width >= fusion.columnsPerPiece * meaning.pieces.length;
  const strong = new Set(lexical.articles);
  const least = (scored[0]?.article.score ?? 0) * fusion.cutoff;
  const articles: ScoredArticle[] = [];
  const near: ScoredArticle[] = [];
  for (const { contender, article } of scored) {
    const { found, likeness } = contender;
    if (found && strong.has(found)) articles.push(article);
    else if (legible && likeness >= fusion.likeness && article.score >= least) articles.push(article);
    else if (legible && likeness >= fusion.nearLikeness) near.push(article);
  }
  return { articles, near, matched: lexical.matched };
}

/** What words found, as it is. */
export function wordsAlone({ articles, matched }: Retrieved): Fused {
  return { articles, near: [], matched };
}

function gather(
  lexical: Retrieved,
  candidates: readonly Candidate[],
  dense: (section: string, article: number) => number | undefined,
): Contender[] {
  const byArticle = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const id = candidate.section.pack.articles[candidate.article]?.id ?? "";
    const others = byArticle.get(id);
    if (others) others.push(candidate);
    else byArticle.set(id, [candidate]);
  }
  const contender = (
    { pack, article }: Pick<ScoredArticle, "pack" | "article">,
    found: ScoredArticle | undefined,
    own: readonly Candidate[],
  ): Contender => ({
    pack,
    article,
    found,
    candidates: own,
    late: own.length > 0 ? Math.max(...own.map(({ late }) => late)) : undefined,
    dense: dense(pack.section, article),
    likeness: own.reduce((most, { late, cosine }) => Math.max(most, late + cosine), Number.NEGATIVE_INFINITY),
  });
  const contenders: Contender[] = [];
  const take = (found: ScoredArticle): void => {
    const id = idOf(found);
    contenders.push(contender(found, found, byArticle.get(id) ?? []));
    byArticle.delete(id);
  };
  lexical.articles.forEach(take);
  // What is weak and was not looked at closely cannot be shown.
  for (const found of lexical.weak) if (byArticle.has(idOf(found))) take(found);
  for (const own of byArticle.values()) {
    const first = own[0];
    if (first) contenders.push(contender({ pack: first.section.pack, article: first.article }, undefined, own));
  }
  return contenders;
}

/**
 * Puts evidence of different kinds on scales that compare within one query, and scores contenders by it.
 *
 * @param trust how much meaning counts, 0..1
 */
function scorer(
  contenders: readonly Contender[],
  trust: number,
  fusion: Fusion,
): (contender: Contender) => ScoredArticle {
  const looked = contenders.filter(({ candidates }) => candidates.length > 0);
  const lateOf = spread(
    looked.map(({ late = 0 }) => late),
    trust,
  );
  const denseOf = spread(
    looked.map(({ dense = 0 }) => dense),
    trust,
  );
  const bestWords = contenders.reduce((most, { found }) => Math.max(most, found?.score ?? 0), 0) || 1;
  const bestPassage = contenders.reduce((most, { found }) => Math.max(most, found?.passages[0]?.score ?? 0), 0) || 1;

  const passages = ({ found, candidates }: Contender): ScoredPassage[] => {
    const unlike = (score: number): number => fuse({ words: score / bestPassage, late: 0, dense: 0 }, fusion);
    // Most articles by far, and already in order.
    if (candidates.length === 0) return (found?.passages ?? []).map((one) => ({ ...one, score: unlike(one.score) }));
    const words = new Map((found?.passages ?? []).map(({ passage, score }) => [passage, score / bestPassage]));
    const like = new Map(candidates.map((candidate) => [candidate.passage, candidate]));
    return [...new Set([...words.keys(), ...like.keys()])]
      .map((passage) => {
        const candidate = like.get(passage);
        const late = candidate ? lateOf(candidate.late) : 0;
        const dense = candidate ? denseOf(candidate.cosine) : 0;
        return { passage, score: fuse({ words: words.get(passage) ?? 0, late, dense }, fusion) };
      })
      .sort((a, b) => b.score - a.score || a.passage - b.passage);
  };

  return (contender) => {
    const { pack, article, found, late, dense, likeness } = contender;
    return {
      pack,
      article,
      because: found ? "words" : "meaning",
      ...(late !== undefined && { likeness }),
      score: fuse(
        {
          words: (found?.score ?? 0) / bestWords,
          late: late === undefined ? 0 : lateOf(late),
          dense: dense === undefined ? 0 : denseOf(dense),
        },
        fusion,
      ),
      passages: passages(contender),
    };
  };
}

function idOf({ pack, article }: Pick<ScoredArticle, "pack" | "article">): string {
  return pack.articles[article]?.id ?? "";
}
