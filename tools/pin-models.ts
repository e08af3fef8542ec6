import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type ModelPins, OWN_READER, PINS_VERSION, type PinnedModel } from "../src/domain/models";
import { readModelCard } from "../src/pipeline/models/model-card";
import { ONNX_FILES } from "../src/pipeline/models/onnx-files";
import { hashFile } from "../src/pipeline/models/verify-model";

/** Of the project's own encoder, what the tool ships; the ONNX export and the tokeniser's file are for others. */
const ENCODER = ["README.md", "config.json", "model.safetensors.gz"];
/** Of its reader, the same. */
const READER = ["README.md", "config.json", ONNX_FILES.q8, "tokenizer.json", "tokenizer_config.json"];

/**
 * The pins of the project's own models. Run it after a training, it writes `public/models/models.json`:
 * `npx tsx tools/pin-models.ts`
 *
 * @param folder holds one folder per model
 */
export async function ownPins(folder: string): Promise<ModelPins> {
  const models: PinnedModel[] = [];
  for (const id of readdirSync(folder).sort()) {
    const table = join(folder, id, "model.safetensors.gz");
    // A model without a card is still in the making.
    if (!existsSync(join(folder, id, "README.md"))) continue;
    if (existsSync(table))
      models.push(await pin(folder, ENCODER, { role: "encoder", id, dimensions: dimensionsOf(table) }));
    else if (id === OWN_READER) models.push(await pin(folder, READER, { role: "reader", id, dtype: "q8" }));
  }
  return { version: PINS_VERSION, models };
}

async function pin(
  folder: string,
  shipped: readonly string[],
  { role, id, ...settings }: Pick<PinnedModel, "role" | "id" | "dimensions" | "dtype">,
): Promise<PinnedModel> {
  return {
    role,
    id,
    source: "training/",
    revision: "",
    licence: readModelCard(readFileSync(join(folder, id, "README.md"), "utf8")).licence,
    ...settings,
    files: await Promise.all(shipped.map(async (path) => ({ path, ...(await hashFile(join(folder, id, path))) }))),
  };
}

/** Columns of the table, as the header of the safetensors file says. */
function dimensionsOf(table: string): number {
  const bytes = gunzipSync(readFileSync(table));
  const end = 8 + Number(bytes.readBigUInt64LE(0));
  const header = JSON.parse(bytes.toString("utf8", 8, end)) as { directions?: { shape: [number, number] } };
  if (!header.directions) throw new Error(`${table} has no table "directions".`);
  return header.directions.shape[1];
}

if (process.argv[1] === import.meta.filename) {
  const folder = join(import.meta.dirname, "../public/models");
  const pins = await ownPins(folder);
  writeFileSync(join(folder, "models.json"), `${JSON.stringify(pins, null, 2)}\n`);
  console.log(`${pins.models.map(({ id }) => id).join(", ")} pinned in ${join(folder, "models.json")}`);
}
