import type { StaticEncoder } from "../../../src/domain/encoder";

/** How fast an encoder is once it is warm. */
export interface EncoderSpeed {
  readonly passagesPerSecond: number;
  /** One after the other, mean. */
  readonly msPerQuery: number;
}

/** What is encoded. */
export interface EncoderTexts {
  readonly passages: readonly string[];
  readonly questions: readonly string[];
}

const RUNS = 5;

/** Medians of a few runs, the first left out. */
export function encoderSpeed(encoder: StaticEncoder, { passages, questions }: EncoderTexts): EncoderSpeed {
  return {
    passagesPerSecond: (passages.length / repeat(() => passages.map((text) => encoder.passage(text)))) * 1000,
    msPerQuery: repeat(() => questions.map((text) => encoder.query(text))) / questions.length,
  };
}

/** Milliseconds. */
function repeat(work: () => unknown): number {
  work();
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[RUNS >> 1] as number;
}
