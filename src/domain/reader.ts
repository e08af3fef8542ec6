/** What a reader makes of one passage in the light of a question. Scores are logits and compare within one reader. */
export interface Reading {
  /** Half-open range of UTF-16 offsets of each of the passage's tokens, two numbers a token; ascending. */
  readonly offsets: Uint32Array;
  /** How much speaks for each token as the answer's first. */
  readonly starts: Float32Array;
  /** The same for the answer's last token, which is part of the answer. */
  readonly ends: Float32Array;
  /** How much speaks for "this passage holds no answer": start and end of the first token of all, added up. */
  readonly nothing: number;
  /** How much the passage has to do with the question; absent with models that do not tell. */
  readonly relevance?: number;
}

/** A passage as a reader sees it. */
export interface ReaderPassage {
  /** What stands above the text: title and headings. Not part of the offsets. */
  readonly context: string;
  readonly text: string;
}

/** A model that finds the answer to a question in passages, loaded. */
export interface Reader {
  /** Name and version in one, `pocket-help-reader@1f0c…`. */
  readonly reader: string;
  /**
   * One reading a passage, in their order. Texts beyond the model's window are not seen. Questions are read one after
   * the other.
   *
   * @param signal ends the reading before the next passage, with its reason, so that a newer question has its turn
   */
  read(question: string, passages: readonly ReaderPassage[], signal?: AbortSignal): Promise<readonly Reading[]>;
  dispose(): Promise<void>;
}
