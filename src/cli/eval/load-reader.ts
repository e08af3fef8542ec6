import { basename, join, resolve } from "node:path";
import type { ModelsConfig } from "../../domain/config";
import type { Dtype } from "../../domain/models";
import type { Reader } from "../../domain/reader";
import { openReader } from "../../inference/reader/open-reader";
import { chooseReader, readerKind } from "../../pipeline/models/choose-reader";
import { fetchLocal } from "../../pipeline/models/fetch-local";
import { useNodeRuntime } from "../../pipeline/models/node-runtime";
import { runtimeFolder, shippedModelsFolder } from "../models/tool-models";
import { readHubFolder } from "./hub-folder";

/**
 * The reader in a folder in hub layout; the project's own is known by its name.
 *
 * @throws Error when the folder holds no model, or one that gives no spans
 */
export async function loadReader(folder: string): Promise<Reader> {
  const hub = await readHubFolder(folder);
  if (!hub) throw new Error(`--reader: ${folder} has no config.json and onnx/ in hub layout`);
  return open(folder, basename(resolve(folder)), hub.settings.dtype);
}

/**
 * The reader that a build of the content would take.
 *
 * @returns undefined where the configuration wants none, and where none came with the tool
 * @throws Error when it is not there, or not as it was pinned
 */
export async function loadConfiguredReader(
  content: string,
  config: ModelsConfig,
  configName: string,
): Promise<Reader | undefined> {
  const { chosen, faults } = await chooseReader(content, config, shippedModelsFolder(), configName);
  const [fault] = faults;
  if (fault) throw new Error(`${fault.file}: expected ${fault.expected}, found ${fault.found}`);
  if (!chosen) return undefined;
  const { id, dtype = "q8" } = chosen.model;
  return open(join(chosen.folder, id), id, dtype);
}

async function open(folder: string, id: string, dtype: Dtype): Promise<Reader> {
  await useNodeRuntime(runtimeFolder());
  const opened = await openReader({ folder: resolve(folder), kind: readerKind(id), id, dtype, fetch: fetchLocal });
  if (opened.ok) return opened.value;
  throw new Error(`--reader: ${folder}: ${opened.error.detail ?? opened.error.code}`);
}
