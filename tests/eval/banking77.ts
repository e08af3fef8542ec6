import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createRandom } from "../bench/support/random";
import { shippedEncoder } from "../support/shipped-encoder";
import { type Labelled, logisticRegression } from "./logistic-regression";

/** Of the benchmark's protocol: so often, with so many training questions of each intent. */
const ROUNDS = 10;
const EACH = 8;

interface Question {
  readonly text: string;
  readonly label: string;
}

/**
 * How well a few questions of each of 77 intents teach to tell the intent of others, by the vectors of the shipped
 * encoder: MTEB's Banking77Classification.
 *
 * @param folder holds `banking77.train.jsonl` and `banking77.test.jsonl`
 * @param scales what the unit vectors are multiplied with: the larger, the less the regression is held back
 * @returns mean accuracy for each scale, 0..1
 */
export async function banking77(folder: string, scales: readonly number[]): Promise<number[]> {
  const encoder = await shippedEncoder();
  const intents = new Map<string, number>();
  const read = (name: string): Labelled[] =>
    readFileSync(join(folder, name), "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Question)
      .map(({ text, label }) => {
        if (!intents.has(label)) intents.set(label, intents.size);
        return { row: encoder.query(text).vector, label: intents.get(label) as number };
      });
  const train = read("banking77.train.jsonl");
  const test = read("banking77.test.jsonl");
  return scales.map((scale) => {
    const scaled = (all: readonly Labelled[]) =>
      all.map(({ row, label }) => ({ row: row.map((value) => value * scale), label }));
    let right = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const classify = logisticRegression(scaled(sample(train, intents.size, round)), intents.size);
      right += scaled(test).filter(({ row, label }) => classify(row) === label).length;
    }
    return right / (ROUNDS * test.length);
  });
}

/** The same few questions of each intent for a round, whatever the encoder. */
export function sample(all: readonly Labelled[], intents: number, round: number): Labelled[] {
  const random = createRandom(round + 1);
  const shuffled = all.map((one) => ({ one, at: random.next() })).sort((a, b) => a.at - b.at);
  const taken = new Uint8Array(intents);
  return shuffled
    .map(({ one }) => one)
    .filter(({ label }) => {
      const before = taken[label] as number;
      taken[label] = Math.min(EACH, before + 1);
      return before < EACH;
    });
}
