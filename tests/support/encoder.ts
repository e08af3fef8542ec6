import type { StaticEncoder } from "../../src/domain/encoder";
import { readStaticEncoder, STATIC_ENCODER_FORMAT } from "../../src/inference/static/read-encoder";
import { type TensorToWrite, writeSafetensors } from "./safetensors";

/** Words of one line mean the same to the made-up encoder; letters and characters mean nothing in particular. */
export const SAME_MEANING: readonly (readonly string[])[] = [
  ["password", "passphrase", "密码", "口令"],
  ["reset", "forgot", "change", "重置", "忘记"],
  ["refund", "money", "back", "退款", "钱"],
  ["parcel", "package", "delivery", "包裹", "快递"],
  ["late", "delayed", "waiting", "迟"],
  ["router", "wifi", "网络"],
];

const DIMENSIONS = 24;
const LETTERS = [..."abcdefghijklmnopqrstuvwxyz0123456789"];

/** The tensors of a made-up encoder of a few dozen pieces, for tests that change or damage them. */
export function madeUpTensors(): Record<string, TensorToWrite> {
  const words = SAME_MEANING.flatMap((same, line) => same.map((word) => ({ word, line })));
  const rows = [
    { piece: "<unk>", line: undefined, score: 0 },
    { piece: "▁", line: undefined, score: -3 },
    ...LETTERS.map((piece) => ({ piece, line: undefined, score: -8 })),
    ...words.map(({ word, line }) => ({
      piece: /^[a-z]/.test(word) ? `▁${word}` : word,
      line,
      score: -6,
    })),
  ];
  const directions = new Int8Array(rows.length * DIMENSIONS);
  const scales = new Float32Array(rows.length);
  for (const [row, { line }] of rows.entries()) {
    // The same direction for a line, a little of its own for each row.
    const common = line === undefined ? undefined : numbers(1_000 + line);
    const own = numbers(row);
    let square = 0;
    for (let d = 0; d < DIMENSIONS; d++) {
      const value = Math.round(100 * (common ? 0.9 * common() + 0.1 * own() : own()));
      directions[row * DIMENSIONS + d] = value;
      square += value * value;
    }
    scales[row] = 1 / Math.sqrt(square || 1);
  }
  const spelled = new TextEncoder().encode(rows.map(({ piece }) => piece).join("\n"));
  const weight = rows.map(({ line }) => (line === undefined ? 0.2 : 1));
  const floats = (values: readonly number[]): TensorToWrite => ({
    shape: [rows.length],
    data: Float32Array.from(values),
  });
  return {
    directions: { shape: [rows.length, DIMENSIONS], data: directions },
    scales: { shape: [rows.length], data: scales },
    weights: floats(weight),
    attention: floats(weight),
    scores: floats(rows.map(({ score }) => score)),
    pieces: { shape: [spelled.length], data: spelled },
  };
}

/** A `model.safetensors` with the made-up encoder. */
export function madeUpModel(): Uint8Array {
  return writeSafetensors(madeUpTensors(), { format: STATIC_ENCODER_FORMAT, id: "made-up", version: "1" });
}

/** An encoder that knows the lines of {@link SAME_MEANING}. */
export async function madeUpEncoder(): Promise<StaticEncoder> {
  const encoder = await readStaticEncoder(madeUpModel());
  if (!encoder.ok) throw new Error(encoder.error.detail);
  return encoder.value;
}

/** Numbers from -1 to 1, always the same ones for a seed. */
function numbers(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state / 0xffffffff) * 2 - 1;
  };
}
