import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  DTYPES,
  isModelId,
  MODEL_ROLES,
  type ModelPins,
  PINS_VERSION,
  type PinnedFile,
  type PinnedModel,
  POOLINGS,
} from "../../domain/models";

/** The folder of a deployer's models, beside `config.json`. */
export const MODELS_FOLDER = "models";
/** Names every model of a models folder, with the hash of each of its files. */
export const PINS_FILE = "models.json";

/**
 * What a models folder holds; nothing when there is no such folder.
 *
 * @throws Error when its `models.json` is not one of ours
 */
export async function readPins(folder: string): Promise<ModelPins> {
  const file = join(folder, PINS_FILE);
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
    throw error;
  });
  if (text === undefined) return { version: PINS_VERSION, models: [] };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is not JSON: ${(error as Error).message}. Mend it, or delete it and add the models anew.`);
  }
  const { version, models } = record(value);
  if (version !== PINS_VERSION)
    throw new Error(
      `${file} is of version ${JSON.stringify(version)}, this tool reads ${PINS_VERSION}; delete it and add the models anew.`,
    );
  if (!Array.isArray(models) || !models.every(isPinned))
    throw new Error(
      `${file} is damaged; mend it, or delete it and add the models anew with \`pocket-help models add\`.`,
    );
  return { version: PINS_VERSION, models };
}

/** Written beside and then moved, so that a full disk leaves the old one. */
export async function writePins(folder: string, pins: ModelPins): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, PINS_FILE);
  await writeFile(`${file}.new`, `${JSON.stringify(pins, null, 2)}\n`);
  await rename(`${file}.new`, file);
}

function isPinned(value: unknown): value is PinnedModel {
  const { role, id, source, revision, licence, dimensions, pooling, prefixes, dtype, files } = record(value);
  return (
    MODEL_ROLES.some((known) => known === role) &&
    typeof id === "string" &&
    isModelId(id) &&
    [source, revision, licence].every((text) => typeof text === "string") &&
    (role === "encoder" ? Number.isInteger(dimensions) : dtype !== undefined) &&
    (pooling === undefined || POOLINGS.some((known) => known === pooling)) &&
    (dtype === undefined || DTYPES.some((known) => known === dtype)) &&
    (prefixes === undefined ||
      [record(prefixes).query, record(prefixes).passage].every((text) => typeof text === "string")) &&
    Array.isArray(files) &&
    files.every(isPinnedFile)
  );
}

function isPinnedFile(value: unknown): value is PinnedFile {
  const { path, bytes, sha256 } = record(value);
  return (
    typeof path === "string" &&
    !path.split(/[/\\]/).some((part) => part === "" || part === "..") &&
    Number.isInteger(bytes) &&
    typeof sha256 === "string" &&
    /^[0-9a-f]{64}$/.test(sha256)
  );
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
