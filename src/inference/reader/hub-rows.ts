import type { PreTrainedTokenizer } from "@xenova/transformers";
import type { ReaderPassage } from "../../domain/reader";
import { alignTokens, spellingOf } from "./align-tokens";
import type { Row } from "./row";

/** The part of a row that a question may take: a longer one is a pasted page, and the passage needs the room. */
const QUESTION_SHARE = 1 / 4;

export type HubRows = (question: string, passages: readonly ReaderPassage[]) => Row[];

/** The part of a tokeniser of transformers.js that is used. */
export type Tokenizer = Pick<
  PreTrainedTokenizer,
  "encode" | "tokenize" | "all_special_ids" | "unk_token" | "unk_token_id"
> &
  ((text: string, options: object) => { input_ids: number[]; token_type_ids?: number[] });

/**
 * Makes rows as the model's own tokeniser would, with the same tokens, and knows where each token stands.
 *
 * @param longest tokens in a row, special ones included; what is longer loses the end of the passage
 */
export function createHubRows(tokenizer: Tokenizer, longest: number): HubRows {
  const spelling = spellingOf(tokenizer.tokenize("a b"));
  const frame = frameOf(tokenizer);
  const encode = (text: string): number[] => tokenizer.encode(text, { add_special_tokens: false });

  return (question, passages) => {
    const asked = encode(question).slice(0, Math.floor(longest * QUESTION_SHARE));
    const before = [...frame.before, ...ofType(frame.question, asked), ...frame.between];
    const room = longest - before.length - frame.after.length;
    return passages.map(({ context, text }) => {
      const above = context === "" ? "" : `${context} . `;
      const side = encode(above + text).slice(0, room);
      const tokens = tokenizer.tokenize(above + text).slice(0, side.length);
      const offsets = alignTokens(above + text, tokens, spelling, tokenizer.unk_token ?? undefined);
      // The first token that is not all above the text.
      let first = 0;
      while (above !== "" && first < side.length && (offsets[2 * first + 1] as number) <= above.length) first++;
      const row = [...before, ...ofType(frame.passage, side), ...frame.after];
      return {
        ids: row.map(({ id }) => id),
        types: row.map(({ type }) => type),
        first: before.length + first,
        offsets: offsets.slice(2 * first).map((offset) => Math.max(0, offset - above.length)),
      };
    });
  };
}

interface Token {
  readonly id: number;
  readonly type: number;
}

function ofType(type: number, ids: readonly number[]): Token[] {
  return ids.map((id) => ({ id, type }));
}

/** The special tokens around two texts, and the texts' types: every family of models has its own. */
interface Frame {
  readonly before: readonly Token[];
  readonly question: number;
  readonly between: readonly Token[];
  readonly passage: number;
  readonly after: readonly Token[];
}

/** Asks the tokeniser itself: `<s> a </s></s> b </s>`, `[CLS] a [SEP] b [SEP]`. */
function frameOf(tokenizer: Tokenizer): Frame {
  const { input_ids: ids, token_type_ids: types } = tokenizer("a", { text_pair: "b", return_tensor: false });
  const special = new Set(tokenizer.all_special_ids);
  const tokens = ids.map((id, n) => ({ id, type: types?.[n] ?? 0 }));
  // It may not know these letters.
  const isText = ids.map((id) => id === tokenizer.unk_token_id || !special.has(id));
  const start = isText.indexOf(true);
  const end = isText.indexOf(false, start);
  const next = isText.indexOf(true, end);
  if (start < 0 || end < 0 || next < 0)
    throw new Error("tokenizer.json: special tokens between question and passage expected, found none");
  return {
    before: tokens.slice(0, start),
    question: tokens[start]?.type ?? 0,
    between: tokens.slice(end, next),
    passage: tokens[next]?.type ?? 0,
    after: tokens.slice(isText.lastIndexOf(true) + 1),
  };
}
