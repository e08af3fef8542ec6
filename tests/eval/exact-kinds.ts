import { readFileSync } from "node:fs";
import type { EvalReport } from "../../src/cli/eval/evaluate-content";
import type { EvalQuery } from "../../src/cli/eval/queries";

/** Questions that name what they look for: meaning must not stand in their way. */
const EXACT = ["keyword", "typo", "traditional"] as const;
/** Of nDCG@10. */
const SLACK = 0.01;

export interface Measured {
  /** The questions file. */
  readonly queries: string;
  readonly report: EvalReport;
}

/** One kind over all centres, each question counted once. */
export interface ExactKind {
  readonly kind: string;
  readonly questions: number;
  /** nDCG@10 */
  readonly lexical: number;
  readonly fused: number;
  /** Whether search by meaning costs it more than a little. */
  readonly lost: boolean;
}

/** Compares search by words with what ships, where words are all it takes. */
export function exactKinds(measured: readonly Measured[]): ExactKind[] {
  return EXACT.flatMap((kind) => {
    const total = { questions: 0, lexical: 0, fused: 0 };
    for (const { queries, report } of measured) {
      const { lexical, fused } = report.retrieval;
      if (!lexical || !fused) continue;
      const questions = countOf(kind, queries);
      total.questions += questions;
      total.lexical += questions * (lexical.byKind[kind] ?? 0);
      total.fused += questions * (fused.byKind[kind] ?? 0);
    }
    if (total.questions === 0) return [];
    const [lexical, fused] = [total.lexical / total.questions, total.fused / total.questions];
    return [{ kind, questions: total.questions, lexical, fused, lost: fused < lexical - SLACK }];
  });
}

function countOf(kind: string, file: string): number {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as EvalQuery)
    .filter((query) => query.answerable && query.kind === kind).length;
}
