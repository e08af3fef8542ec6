import type { ReaderPassage } from "../../domain/reader";
import { createPieceCutter, type PieceCutter } from "../static/unigram";
import type { Row } from "./row";

/** As the network was trained. All in pieces. */
const LONGEST_QUESTION = 24;
const LONGEST_CONTEXT = 24;
/** Context and text together. */
const LONGEST_PASSAGE = 200;

/** Makes the rows of the project's own reader. */
export type OwnRows = (question: string, passages: readonly ReaderPassage[]) => Row[];

/**
 * @param tokenizer a parsed `tokenizer.json`
 * @throws Error that says what was expected, where it is no unigram tokeniser
 */
export function createOwnRows(tokenizer: unknown): OwnRows {
  const { cut, size } = readPieces(tokenizer);
  // Behind the pieces: padding, the row's beginning, the end of a side, the mask.
  const [CLS, SEP] = [size + 1, size + 2];
  return (question, passages) => {
    const asked = [...cut(question).subarray(0, LONGEST_QUESTION)];
    return passages.map(({ context, text }) => {
      const above = context === "" ? [] : [...cut(`${context} .`).subarray(0, LONGEST_CONTEXT)];
      const { pieces, offsets } = cut.placed(text);
      const own = [...pieces.subarray(0, LONGEST_PASSAGE - above.length)];
      const before = asked.length + 2;
      const ids = [CLS, ...asked, SEP, ...above, ...own, SEP];
      return {
        ids,
        types: ids.map((_, at) => (at < before ? 0 : 1)),
        first: before + above.length,
        offsets: offsets.slice(0, own.length * 2),
      };
    });
  };
}

function readPieces(tokenizer: unknown): { cut: PieceCutter; size: number } {
  const model = (tokenizer as { model?: { type?: unknown; vocab?: unknown } } | null)?.model;
  if (model?.type !== "Unigram" || !Array.isArray(model.vocab) || !model.vocab.every(isPiece))
    throw new Error(`tokenizer.json: a Unigram model with pieces and scores expected, found ${model?.type ?? "none"}`);
  const vocabulary: readonly (readonly [string, number])[] = model.vocab;
  const cut = createPieceCutter(
    vocabulary.map(([piece]) => piece),
    Float32Array.from(vocabulary, ([, score]) => score),
  );
  return { cut, size: vocabulary.length };
}

function isPiece(entry: unknown): entry is [string, number] {
  return Array.isArray(entry) && typeof entry[0] === "string" && typeof entry[1] === "number";
}
