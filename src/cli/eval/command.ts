import { readFile } from "node:fs/promises";
import { loadContent } from "../../pipeline/load";
import { sectionPack } from "../../pipeline/packs";
import { flatten } from "../../pipeline/sections";
import { audienceOption, parseOptions, requireOption, UsageError } from "../options";
import { Progress } from "../terminal";
import { evaluateRetrieval } from "./evaluate-retrieval";
import { formatReport } from "./format-report";
import { formatQueryFaults, QUERY_LANGUAGES, type QueryLanguage, readQueries } from "./queries";

export const EVAL_HELP = `pocket-help eval --content DIR --queries FILE [--lang en|zh] [--config FILE]
                 [--audience public|staff] [--json]

  Asks labelled questions of the search that ships and says how often the right article came first.
  FILE holds one JSON object a line: id, q, lang, kind, articles (paths below DIR), answer, answerable.
  --json prints one JSON object and nothing else.`;

/** @returns the exit code */
export async function evaluate(args: readonly string[]): Promise<number> {
  const { values } = parseOptions(args, {
    content: { type: "string" },
    queries: { type: "string" },
    lang: { type: "string" },
    config: { type: "string" },
    audience: { type: "string" },
    json: { type: "boolean" },
  });
  const folder = requireOption(values.content, "content", "./articles");
  const file = requireOption(values.queries, "queries", "./queries.jsonl");
  const lang = languageOption(values.lang);
  const queries = readQueries(await readFile(file, "utf8"), file);
  if (!queries.ok) {
    console.error(formatQueryFaults(queries.error));
    return 1;
  }
  const progress = new Progress();
  const content = await loadContent({
    content: folder,
    config: values.config,
    audience: audienceOption(values.audience),
    onProgress: (done, total) => progress.update("Reading", done, total),
  }).finally(() => progress.clear());
  const packs = [...content.trees.values()]
    .flatMap(flatten)
    .filter(({ articles }) => articles.length > 0)
    .map(sectionPack);
  const report = evaluateRetrieval(packs, (id) => content.catalog.byId.get(id)?.path ?? id, queries.value, {
    content: folder,
    ...(lang && { lang }),
  });
  console.log(values.json ? JSON.stringify(report) : formatReport(report, queries.value));
  return 0;
}

function languageOption(value: string | undefined): QueryLanguage | undefined {
  const known = QUERY_LANGUAGES.find((language) => language === value);
  if (value === undefined || known) return known;
  throw new UsageError(`--lang is ${QUERY_LANGUAGES.join(" or ")}, not ${JSON.stringify(value)}`);
}
