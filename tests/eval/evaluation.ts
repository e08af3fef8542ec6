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
    const fell = scored(report).filter(([score, value]) => value < suite.floor[score]);
    console.log(`${card(suite, report)}${fell.map(([score]) => `\n  FELL below its floor: ${score}`).join("")}\n`);
    if (fell.length > 0) total.failed++;
    else total.passed++;
  }
  return total;
}

function scored(report: EvalReport): (readonly [keyof Floor, number])[] {
  const { lexical } = report.retrieval;
  return [
    ["ndcg10", lexical?.ndcg10 ?? 0],
    ["natural", lexical?.byKind.natural ?? 0],
  ];
}

/** One suite's figures, with the floors they are held to. */
function card({ name, floor }: Suite, report: EvalReport): string {
  const lines = Object.entries(report.retrieval).map(([mode, scores]) => {
    const means = `nDCG@10 ${share(scores.ndcg10)}  hit@1 ${share(scores.hit1)}  hit@3 ${share(scores.hit3)}  MRR ${share(scores.mrr)}`;
    const kinds = Object.entries(scores.byKind).map(([kind, value]) => `${kind} ${share(value)}`);
    return `  ${mode.padEnd(9)}${means}  |  ${kinds.join("  ")}`;
  });
  const size = `${report.articles} articles, ${report.retrieval.lexical?.n ?? 0} questions`;
  return [`${name}: ${size} (floors: nDCG@10 ${floor.ndcg10}, natural ${floor.natural})`, ...lines].join("\n");
}

function share(value: number): string {
  return value.toFixed(3);
}

async function evaluate({ content, queries }: Suite): Promise<EvalReport> {
  const args = [CLI, "eval", "--content", content, "--queries", queries, "--json"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 64e6 });
  return JSON.parse(stdout) as EvalReport;
}
