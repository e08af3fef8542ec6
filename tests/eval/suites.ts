import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { EvalReport } from "../../src/cli/eval/evaluate-content";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const CLI = path("../../bin/pocket-help.js");

/** Help centres and benchmarks of other people, kept outside the project; measured where they are at hand. */
export const SHARED = path("../../../shared/eval");

/** Scores a regression must not fall below: just under what is measured today. */
export interface Floor {
  readonly ndcg10: number;
  readonly natural: number;
}

/** Ways of ranking that are held to a floor. */
export type HeldMode = "lexical" | "fused";

/** Bounds for answers, pooled over centres: at least, and at most for false answers. */
export interface AnswerFloor {
  readonly coverage: number;
  readonly precisionArticle: number;
  readonly precisionQuote: number;
  readonly falseAnswers: number;
}

/** Who answers: the reader, or the scoring of sentences that stands in for it. */
export const ANSWERERS = ["reader", "sentences"] as const;
export type Answerer = (typeof ANSWERERS)[number];

export interface Suite {
  readonly name: string;
  /** The suites whose answers are pooled with its own. */
  readonly group: "content" | "shared";
  readonly content: string;
  readonly queries: string;
  readonly floors: Readonly<Record<HeldMode, Floor>>;
}

interface Floors {
  readonly answers: Readonly<Record<Suite["group"], Readonly<Record<Answerer, AnswerFloor>>>>;
  readonly content: Readonly<Record<string, Suite["floors"]>>;
  readonly shared: Readonly<Record<string, Suite["floors"]>>;
  /** Accuracy with unit vectors, and with vectors four times as long. */
  readonly banking77: Readonly<Record<"unit" | "fourfold", number>>;
}

export const FLOORS = JSON.parse(readFileSync(path("./floors.json"), "utf8")) as Floors;

export const SUITES: readonly Suite[] = [
  ...Object.entries(FLOORS.content).map(([lang, floors]) => ({
    name: `own content, ${lang}`,
    group: "content" as const,
    content: path("../../content"),
    queries: path(`./${lang}.jsonl`),
    floors,
  })),
  ...Object.entries(FLOORS.shared).map(([name, floors]) => ({
    name,
    group: "shared" as const,
    content: `${SHARED}/${name}/content`,
    queries: `${SHARED}/${name}/queries.jsonl`,
    floors,
  })),
];

/** Runs `pocket-help eval`, as it ships, or without its reader. */
export async function evaluate({ content, queries }: Suite, answerer: Answerer): Promise<EvalReport> {
  const args = [CLI, "eval", "--content", content, "--queries", queries, "--json"];
  if (answerer === "sentences") args.push("--reader", "none");
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 64e6 });
  return JSON.parse(stdout) as EvalReport;
}
