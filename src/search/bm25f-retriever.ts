import type { SectionPack } from "../domain/pack";
import type { SearchQuery } from "../domain/search";
import { type Collection, conceptWeight, describeCollection } from "./collection";
import { inSection } from "./in-section";
import { documentCount, type LoadedSegment, loadSegment } from "./loaded-segment";
import { type Concept, type Known, queryConcepts } from "./query-concepts";
import { RANKING, type Ranking } from "./ranking";
import type { Matched, Retrieved, Retriever, ScoredArticle, ScoredPassage } from "./retriever";
import { scoreSegment } from "./score";
import { buildSegment } from "./segment";
import { createVocabulary, type Vocabulary } from "./vocabulary";

/** Everything that is indexed in one language. */
interface Shelf {
  readonly sections: Map<string, LoadedSegment>;
  readonly vocabulary: Vocabulary;
  /** Derived from the sections; undefined after a change. */
  collection: Collection | undefined;
}

const NOTHING: Retrieved = {
  articles: [],
  weak: [],
  matched: { terms: new Map(), characters: new Set(), corrections: [] },
};

/** The project's own engine: one immutable segment per section, statistics over all sections of a language. */
export function createBm25fRetriever(ranking: Ranking = RANKING): Retriever {
  const shelves = new Map<string, Shelf>();

  function remove(locale: string, section: string): boolean {
    const shelf = shelves.get(locale);
    const loaded = shelf?.sections.get(section);
    if (!shelf || !loaded) return false;
    shelf.sections.delete(section);
    shelf.vocabulary.remove(loaded.segment);
    shelf.collection = undefined;
    if (shelf.sections.size === 0) shelves.delete(locale);
    return true;
  }

  return {
    add(pack, segment = buildSegment(pack)) {
      remove(pack.locale, pack.section);
      const shelf = shelves.get(pack.locale) ?? {
        sections: new Map(),
        vocabulary: createVocabulary(),
        collection: undefined,
      };
      shelves.set(pack.locale, shelf);
      shelf.sections.set(pack.section, loadSegment(pack, segment));
      shelf.vocabulary.add(segment);
      shelf.collection = undefined;
      return segment;
    },
    remove,
    packs: (locale) => packsOf(shelves.get(locale)),
    retrieve(query) {
      const shelf = shelves.get(query.locale);
      return shelf ? retrieve(query, shelf, ranking) : NOTHING;
    },
  };
}

function packsOf(shelf: Shelf | undefined): SectionPack[] {
  return [...(shelf?.sections.values() ?? [])].map(({ pack }) => pack).sort((a, b) => (a.section < b.section ? -1 : 1));
}

function retrieve(query: SearchQuery, shelf: Shelf, ranking: Ranking): Retrieved {
  const segments = [...shelf.sections.values()];
  shelf.collection ??= describeCollection(segments);
  const collection = shelf.collection;
  const { concepts, telling, corrections } = queryConcepts(
    query,
    knownIn(segments, shelf.vocabulary, collection.documents),
    ranking,
  );
  const weighted = concepts.map((concept) => [concept, conceptWeight(concept, segments, collection)] as const);
  const articles: ScoredArticle[] = [];
  for (const loaded of segments) {
    if (!inSection(loaded.pack.section, query.section)) continue;
    const scores = scoreSegment(loaded, weighted, collection, telling, ranking);
    if (scores) articles.push(...gather(loaded, scores.documents, scores.articles));
  }
  const best = articles.reduce((most, { score }) => Math.max(most, score), 0);
  articles.sort((a, b) => b.score - a.score || (idOf(a) < idOf(b) ? -1 : 1));
  const shown = articles.filter(({ score }) => score >= best * ranking.cutoff);
  return { articles: shown, weak: articles.slice(shown.length), matched: matchedBy(weighted, telling, corrections) };
}

function knownIn(segments: readonly LoadedSegment[], vocabulary: Vocabulary, documents: number): Known {
  return {
    vocabulary,
    documents,
    frequency: (term) => segments.reduce((sum, segment) => sum + documentCount(segment, term), 0),
    gramsWith(character) {
      const grams = new Set<string>();
      for (const { segment } of segments) {
        for (const term of segment.terms)
          if (term.length > character.length && term.length <= 4 && term.includes(character)) grams.add(term);
      }
      return [...grams];
    },
  };
}

/** Articles of a segment that scored: the best passage, and what the article as a whole adds. */
function gather(loaded: LoadedSegment, documents: Float64Array, whole: Float64Array): ScoredArticle[] {
  const passages = new Map<number, ScoredPassage[]>();
  documents.forEach((score, document) => {
    if (score <= 0) return;
    const article = loaded.segment.articleOf[document] ?? 0;
    const scored = { passage: loaded.segment.passageOf[document] ?? 0, score };
    const others = passages.get(article);
    if (others) others.push(scored);
    else passages.set(article, [scored]);
  });
  return [...passages].map(([article, scored]) => {
    scored.sort((a, b) => b.score - a.score || a.passage - b.passage);
    const score = (scored[0]?.score ?? 0) + (whole[article] ?? 0);
    return { pack: loaded.pack, article, score, because: "words", passages: scored };
  });
}

function idOf({ pack, article }: ScoredArticle): string {
  return pack.articles[article]?.id ?? "";
}

function matchedBy(
  weighted: readonly (readonly [Concept, number])[],
  telling: boolean,
  corrections: Matched["corrections"],
): Matched {
  const terms = new Map<string, number>();
  const characters = new Set<string>();
  for (const [concept, weight] of weighted) {
    if (weight === 0 || (telling && !concept.telling)) continue;
    if (concept.character !== undefined) {
      characters.add(concept.character);
      terms.set(concept.character, weight);
    } else for (const term of concept.terms.keys()) terms.set(term, Math.max(weight, terms.get(term) ?? 0));
  }
  return { terms, characters, corrections };
}
