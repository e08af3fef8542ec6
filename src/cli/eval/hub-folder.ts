import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { type Dtype, type HubEncoderSettings, hubSettings } from "../../domain/models";
import { readModelCard } from "../../pipeline/models/model-card";
import { readPins } from "../../pipeline/models/model-pins";
import { poolingOf, prefixesOf } from "../../pipeline/models/model-settings";

/** What `models add` looks for when nobody asks for a number format, in its order. */
const ONNX: readonly (readonly [Dtype, string])[] = [
  ["q8", "onnx/model_quantized.onnx"],
  ["fp32", "onnx/model.onnx"],
];

/** A model in hub layout, and how to run it. */
export interface HubFolder {
  readonly id: string;
  readonly settings: Omit<HubEncoderSettings, "dimensions">;
}

/**
 * Understands a folder in hub layout: as it is pinned by the `models.json` of the models folder around it, else as its
 * own files say.
 *
 * @returns undefined when no model lies there
 */
export async function readHubFolder(folder: string): Promise<HubFolder | undefined> {
  const path = resolve(folder);
  for (const models of [join(path, ".."), join(path, "../..")]) {
    // Somebody else's file of that name says nothing.
    const pins = await readPins(models).catch(() => undefined);
    const pinned = pins?.models.find(({ id }) => join(models, id) === path);
    const settings = pinned && hubSettings(pinned);
    if (settings) return { id: pinned.id, settings };
  }
  const [dtype] = ONNX.find(([, file]) => existsSync(join(path, file))) ?? [];
  if (dtype === undefined || !existsSync(join(path, "config.json"))) return undefined;
  const text = (name: string) => readFile(join(path, name), "utf8").catch(() => undefined);
  const files = {
    pooling: await text("1_Pooling/config.json"),
    sentenceTransformers: await text("config_sentence_transformers.json"),
  };
  const id = basename(path);
  const card = readModelCard(await text("README.md"));
  return { id, settings: { dtype, pooling: poolingOf(files), prefixes: prefixesOf(id, card, files) } };
}
