import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { StaticEncoder } from "../../src/domain/encoder";
import type { SectionPack } from "../../src/domain/pack";
import { readStaticEncoder, STATIC_ENCODER_FILE } from "../../src/inference/static/read-encoder";
import { loadContent } from "../../src/pipeline/load";
import { sectionPack } from "../../src/pipeline/packs";
import { flatten } from "../../src/pipeline/sections";
import { passageTexts } from "../../src/search/passage-texts";

const root = join(import.meta.dirname, "../..");

/** The folder of the encoder that comes with the tool, in hub layout. */
export const SHIPPED_ENCODER = join(root, "public/models/pocket-help-encoder");

/** @throws Error when it cannot be read */
export async function shippedEncoder(): Promise<StaticEncoder> {
  const encoder = await readStaticEncoder(readFileSync(join(SHIPPED_ENCODER, STATIC_ENCODER_FILE)));
  if (!encoder.ok) throw new Error(encoder.error.detail);
  return encoder.value;
}

/** The sections of the demo centre, in all its languages. */
export async function demoPacks(): Promise<SectionPack[]> {
  const content = await loadContent({ content: join(root, "content"), audience: "public" });
  return [...content.trees.values()]
    .flatMap(flatten)
    .filter(({ articles }) => articles.length > 0)
    .map(sectionPack);
}

/** The questions that the evaluation asks of the demo centre, with their language. */
export function demoQuestions(): { q: string; lang: string }[] {
  return ["en", "zh"].flatMap((lang) =>
    readFileSync(join(root, `tests/eval/${lang}.jsonl`), "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as { q: string; lang: string }),
  );
}

/** Texts as readers and authors write them, and what else may come. */
export function sampleTexts(packs: readonly SectionPack[]): string[] {
  const ordinary = [...packs.flatMap(passageTexts), ...demoQuestions().map(({ q }) => q)];
  return [...new Set([...ordinary, ...ODD_TEXTS])];
}

const ODD_TEXTS = [
  "",
  " \n\t ",
  "?",
  "THE QUICK BROWN FOX",
  "ＡＢＣ１２３，全形！",
  "ﬀ ① ℡ ½ Ⅷ",
  "Zürich naïve ÆØÅ ß İ",
  "重置密碼 與 帳號",
  "日本語のテキストです",
  "한국어 텍스트",
  "ก็ नमस्ते שלום مرحبا",
  "😀👩‍👩‍👧 emoji 🎉",
  "a\ud800b \udc00",
  "a\u0000b\u200bc\u00add",
  "<unk> <s> </s> [CLS]",
  "x".repeat(200),
  "密".repeat(100),
  "err_0x80070057: SN-4471-ZZ/v2.10.3",
  "https://example.com/a?b=c&d=%20#e",
  "  leading,   double  and trailing   ",
  "don’t ‘quote’ “this” — or…that",
];
