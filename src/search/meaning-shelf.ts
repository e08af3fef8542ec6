import type { SectionMeanings } from "../domain/encoder";
import type { SectionPack } from "../domain/pack";
import { inSection } from "./in-section";

/** Meanings of a section beside the texts they were made of. */
export interface MeantSection {
  readonly pack: SectionPack;
  readonly meanings: SectionMeanings;
  /** Article (position in the pack) of each passage. */
  readonly articleOf: Uint32Array;
  /** First passage of each article; those of one article stand together. */
  readonly firstOf: Uint32Array;
}

/** The meanings of one language's sections. What it answers does not depend on the order of additions. */
export interface MeaningShelf {
  /** Adds a section, or replaces it. */
  add(pack: SectionPack, meanings: SectionMeanings): void;
  /** Forgets a section; false when there was none. */
  remove(section: string): boolean;
  /** Sections that an encoder made, the one asked for and those below it; by name. */
  sections(encoder: string, asked?: string): readonly MeantSection[];
  /** Inverse document frequency of a word piece: how much it says that a passage holds it. */
  rarity(piece: number): number;
}

export function createMeaningShelf(): MeaningShelf {
  const held = new Map<string, MeantSection>();
  /** How many passages hold each piece. Whole numbers: taking away undoes adding exactly. */
  const frequency = new Uint32Array(65_536);
  let passages = 0;

  const count = ({ meanings, articleOf }: MeantSection, step: 1 | -1): void => {
    passages += step * articleOf.length;
    for (const piece of meanings.pieces ?? []) frequency[piece] = (frequency[piece] as number) + step;
  };
  const remove = (section: string): boolean => {
    const found = held.get(section);
    if (!found) return false;
    count(found, -1);
    return held.delete(section);
  };

  return {
    add(pack, meanings) {
      remove(pack.section);
      const section = { pack, meanings, ...places(pack) };
      held.set(pack.section, section);
      count(section, 1);
    },
    remove,
    sections: (encoder, asked) =>
      [...held.values()]
        .filter(({ pack, meanings }) => meanings.encoder === encoder && inSection(pack.section, asked))
        .sort((a, b) => (a.pack.section < b.pack.section ? -1 : 1)),
    rarity(piece) {
      const found = frequency[piece] ?? 0;
      return Math.log(1 + (passages - found + 0.5) / (found + 0.5));
    },
  };
}

function places(pack: SectionPack): Pick<MeantSection, "articleOf" | "firstOf"> {
  const firstOf = new Uint32Array(pack.articles.length);
  const articleOf: number[] = [];
  for (const [article, { passages }] of pack.articles.entries()) {
    firstOf[article] = articleOf.length;
    for (let n = 0; n < Math.max(1, passages.length); n++) articleOf.push(article);
  }
  return { articleOf: Uint32Array.from(articleOf), firstOf };
}
