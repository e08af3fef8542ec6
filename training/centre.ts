import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type EvalQuery, readQueries } from "../src/cli/eval/queries";
import type { SectionPack } from "../src/domain/pack";
import { loadContent } from "../src/pipeline/load";
import { sectionPack } from "../src/pipeline/packs";
import { flatten } from "../src/pipeline/sections";

/** The labelled help centres that settings are chosen on. */
export const CENTRES = ["arduino", "anki", "1panel-zh"] as const;

/** A help centre with questions that say which articles answer them. */
export interface Centre {
  readonly name: string;
  readonly locale: string;
  readonly packs: readonly SectionPack[];
  readonly questions: readonly (EvalQuery & {
    /** Ids of the accepted articles; none for a question that the centre does not cover. */
    readonly accepted: readonly string[];
  })[];
}

/** @param folder holds a folder for each centre @throws Error naming what cannot be read */
export async function loadCentre(folder: string, name: string): Promise<Centre> {
  const content = await loadContent({ content: join(folder, name, "content"), audience: "public" });
  const packs = [...content.trees.values()]
    .flatMap(flatten)
    .filter(({ articles }) => articles.length > 0)
    .map(sectionPack);
  const file = join(folder, name, "queries.jsonl");
  const queries = readQueries(readFileSync(file, "utf8"), file);
  if (!queries.ok) throw new Error(JSON.stringify(queries.error));
  const ids = new Map([...content.catalog.byId.values()].map(({ id, path }) => [path.normalize("NFC"), id]));
  const questions = queries.value.map((query) => ({
    ...query,
    accepted: query.answerable ? query.articles.map((path) => ids.get(path.normalize("NFC")) ?? path) : [],
  }));
  return { name, locale: packs[0]?.locale ?? "en", packs, questions };
}
