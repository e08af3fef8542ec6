import { join } from "node:path";
import { DTYPES, type Dtype, type ModelRole, OWN_ENCODER, OWN_READER, type PinnedModel } from "../../domain/models";
import { readModelCard } from "../../pipeline/models/model-card";
import { MODELS_FOLDER } from "../../pipeline/models/model-pins";
import { useNodeRuntime } from "../../pipeline/models/node-runtime";
import { ONNX_FILES } from "../../pipeline/models/onnx-files";
import { parseOptions, requireOption, UsageError } from "../options";
import { count, formatBytes, Progress } from "../terminal";
import { ENCODER_FILES, encoderDetails } from "./encoder-details";
import { BrokenError } from "./fetch-file";
import { refuseClash } from "./id-clash";
import { ModelFiles } from "./model-files";
import { DEFAULT_HUB, modelSource } from "./model-source";
import { requireFolder } from "./require-folder";
import { runtimeFolder } from "./tool-models";
import { tryReader } from "./try-reader";

/** What some models have besides. */
const OPTIONAL = ["special_tokens_map.json", "LICENSE", "LICENSE.txt"];
/** What `config.json` means by these is something else than a model of the content folder. */
const TAKEN: readonly string[] = ["none", OWN_ENCODER, OWN_READER];

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
      reader: { type: "boolean" },
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
  const role: ModelRole = values.reader ? "reader" : "encoder";
  const prefixes = {
    ...(values["query-prefix"] !== undefined && { query: values["query-prefix"] }),
    ...(values["passage-prefix"] !== undefined && { passage: values["passage-prefix"] }),
  };
  if (role === "reader" && Object.keys(prefixes).length > 0)
    throw new UsageError("--query-prefix and --passage-prefix are for encoders; a reader takes texts as they are");
  const hub = values.hub ?? process.env.HF_ENDPOINT ?? DEFAULT_HUB;
  if (!URL.canParse(hub)) throw new UsageError(`--hub is an address, not ${JSON.stringify(hub)}`);
  const source = modelSource(what, { hub, revision: values.revision, id: values.id });

  if (TAKEN.includes(source.id)) {
    throw new UsageError(
      `${JSON.stringify(source.id)} means something else in config.json; call the model something else with --id`,
    );
  }
  const folder = join(content, MODELS_FOLDER);
  await refuseClash(folder, source.id, role);

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
    for (const path of [...OPTIONAL, ...(role === "encoder" ? ENCODER_FILES : [])]) await files.take(path);
    const found = await files.needOneOf(dtype ? [ONNX_FILES[dtype]] : [ONNX_FILES.q8, ONNX_FILES.fp32]);
    const format = DTYPES.find((type) => ONNX_FILES[type] === found) ?? "q8";
    await useNodeRuntime(runtimeFolder());
    if (role === "reader") await tryReader(files.staging, source.id, format);
    const model: PinnedModel = {
      role,
      id: source.id,
      source: source.name,
      revision: files.commit ?? source.revision,
      licence: card.licence,
      ...(role === "reader"
        ? { dtype: format }
        : await encoderDetails(files, { id: source.id, card, dtype: format, prefixes })),
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

function report(model: PinnedModel): void {
  const { role, id, licence, files } = model;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  console.log(
    [
      `Added ${id}: ${nature(model)}, ${count(files.length, "file")}, ${formatBytes(bytes)}${habits(model)}.`,
      licenceLine(licence),
      `To use it, write into config.json: "models": { "${role}": ${JSON.stringify(id)} }`,
    ].join("\n"),
  );
}

function nature({ dimensions }: PinnedModel): string {
  return dimensions === undefined ? "a reader" : count(dimensions, "dimension");
}

function habits({ pooling, prefixes }: PinnedModel): string {
  const quoted = (text: string) => (text ? JSON.stringify(text) : "none");
  if (!pooling || !prefixes) return "";
  return `; pooling ${pooling}; prefixes: query ${quoted(prefixes.query)}, passage ${quoted(prefixes.passage)}`;
}
