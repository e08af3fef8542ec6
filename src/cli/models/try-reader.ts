import { resolve } from "node:path";
import type { Dtype } from "../../domain/models";
import type { Reader, ReaderPassage, Reading } from "../../domain/reader";
import { openReader } from "../../inference/reader/open-reader";

/** A question and a passage in each language of the interface. */
const TRIALS: readonly { readonly question: string; readonly passage: ReaderPassage }[] = [
  {
    question: "How long does a refund take?",
    passage: { context: "Refunds", text: "We send the money back within five working days." },
  },
  { question: "退款要多久？", passage: { context: "退款", text: "我们会在五个工作日内退款。" } },
];

/**
 * Has a reader read.
 *
 * @param folder holds its files
 * @throws Error when it does not run as one
 */
export async function tryReader(folder: string, id: string, dtype: Dtype): Promise<void> {
  const opened = await openReader({ folder: resolve(folder), kind: "hub", id, dtype });
  if (!opened.ok)
    throw new Error(
      `The model does not run as a reader: ${opened.error.detail ?? opened.error.code}\n` +
        "  A model for search by meaning (feature-extraction) is added without --reader.",
    );
  try {
    await readTrials(opened.value);
  } finally {
    await opened.value.dispose();
  }
}

async function readTrials(reader: Reader): Promise<void> {
  let tokens = 0;
  for (const { question, passage } of TRIALS) {
    const readings = await reader.read(question, [passage]);
    const [reading] = readings;
    if (readings.length !== 1 || !reading || !isWhole(reading, passage.text.length))
      throw new Error(
        `The model does not run as a reader: what it makes of ${JSON.stringify(passage.text)} is damaged.`,
      );
    tokens += reading.starts.length;
  }
  if (tokens === 0) throw new Error("The model does not run as a reader: it sees no word of any text.");
}

/** Whether every token lies in the text and every score is a number. */
function isWhole({ offsets, starts, ends, nothing }: Reading, length: number): boolean {
  const scores = [...starts, ...ends, nothing];
  return (
    starts.length === ends.length &&
    offsets.length === 2 * starts.length &&
    offsets.every((offset) => offset <= length) &&
    scores.every(Number.isFinite)
  );
}
