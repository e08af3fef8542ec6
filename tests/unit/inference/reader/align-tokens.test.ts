import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BertTokenizer, PreTrainedTokenizer } from "@xenova/transformers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignTokens, spellingOf } from "../../../../src/inference/reader/align-tokens";
import { createHubRows, type Tokenizer } from "../../../../src/inference/reader/hub-rows";
import { TINY_READER } from "../../../support/model-mirror";

const parse = (name: string) => JSON.parse(readFileSync(join(TINY_READER, name), "utf8")) as object;
const special = (content: string, id: number) => ({ id, content, special: true, normalized: false });
const numbered = (tokens: readonly string[]) => Object.fromEntries(tokens.map((token, id) => [token, id]));

/** A pair as RoBERTa and its kin have it. */
const ROBERTA = ["<s>", "<pad>", "</s>", "<unk>"];
const roberta = {
  version: "1.0",
  added_tokens: ROBERTA.map(special),
  post_processor: {
    type: "RobertaProcessing",
    sep: ["</s>", 2],
    cls: ["<s>", 0],
    trim_offsets: true,
    add_prefix_space: false,
  },
};
const robertaConfig = {
  model_max_length: 512,
  bos_token: "<s>",
  eos_token: "</s>",
  cls_token: "<s>",
  sep_token: "</s>",
  unk_token: "<unk>",
  pad_token: "<pad>",
};
/** All bytes as byte-level tokenisers write them. */
const bytes = [
  ...Array.from({ length: 256 }, (_, n) => n).filter((n) => (n > 32 && n < 127) || (n > 160 && n !== 173)),
].map((n) => String.fromCharCode(n));
const others = Array.from({ length: 256 - bytes.length }, (_, n) => String.fromCharCode(256 + n));

const byteLevel = {
  ...roberta,
  normalizer: null,
  pre_tokenizer: { type: "ByteLevel", add_prefix_space: false, trim_offsets: true, use_regex: true },
  decoder: { type: "ByteLevel", add_prefix_space: true, trim_offsets: true, use_regex: true },
  model: {
    type: "BPE",
    unk_token: null,
    vocab: numbered([...ROBERTA, ...bytes, ...others, "Ġr", "es", "Ġres", "et", "Ġreset", "ç½", "..", "..."]),
    merges: ["Ġ r", "e s", "Ġr es", "e t", "Ġres et", "ç ½", ". .", ".. ."],
  },
};
const metaspace = {
  ...roberta,
  normalizer: { type: "NFKC" },
  pre_tokenizer: { type: "Metaspace", replacement: "▁", add_prefix_space: true, prepend_scheme: "always" },
  decoder: { type: "Metaspace", replacement: "▁", add_prefix_space: true, prepend_scheme: "always" },
  model: {
    type: "Unigram",
    unk_id: 3,
    vocab: [...ROBERTA, "▁", "▁reset", "▁the", "重置", "密码", "▁重置", "。", ..."resthp."].map((piece, n) => [
      piece,
      -n,
    ]),
  },
};

const TOKENIZERS: Record<string, Tokenizer> = {
  wordpiece: new BertTokenizer(parse("tokenizer.json"), parse("tokenizer_config.json")) as unknown as Tokenizer,
  "byte-level": new PreTrainedTokenizer(byteLevel, robertaConfig) as unknown as Tokenizer,
  metaspace: new PreTrainedTokenizer(metaspace, robertaConfig) as unknown as Tokenizer,
};

function aligned(name: string, text: string): string[] {
  const tokenizer = TOKENIZERS[name]!;
  const tokens = tokenizer.tokenize(text);
  const offsets = alignTokens(text, tokens, spellingOf(tokenizer.tokenize("a b")), tokenizer.unk_token ?? undefined);
  return tokens.map((token, n) => `${token} ${text.slice(offsets[2 * n], offsets[2 * n + 1])}`);
}

describe("alignTokens", () => {
  it("tells spellings apart", () => {
    const found = Object.values(TOKENIZERS).map((tokenizer) => spellingOf(tokenizer.tokenize("a b")));
    expect(found).toEqual(Object.keys(TOKENIZERS));
  });

  it.each([
    ["wordpiece", "  Rêset, 密码!", ["reset Rêset", ", ,", "密 密", "码 码", "! !"]],
    ["wordpiece", "ab ☃x 9", ["a a", "##b b", "[UNK] ☃x", "9 9"]],
    ["wordpiece", "☃ ☃", ["[UNK] ☃", "[UNK] ☃"]],
    ["byte-level", "x reset...", ["x x", "Ġreset reset", "... ..."]],
    ["byte-level", "é 置", ["Ã ", "© é", "Ġ ", "ç½ ", "® 置"]],
    ["metaspace", "the reset。重置密码", ["▁the the", "▁reset reset", "。 。", "重置 重置", "密码 密码"]],
    ["metaspace", "重置 ｒｅｓｅｔ…", ["▁重置 重置", "▁reset ｒｅｓｅｔ", ". …", ". …", ". …"]],
    ["metaspace", "☃☃ the", ["▁ ", "☃☃ ☃☃", "▁the the"]],
  ])("%s: %j", (name, text, expected) => {
    expect(aligned(name, text)).toEqual(expected);
  });

  it("goes on behind what a tokeniser put in the place of something else", () => {
    const offsets = alignTokens('say ``no" twice', ["say", '"', "no", '"', "twice"], "wordpiece", "[UNK]");
    expect([...offsets]).toEqual([0, 3, 4, 6, 6, 8, 8, 9, 10, 15]);
  });

  it("gives ascending ranges within the text, whatever the text", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(fc.constantFrom(..."rest 重置☃é…Ⅻß\u0301\u3099\n#'ΣİK"), { maxLength: 30 }).map((all) => all.join("")),
    );
    for (const [name, tokenizer] of Object.entries(TOKENIZERS)) {
      fc.assert(
        fc.property(texts, (text) => {
          const tokens = tokenizer.tokenize(text);
          const offsets = alignTokens(text, tokens, name as "wordpiece", tokenizer.unk_token ?? undefined);
          expect(offsets).toHaveLength(tokens.length * 2);
          for (let n = 0; n < offsets.length; n += 2) {
            expect(offsets[n]).toBeGreaterThanOrEqual(n > 0 ? offsets[n - 2]! : 0);
            expect(offsets[n + 1]).toBeGreaterThanOrEqual(offsets[n]!);
            expect(offsets[n + 1]).toBeLessThanOrEqual(text.length);
          }
        }),
      );
    }
  });
});

describe("createHubRows", () => {
  const pairs = [
    ["reset", "the reset. 重置密码"],
    ["", ""],
    ["é…", "ab ☃x\n\n9"],
    ["how do i reset my password?", "open settings, click reset."],
  ] as const;

  it.each(Object.keys(TOKENIZERS))("%s: the tokens are those that the tokeniser itself gives the pair", (name) => {
    const tokenizer = TOKENIZERS[name]!;
    for (const [question, text] of pairs) {
      const [row] = createHubRows(tokenizer, 512)(question, [{ context: "", text }]);
      const whole = tokenizer(question, { text_pair: text, return_tensor: false });
      // For an empty second text the library leaves out what stands around it.
      if (text !== "")
        expect([row!.ids, row!.types]).toEqual([whole.input_ids, whole.token_type_ids ?? row!.ids.map(() => 0)]);
      expect(row!.first + row!.offsets.length / 2).toBeLessThan(row!.ids.length);
    }
  });

  it.each(Object.keys(TOKENIZERS))("%s: a row is never longer than the model's window", (name) => {
    for (const question of ["reset", "reset ".repeat(400)]) {
      const passage = { context: "reset", text: "the ".repeat(400) };
      const [row] = createHubRows(TOKENIZERS[name]!, 64)(question, [passage]);
      expect(row!.ids).toHaveLength(64);
      expect(row!.offsets.length).toBeGreaterThan(60);
    }
  });

  it("refuses a tokeniser that puts nothing between question and passage", () => {
    const bare = new PreTrainedTokenizer({ ...metaspace, post_processor: null }, robertaConfig) as unknown as Tokenizer;
    expect(() => createHubRows(bare, 512)).toThrow("special tokens between question and passage expected, found none");
  });
});
