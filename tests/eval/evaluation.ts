import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { EvalReport } from "../../src/cli/eval/evaluate-content";
import { importSources } from "../support/import-sources";
import type { StepResult } from "../support/steps";
import { exactKinds, type Measured } from "./exact-kinds";
import { answersCard, type PooledAnswers } from "./pooled-answers";
import { ANSWERERS, evaluate, FLOORS, type Floor, type HeldMode, SHARED, SUITES, type Suite } from "./suites";

/**
 * Measures search on every suite and the encoder's vectors on Banking77, prints a card for each, and compares it with
 * its floor.
 */
export async function runEvaluation(): Promise<StepResult> {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const judge = (lines: readonly string[], failures: readonly string[]): void => {
    console.log(`${[...lines, ...failures.map((what) => `  FELL below its floor: ${what}`)].join("\n")}\n`);
    if (failures.length > 0) total.failed++;
    else total.passed++;
  };
  const skip = (name: string, missing: string): void => {
    console.log(`${name}: skipped, ${missing} is not here\n`);
    total.skipped++;
  };

  const there = SUITES.filter(({ name, queries }) => {
    if (existsSync(queries)) return true;
    skip(name, queries);
    return false;
  });
  const measured: Measured[] = [];
  const answers: PooledAnswers[] = [];
  for (const suite of there) {
    // At once: the machines that this runs on have two cores at least.
    const [read, scored] = await Promise.all([evaluate(suite, "reader"), evaluate(suite, "sentences")]);
    measured.push({ queries: suite.queries, report: read });
    answers.push({ suite, answerer: "reader", answers: read.answers });
    answers.push({ suite, answerer: "sentences", answers: scored.answers });
    judge(card(suite, read), fallen(suite, read));
  }
  for (const group of ["content", "shared"] as const) {
    for (const answerer of ANSWERERS) {
      const own = answers.filter((one) => one.suite.group === group && one.answerer === answerer);
      if (own.length === 0) continue;
      const { lines, failures } = answersCard(group, answerer, own);
      judge(lines, failures);
    }
  }

  const kinds = exactKinds(measured);
  judge(
    [
      "questions that name what they look for, all centres: by words, then with meaning",
      ...kinds.map(
        ({ kind, questions, lexical, fused }) =>
          `  ${kind.padEnd(12)}${share(lexical)}  ${share(fused)}  (${questions} questions)`,
      ),
    ],
    kinds.flatMap(({ kind, lost }) => (lost ? [`${kind}, which is more than .01 below search by words`] : [])),
  );

  if (existsSync(`${SHARED}/banking77.test.jsonl`)) {
    const { unit, fourfold } = await measureBanking77();
    const floors = FLOORS.banking77;
    judge(
      [
        `Banking77, 10 times 8 questions an intent: accuracy ${share(unit)} with unit vectors, ${share(fourfold)} with vectors four times as long (floors: ${floors.unit}, ${floors.fourfold})`,
      ],
      [...(unit < floors.unit ? ["unit vectors"] : []), ...(fourfold < floors.fourfold ? ["longer vectors"] : [])],
    );
  } else skip("Banking77", `${SHARED}/banking77.test.jsonl`);
  return total;
}

async function measureBanking77(): Promise<{ unit: number; fourfold: number }> {
  const file = fileURLToPath(new URL("./banking77.ts", import.meta.url));
  const { banking77 } = await importSources<typeof import("./banking77")>(file);
  const [unit = 0, fourfold = 0] = await banking77(SHARED, [1, 4]);
  return { unit, fourfold };
}

/** Scores below their floors, with the way of ranking. */
function fallen({ floors }: Suite, { retrieval }: EvalReport): string[] {
  return (Object.entries(floors) as [HeldMode, Floor][]).flatMap(([mode, floor]) => {
    const scores = retrieval[mode];
    const low: string[] = [];
    if ((scores?.ndcg10 ?? 0) < floor.ndcg10) low.push(`${mode} nDCG@10`);
    if ((scores?.byKind.natural ?? 0) < floor.natural) low.push(`${mode} natural`);
    return low;
  });
}

/** One suite's figures, with the floors they are held to. */
function card({ name, floors }: Suite, report: EvalReport): string[] {
  const lines = Object.entries(report.retrieval).map(([mode, scores]) => {
    const floor = floors[mode as HeldMode];
    const means = `nDCG@10 ${share(scores.ndcg10)}  hit@1 ${share(scores.hit1)}  hit@3 ${share(scores.hit3)}  MRR ${share(scores.mrr)}`;
    const kinds = Object.entries(scores.byKind).map(([kind, value]) => `${kind} ${share(value)}`);
    const held = floor === undefined ? "" : `  (floors: ${floor.ndcg10}, natural ${floor.natural})`;
    return `  ${mode.padEnd(9)}${means}  |  ${kinds.join("  ")}${held}`;
  });
  return [`${name}: ${report.articles} articles, ${report.retrieval.lexical?.n ?? 0} questions`, ...lines];
}

function share(value: number): string {
  return value.toFixed(3);
}
