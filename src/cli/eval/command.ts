import { readFile } from "node:fs/promises";
import type { Reader } from "../../domain/reader";
import { STATIC_ENCODER_FILE } from "../../inference/static/read-encoder";
import type { Catalog } from "../../pipeline/catalog";
import { type LoadedContent, loadContent } from "../../pipeline/load";
import { sectionPack } from "../../pipeline/packs";
import { flatten } from "../../pipeline/sections";
import { audienceOption, parseOptions, requireOption, UsageError } from "../options";
import { Progress } from "../terminal";
import type { EvalEncoder } from "./eval-encoder";
import { evaluateContent } from "./evaluate-content";
import { formatReport } from "./format-report";
import { loadConfiguredEncoder, loadEncoder } from "./load-encoder";
import { loadConfiguredReader, loadReader } from "./load-reader";
import {
  type EvalQuery,
  formatQueryFaults,
  QUERY_KINDS,
  QUERY_LANGUAGES,
  type QueryLanguage,
  readQueries,
} from "./queries";

export const EVAL_HELP = `pocket-help eval --content DIR --queries FILE [--lang en|zh] [--config FILE]
                 [--audience public|staff] [--encoder DIR|none] [--reader DIR|none]
                 [--threshold P] [--json]

  Asks labelled questions of the search that ships and says how often the right article came first.
  FILE holds one JSON object a line; articles are paths below DIR, kind is ${QUERY_KINDS.slice(0, -1).join(", ")} or ${QUERY_KINDS.at(-1)}:
  {"id": "1", "q": "late parcel", "lang": "en", "kind": "keyword", "articles": ["en/parcel.md"], "answerable": true}
  With an encoder, the search by words, the one by meaning, and both fused stand side by side. It is the one that a
  build of DIR would take, unless --encoder names a folder: with a ${STATIC_ENCODER_FILE}, or with a
  feature-extraction model in the layout of the Hugging Face hub. So with --reader, for a question-answering model.
  Every question is answered too: coverage is how many of the answerable ones got a quotation that is at least as
  probable as the threshold (--threshold, else what the configuration says), precision how many of those were right.
  --json prints one JSON object and nothing else.`;

/** @returns the exit code */
export async function evaluate(args: readonly string[]): Promise<number> {
  const { values } = parseOptions(args, {
    content: { type: "string" },
    queries: { type: "string" },
    lang: { type: "string" },
    config: { type: "string" },
    audience: { type: "string" },
    encoder: { type: "string" },
    reader: { type: "string" },
    threshold: { type: "string" },
    json: { type: "boolean" },
  });
  const folder = requireOption(values.content, "content", "./articles");
  const file = requireOption(values.queries, "queries", "./queries.jsonl");
  const lang = languageOption(values.lang);
  const threshold = thresholdOption(values.threshold);
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
  for (const missing of missingArticles(queries.value, content.catalog)) {
    console.error(`${file}: question ${missing.id} names ${missing.path}, which is no article: it counts as not found`);
  }
  const encoder = await openEncoder(values.encoder, folder, content);
  const reader = await openReader(values.reader, folder, content);
  const packs = [...content.trees.values()]
    .flatMap(flatten)
    .filter(({ articles }) => articles.length > 0)
    .map(sectionPack);
  const report = await evaluateContent(packs, (id) => content.catalog.byId.get(id)?.path ?? id, queries.value, {
    content: folder,
    ...(lang && { lang }),
    ...(encoder && { encoder }),
    ...(reader && { reader }),
    threshold: threshold ?? content.config.answers.threshold,
    onSection: (done, total) => progress.update("Encoding", done, total),
  }).finally(() => progress.clear());
  await reader?.dispose();
  console.log(values.json ? JSON.stringify(report) : formatReport(report, queries.value));
  return 0;
}

/** Labels that no search can reach: a slip of the pen would pass for a bad result. */
function missingArticles(queries: readonly EvalQuery[], { byId }: Catalog): { id: string; path: string }[] {
  const known = new Set([...byId.values()].map(({ path }) => path.normalize("NFC")));
  return queries.flatMap(({ id, articles }) =>
    articles.filter((path) => !known.has(path.normalize("NFC"))).map((path) => ({ id, path })),
  );
}

async function openEncoder(
  option: string | undefined,
  folder: string,
  { config, configName }: LoadedContent,
): Promise<EvalEncoder | undefined> {
  if (option === "none") return undefined;
  return option === undefined ? loadConfiguredEncoder(folder, config.models, configName) : loadEncoder(option);
}

async function openReader(
  option: string | undefined,
  folder: string,
  { config, configName }: LoadedContent,
): Promise<Reader | undefined> {
  if (option === "none") return undefined;
  return option === undefined ? loadConfiguredReader(folder, config.models, configName) : loadReader(option);
}

function thresholdOption(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const threshold = Number(value);
  if (value.trim() !== "" && threshold >= 0 && threshold <= 1) return threshold;
  throw new UsageError(`--threshold is a probability from 0 to 1, not ${JSON.stringify(value)}`);
}

function languageOption(value: string | undefined): QueryLanguage | undefined {
  const known = QUERY_LANGUAGES.find((language) => language === value);
  if (value === undefined || known) return known;
  throw new UsageError(`--lang is ${QUERY_LANGUAGES.join(" or ")}, not ${JSON.stringify(value)}`);
}
