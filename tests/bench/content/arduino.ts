import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type EvalQuery, readQueries } from "../../../src/cli/eval/queries";
import type { SectionPack } from "../../../src/domain/pack";
import { projectFolder } from "../../browser/support/sites";
import type { Workspace } from "../support/workspace";
import { readMarkdown } from "./markdown-folder";
import { multiplyArticles } from "./multiply";

/** Articles of the Arduino help centre, the size that the goals speak of. */
const SIZE = 414;
/** Questions asked when the centre brings none. */
const QUESTIONS = 120;

export interface HelpCentre {
  readonly folder: string;
  readonly articles: number;
  /** Where it comes from, for the table. */
  readonly origin: string;
  /** What people ask it; the packs are asked for titles where there is no list. */
  questions(packs: readonly SectionPack[]): readonly string[];
}

/**
 * The Arduino help centre where the evaluation sets lie beside the project, else a centre of its size made from the
 * demo's articles.
 */
export async function arduino(workspace: Workspace): Promise<HelpCentre> {
  const shared = projectFolder("..", "shared", "eval", "arduino");
  const folder = join(shared, "content");
  if (existsSync(folder)) {
    const articles = (await readMarkdown(folder)).length;
    const queries = await readEvalQueries(join(shared, "queries.jsonl"));
    const questions = queries.map(({ q }) => q);
    return { folder, articles, origin: `arduino, ${articles} articles`, questions: () => questions };
  }
  const generated = await workspace.folder("generated-content");
  await multiplyArticles(projectFolder("content", "en"), generated, SIZE);
  return {
    folder: generated,
    articles: SIZE,
    origin: `generated from the demo, ${SIZE} articles (no arduino set beside the project)`,
    questions: (packs) => packs.flatMap(({ articles }) => articles.map(({ title }) => title)).slice(0, QUESTIONS),
  };
}

async function readEvalQueries(file: string): Promise<readonly EvalQuery[]> {
  const queries = readQueries(await readFile(file, "utf8"), file);
  if (!queries.ok) throw new Error(`${file}: ${queries.error.length} faults`);
  return queries.value;
}
