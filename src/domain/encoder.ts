/** Raised when what is stored of a section's meanings changes; other numbers are refused and built anew. */
export const MEANINGS_VERSION = 1;

/**
 * What late interaction needs of a static encoder: one row a word piece, numbered as its tokeniser numbers them.
 * Flat, so that it can be read straight out of the model's file.
 */
export interface PieceTable {
  /** Length of a row. */
  readonly dimensions: number;
  /** `dimensions` numbers a piece, row after row. */
  readonly directions: Int8Array;
  /** What makes a piece's row a unit vector: multiply each of its numbers with it. */
  readonly scales: Float32Array;
  /** How much a piece of a query counts, before the collection's say; at least 0. */
  readonly attention: Float32Array;
}

/** What a query means. */
export interface QueryMeaning {
  /** The encoder it comes from: it compares with passages of the same one only. */
  readonly encoder: string;
  /** Unit length; all zero when the encoder knows nothing of the text. */
  readonly vector: Float32Array;
  /** Word pieces in their order, repetitions included; static encoders only. */
  readonly pieces?: Uint32Array;
  /** The rows of these pieces; there whenever the pieces are. */
  readonly table?: PieceTable;
}

/** Tells at once what a query means; static encoders can, networks cannot. */
export type QueryEncoder = (text: string) => QueryMeaning;

/** What one passage means. */
export interface PassageMeaning {
  /** Unit vector x 127, rounded; all zero when the encoder knows nothing of the text. */
  readonly vector: Int8Array;
  /** Different word pieces, ascending; static encoders only. */
  readonly pieces?: Uint16Array;
}

/** What the passages of one section mean: flat and immutable, so that it can be cloned into IndexedDB as it is. */
export interface SectionMeanings {
  readonly version: typeof MEANINGS_VERSION;
  /** See {@link PassageEncoder.encoder}. */
  readonly encoder: string;
  readonly dimensions: number;
  /** Unit vectors x 127, `dimensions` numbers a passage, in the order of a segment's documents. */
  readonly vectors: Int8Array;
  /** Different word pieces of each passage, ascending: passage p has those from `offsets[p]` to `offsets[p + 1]`. */
  readonly pieces?: Uint16Array;
  readonly offsets?: Uint32Array;
}

/** An encoder that turns passages into meanings on the spot. */
export interface PassageEncoder {
  /** Name and version in one, `pocket-help-encoder@40a30484ae67`: meanings of another one are of no use. */
  readonly encoder: string;
  readonly dimensions: number;
  passage(text: string): PassageMeaning;
}

/** An encoder that answers at once: a table that is looked up, no network that is run. */
export interface StaticEncoder extends PassageEncoder {
  readonly table: PieceTable;
  readonly query: QueryEncoder;
}
