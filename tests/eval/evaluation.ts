import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { EvalReport } from "../../src/cli/eval/evaluate-retrieval";
import type { StepResult } from "../support/steps";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const CLI = path("../../bin/pocket-help.js");

/** Scores a regression must not fall below: just under what is measured today. */
interface Floor {
  readonly ndcg10: number;
  readonly natural: number;
}

interface Suite {
  readonly name: string;
  readonly content: string;
  readonly queries: string;
  readonly floor: Floor;
}

const floors = JSON.parse(readFileSync(path("./floors.json"), "utf8")) as Record<
  "content" | "shared",
  Readonly<Record<string, Floor>>
>;

const own: readonly Suite[] = Object.entries(floors.content).map(([lang, floor]) => ({
  name: `own content, ${lang}`,
  content: path("../../content"),
  queries: path(`./${lang}.jsonl`),
  floor,
}));

/** Help centres of other people, kept outside the project; measured where they are at hand. */
const shared: readonly Suite[] = Object.entries(floors.shared).map(([name, floor]) => ({
  name,
  content: path(`../../../shared/eval/${name}/content`),
  queries: path(`../../../shared/eval/${name}/queries.jsonl`),
  floor,
}));

/** Runs `pocket-help eval` on every suite, prints its card, and compares it with its floor. */
export async function runEvaluation(): Promise<StepResult> {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const suite of [...own, ...shared]) {
    if (!existsSync(suite.queries)) {
      console.log(`${suite.name}: skipped, ${suite.queries} is not here`);
      total.skipped++;
      continue;
    }
    const report = await evaluate(suite);
    const { lexical } = report.retrieval;
    const scores = { ndcg10: lexical?.ndcg10 ?? 0, natural: lexical?.byKind.natural ?? 0 };
    const fell = (["ndcg10", "natural"] as const).filter((score) => scores[score] < suite.floor[score]);
    const card = (["ndcg10", "natural"] as const).map(
      (score) => `${score} ${scores[score].toFixed(3)} (floor ${suite.floor[score]})`,
    );
    console.log(
      `${suite.name}: ${lexical?.n ?? 0} questions, ${card.join(", ")}${fell.length > 0 ? `  FELL: ${fell.join(", ")}` : ""}`,
    );
    if (fell.length > 0) total.failed++;
    else total.passed++;
  }
  return total;
}

async function evaluate({ content, queries }: Suite): Promise<EvalReport> {
  const args = [CLI, "eval", "--content", content, "--queries", queries, "--json"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 64e6 });
  return JSON.parse(stdout) as EvalReport;
}
