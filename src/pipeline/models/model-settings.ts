import type { Pooling, Prefixes } from "../../domain/models";
import type { ModelCard } from "./model-card";
import { parseJson } from "./parse-json";

const POOLING_FILE = "1_Pooling/config.json";
const PROMPTS_FILE = "config_sentence_transformers.json";

/** Texts of a model's small files, where it has them. */
export interface SettingsFiles {
  /** `1_Pooling/config.json` */
  readonly pooling?: string | undefined;
  /** `config_sentence_transformers.json` */
  readonly sentenceTransformers?: string | undefined;
}

/**
 * How token vectors become one: as `1_Pooling/config.json` says, else their mean.
 *
 * @throws Error when the model asks for a pooling that there is none of here, or the file is damaged
 */
export function poolingOf({ pooling }: SettingsFiles): Pooling {
  const modes = Object.entries(record(pooling, POOLING_FILE)).flatMap(([key, value]) =>
    key.startsWith("pooling_mode_") && value === true ? [key.slice("pooling_mode_".length)] : [],
  );
  const mode = modes[0] ?? "mean_tokens";
  const known: Readonly<Record<string, Pooling>> = { mean_tokens: "mean", cls_token: "cls", lasttoken: "last_token" };
  const found = known[mode];
  if (found === undefined || modes.length > 1)
    throw new Error(`${POOLING_FILE} asks for ${modes.join(" and ")}; mean, the first or the last token can be had.`);
  return found;
}

/** What the model wants before queries and passages: as its `prompts` say, as E5 is known to, else nothing. */
export function prefixesOf(id: string, card: ModelCard, { sentenceTransformers }: SettingsFiles): Prefixes {
  const prompts = asRecord(record(sentenceTransformers, PROMPTS_FILE).prompts);
  const prompt = (...names: readonly string[]) => {
    const name = names.find((candidate) => typeof prompts[candidate] === "string" && prompts[candidate] !== "");
    return name === undefined ? "" : String(prompts[name]);
  };
  const query = prompt("query", "search_query", "retrieval.query");
  const passage = prompt("passage", "document", "search_document", "retrieval.passage");
  if (query !== "" || passage !== "") return { query, passage };
  // The cards of E5 models tell their prefixes in prose only, and so do those of their conversions.
  const e5 = /(^|[^a-z0-9])e5([^a-z0-9]|$)/i;
  if (e5.test(id) || card.tags.some((tag) => /^(base_model:.*)?([\w-]*\/)?[\w-]*\be5\b/i.test(tag)))
    return { query: "query: ", passage: "passage: " };
  return { query: "", passage: "" };
}

function record(text: string | undefined, file: string): Record<string, unknown> {
  return text === undefined ? {} : asRecord(parseJson(text, file));
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
