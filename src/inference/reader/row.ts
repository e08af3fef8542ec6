/** What the network is given for one question and one passage: a single row of tokens. */
export interface Row {
  readonly ids: readonly number[];
  /** 0 for tokens of the question, 1 for those of the passage. */
  readonly types: readonly number[];
  /** Where in the row the passage's own text begins; what stands above it comes before. */
  readonly first: number;
  /** Half-open range of UTF-16 offsets into the passage's text, two numbers for each of its tokens in the row. */
  readonly offsets: Uint32Array;
}
