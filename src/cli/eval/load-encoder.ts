import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { ModelsConfig } from "../../domain/config";
import { openHubEncoder } from "../../inference/hub/hub-encoder";
import { readStaticEncoder, STATIC_ENCODER_FILE } from "../../inference/static/read-encoder";
import { chooseEncoder } from "../../pipeline/models/choose-encoder";
import { useNodeRuntime } from "../../pipeline/models/node-runtime";
import { runtimeFolder, shippedModelsFolder } from "../models/tool-models";
import { type EvalEncoder, hubForEval, tableForEval } from "./eval-encoder";
import { type HubFolder, readHubFolder } from "./hub-folder";

/** The table, packed or not. */
const TABLES = [STATIC_ENCODER_FILE, STATIC_ENCODER_FILE.replace(/\.gz$/, "")];

/**
 * The encoder in a folder: a table, or a model in hub layout.
 *
 * @throws Error when the folder holds no encoder that can be read
 */
export async function loadEncoder(folder: string): Promise<EvalEncoder> {
  const table = TABLES.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (table !== undefined) return openTable(table);
  const hub = await readHubFolder(folder);
  if (hub) return openHub(folder, hub);
  throw new Error(`--encoder: ${folder} has neither ${STATIC_ENCODER_FILE} nor config.json and onnx/ in hub layout`);
}

/**
 * The encoder that a build of the content would take.
 *
 * @returns undefined where the configuration wants none, and where none came with the tool
 * @throws Error when it is not there, or not as it was pinned
 */
export async function loadConfiguredEncoder(
  content: string,
  config: ModelsConfig,
  configName: string,
): Promise<EvalEncoder | undefined> {
  const { chosen, faults } = await chooseEncoder(content, config, shippedModelsFolder(), configName);
  const [fault] = faults;
  if (fault) throw new Error(`${fault.file}: expected ${fault.expected}, found ${fault.found}`);
  if (!chosen) return undefined;
  const { model } = chosen;
  const folder = join(chosen.folder, model.id);
  const { dtype, pooling, prefixes } = model;
  if (!dtype || !pooling || !prefixes) return loadEncoder(folder);
  return openHub(folder, { id: model.id, settings: { dtype, pooling, prefixes } });
}

async function openTable(file: string): Promise<EvalEncoder> {
  const table = await readStaticEncoder(await readFile(file));
  if (table.ok) return tableForEval(table.value);
  throw new Error(`--encoder: ${file}: ${table.error.detail ?? table.error.code}`);
}

async function openHub(folder: string, { id, settings }: HubFolder): Promise<EvalEncoder> {
  await useNodeRuntime(runtimeFolder());
  const hub = await openHubEncoder({ folder: resolve(folder), settings });
  if (hub.ok) return hubForEval(id, hub.value);
  throw new Error(`--encoder: ${folder}: ${hub.error.detail ?? hub.error.code}`);
}
