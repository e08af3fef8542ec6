import type { QueryMeaning } from "../domain/encoder";
import { cosines, highest } from "./dense-scan";
import type { Fusion } from "./fusion";
import { lateScores } from "./late-interaction";
import type { MeaningShelf, MeantSection } from "./meaning-shelf";
import type { ScoredArticle } from "./retriever";

/** A passage that was looked at closely. */
export interface Candidate {
  readonly section: MeantSection;
  readonly article: number;
  /** Position in its article. */
  readonly passage: number;
  /** Likeness by late interaction; the cosine where the encoder knows no pieces. */
  readonly late: number;
  readonly cosine: number;
}

/** What the passages of some sections have to do with a query. */
export interface Likeness {
  readonly candidates: readonly Candidate[];
  /** Highest cosine of an article's passages, looked at closely or not; undefined for an article without meanings. */
  dense(section: string, article: number): number | undefined;
}

/**
 * Scans the vectors of all passages, and looks closely at those that may be worth it: the nearest by their vectors,
 * and those whose words match.
 *
 * @param found articles whose words match, best first
 * @returns undefined when the query means nothing to the encoder
 */
export function findCandidates(
  meaning: QueryMeaning,
  shelf: MeaningShelf,
  sections: readonly MeantSection[],
  found: readonly ScoredArticle[],
  fusion: Fusion,
): Likeness | undefined {
  const rows = inOneRow(sections, meaning.vector);
  const chosen = new Set(highest(rows.cosines, fusion.candidates));
  for (const at of matching(rows, found, fusion)) chosen.add(at);
  const places = [...chosen].map(rows.place);
  const late =
    meaning.pieces && meaning.table
      ? lateScores(meaning.pieces, meaning.table, (piece) => shelf.rarity(piece) ** fusion.rarity, places)
      : places.map(({ cosine }) => cosine);
  if (!late || meaning.vector.every((value) => value === 0)) return undefined;
  return {
    candidates: places.map(({ section, passage, cosine }, n) => {
      const article = section.articleOf[passage] as number;
      const first = section.firstOf[article] as number;
      return { section, article, passage: passage - first, late: late[n] as number, cosine };
    }),
    dense: (section, article) => rows.best(section, article),
  };
}

/** Of the first matching articles the passages that match best, by their numbers in the row. */
function matching(rows: Row, found: readonly ScoredArticle[], fusion: Fusion): number[] {
  const numbers: number[] = [];
  for (const { pack, article, passages } of found) {
    if (numbers.length >= fusion.candidates) break;
    for (const { passage } of passages.slice(0, fusion.passagesEach)) {
      const number = rows.numberOf(pack.section, article, passage);
      if (number !== undefined) numbers.push(number);
    }
  }
  return numbers;
}

type Row = ReturnType<typeof inOneRow>;

/** The passages of all sections, numbered through, with their cosines. */
function inOneRow(sections: readonly MeantSection[], vector: Float32Array) {
  const scanned = sections.map(({ meanings }) => cosines(meanings, vector));
  const starts: number[] = [];
  const byName = new Map<string, readonly [section: MeantSection, start: number]>();
  let total = 0;
  for (const [n, section] of sections.entries()) {
    starts.push(total);
    byName.set(section.pack.section, [section, total]);
    total += scanned[n]?.length ?? 0;
  }
  const all = new Float64Array(total);
  for (const [n, part] of scanned.entries()) all.set(part, starts[n]);

  return {
    cosines: all,
    place(number: number) {
      let n = starts.length - 1;
      while ((starts[n] as number) > number) n--;
      const section = sections[n] as MeantSection;
      return {
        section,
        meanings: section.meanings,
        passage: number - (starts[n] as number),
        cosine: all[number] as number,
      };
    },
    numberOf(name: string, article: number, passage: number): number | undefined {
      const [section, start = 0] = byName.get(name) ?? [];
      return section && start + (section.firstOf[article] as number) + passage;
    },
    best(name: string, article: number): number | undefined {
      const [section, start = 0] = byName.get(name) ?? [];
      if (!section) return undefined;
      let best = -1;
      for (let at = section.firstOf[article] as number; section.articleOf[at] === article; at++) {
        best = Math.max(best, all[start + at] as number);
      }
      return best;
    },
  };
}
