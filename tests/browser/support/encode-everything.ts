import type { SectionPack } from "../../../src/domain/pack";
import { readStaticEncoder } from "../../../src/inference/static/read-encoder";
import { buildMeanings } from "../../../src/search/build-meanings";
import { createSearchIndex } from "../../../src/search/search-index";

/** What is to be encoded and asked. */
export interface Material {
  readonly texts: readonly string[];
  readonly packs: readonly SectionPack[];
  readonly questions: readonly { readonly q: string; readonly lang: string }[];
}

/** Everything an encoder makes of some material; bytes as hexadecimal digits. */
export interface Encoded {
  readonly texts: readonly {
    readonly query: string;
    readonly pieces: readonly number[];
    readonly passage: string;
    readonly passagePieces: readonly number[];
  }[];
  /** For each question the articles, best first, and why they are there. */
  readonly rankings: readonly (readonly {
    readonly article: string;
    readonly because: string;
    readonly score: string;
  }[])[];
}

/** Runs the same code wherever it is called. @param model bytes of the table's file */
export async function encodeEverything(model: Uint8Array, { texts, packs, questions }: Material): Promise<Encoded> {
  const read = await readStaticEncoder(model);
  if (!read.ok) throw new Error(read.error.detail ?? read.error.code);
  const encoder = read.value;
  const index = createSearchIndex();
  for (const pack of packs) index.add(pack, undefined, buildMeanings(pack, encoder));
  return {
    texts: texts.map((text) => {
      const { vector, pieces = [] } = encoder.query(text);
      const passage = encoder.passage(text);
      return {
        query: hexadecimal(vector),
        pieces: [...pieces],
        passage: hexadecimal(passage.vector),
        passagePieces: [...(passage.pieces ?? [])],
      };
    }),
    rankings: questions.map(({ q, lang }) =>
      index
        .search({ text: q, locale: lang }, encoder.query)
        // Engines differ in the last digit of logarithms and powers.
        .articles.map(({ article, because, score }) => ({ article, because, score: score.toPrecision(12) })),
    ),
  };
}

function hexadecimal({ buffer, byteOffset, byteLength }: Float32Array | Int8Array): string {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
