import { join, resolve } from "node:path";
import { DTYPES, type Dtype, type HubEncoderSettings, OWN_ENCODER, type PinnedModel } from "../../domain/models";
import { openHubEncoder } from "../../inference/hub/hub-encoder";
import { readModelCard } from "../../pipeline/models/model-card";
import { MODELS_FOLDER } from "../../pipeline/models/model-pins";
import { poolingOf, prefixesOf } from "../../pipeline/models/model-settings";
import { useNodeRuntime } from "../../pipeline/models/node-runtime";
import { parseOptions, requireOption, UsageError } from "../options";
import { count, formatBytes, Progress } from "../terminal";
import { BrokenError } from "./fetch-file";
import { ModelFiles } from "./model-files";
import { DEFAULT_HUB, modelSource } from "./model-source";
import { refuseNested } from "./nested-id";
import { requireFolder } from "./require-folder";
import { runtimeFolder } from "./tool-models";

/** ONNX files by number format, as transformers.js looks for them. */
const ONNX: Readonly<Record<Dtype, string>> = {
  q8: "onnx/model_quantized.onnx",
  fp32: "onnx/model.onnx",
  fp16: "onnx/model_fp16.onnx",
  int8: "onnx/model_int8.onnx",
  uint8: "onnx/model_uint8.onnx",
  q4: "onnx/model_q4.onnx",
  q4f16: "onnx/model_q4f16.onnx",
  bnb4: "onnx/model_bnb4.onnx",
};

/** What some models have besides; without them the usual is taken. */
const OPTIONAL = [
  "special_tokens_map.json",
  "1_Pooling/config.json",
  "config_sentence_transformers.json",
  "LICENSE",
  "LICENSE.txt",
];

/**
 * Fetches a model into the models folder and pins it, after it has been tried out. Whatever fails, what was there
 * before stays as it was.
 *
 * @returns the exit code
 */
export async function addModel(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(
    args,
    {
      content: { type: "string" },
      hub: { type: "string" },
      revision: { type: "string" },
      id: { type: "string" },
      dtype: { type: "string" },
      "query-prefix": { type: "string" },
      "passage-prefix": { type: "string" },
    },
    1,
  );
  const what = positionals[0];
  if (what === undefined) throw new UsageError("name a model, for example Xenova/all-MiniLM-L6-v2");
  const content = requireOption(values.content, "content", "./articles");
  await requireFolder(content);
  const dtype = dtypeOption(values.dtype);
  const hub = values.hub ?? process.env.HF_ENDPOINT ?? DEFAULT_HUB;
  if (!URL.canParse(hub)) throw new UsageError(`--hub is an address, not ${JSON.stringify(hub)}`);
  const source = modelSource(what, { hub, revision: values.revision, id: values.id });

  if (source.id === "none" || source.id === OWN_ENCODER) {
    throw new UsageError(
      `${JSON.stringify(source.id)} means something else in config.json; call the model something else with --id`,
    );
  }
  const folder = join(content, MODELS_FOLDER);
  await refuseNested(folder, source.id);

  const progress = new Progress();
  const files = new ModelFiles(folder, source, {
    token: process.env.HF_TOKEN,
    onBytes: (path, done, total) => progress.update(`Fetching ${path}`, done, total || done, formatBytes),
    onFile: (path, bytes) => {
      progress.clear();
      console.log(`  ${path}  ${formatBytes(bytes)}`);
    },
  });
  try {
    console.log(`${source.id} from ${source.name}`);
    await files.take("README.md");
    const card = readModelCard(await files.text("README.md"));
    progress.clear();
    console.log(licenceLine(card.licence));
    for (const path of ["config.json", "tokenizer.json", "tokenizer_config.json"]) await files.need(path);
    for (const path of OPTIONAL) await files.take(path);
    const found = await files.needOneOf(dtype ? [ONNX[dtype]] : [ONNX.q8, ONNX.fp32]);
    const small = {
      pooling: await files.text("1_Pooling/config.json"),
      sentenceTransformers: await files.text("config_sentence_transformers.json"),
    };
    const known = prefixesOf(source.id, card, small);
    const settings = {
      dtype: DTYPES.find((type) => ONNX[type] === found) ?? "q8",
      pooling: poolingOf(small),
      prefixes: {
        query: values["query-prefix"] ?? known.query,
        passage: values["passage-prefix"] ?? known.passage,
      },
    };
    const dimensions = await tryOut(files.staging, settings);
    const model: PinnedModel = {
      role: "encoder",
      id: source.id,
      source: source.name,
      revision: files.commit ?? source.revision,
      licence: card.licence,
      dimensions,
      ...settings,
      files: await files.pin(),
    };
    await files.install(model);
    report(model);
    return 0;
  } catch (error) {
    progress.clear();
    // What has arrived of a broken transfer is where the next call goes on.
    if (!(error instanceof BrokenError)) await files.discard();
    throw error;
  }
}

function dtypeOption(value: string | undefined): Dtype | undefined {
  const dtype = DTYPES.find((known) => known === value);
  if (value !== undefined && dtype === undefined)
    throw new UsageError(`--dtype is one of ${DTYPES.join(", ")}, not ${JSON.stringify(value)}`);
  return dtype;
}

function licenceLine(licence: string): string {
  return licence === "unknown"
    ? "Licence: unknown. Its model card names none; ask whoever published it before you publish it."
    : `Licence: ${licence}`;
}

/** Encodes two texts. @returns the numbers in a vector */
async function tryOut(folder: string, settings: Omit<HubEncoderSettings, "dimensions">): Promise<number> {
  await useNodeRuntime(runtimeFolder());
  const opened = await openHubEncoder({ folder: resolve(folder), settings });
  if (!opened.ok) throw new Error(`The model does not run: ${opened.error.detail ?? opened.error.code}`);
  const encoder = opened.value;
  const [query] = await encoder.encode(["How do I return an item?"], "query");
  const [passage] = await encoder.encode(["退货"], "passage");
  await encoder.dispose();
  if (query?.length !== encoder.dimensions || passage?.length !== encoder.dimensions)
    throw new Error("The model does not run: two texts gave vectors of different lengths.");
  return encoder.dimensions;
}

function report({ id, dimensions, pooling, prefixes, licence, files }: PinnedModel): void {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const quoted = (text: string | undefined) => (text ? JSON.stringify(text) : "none");
  console.log(
    [
      `Added ${id}: ${count(dimensions, "dimension")}, ${count(files.length, "file")}, ${formatBytes(bytes)}; pooling ${pooling}; ` +
        `prefixes: query ${quoted(prefixes?.query)}, passage ${quoted(prefixes?.passage)}.`,
      licenceLine(licence),
      `To use it, write into config.json: "models": { "encoder": ${JSON.stringify(id)} }`,
    ].join("\n"),
  );
}
