import { join } from "node:path";
import type { PinnedModel } from "../../domain/models";
import { MODELS_FOLDER, readPins } from "../../pipeline/models/model-pins";
import { requireFolder } from "./require-folder";
import { shippedModelsFolder } from "./tool-models";

export interface KnownModel {
  readonly model: PinnedModel;
  /** The models folder it lies in. */
  readonly folder: string;
  readonly from: "tool" | "content";
}

/**
 * Models of the content folder first, then those of the tool.
 *
 * @throws Error when there is no such content folder
 */
export async function knownModels(content: string | undefined, shipped = shippedModelsFolder()): Promise<KnownModel[]> {
  if (content !== undefined) await requireFolder(content);
  const own = content === undefined ? undefined : join(content, MODELS_FOLDER);
  return [...(await read(own, "content")), ...(await read(shipped, "tool"))];
}

async function read(folder: string | undefined, from: KnownModel["from"]): Promise<KnownModel[]> {
  if (folder === undefined) return [];
  return (await readPins(folder)).models.map((model) => ({ model, folder, from }));
}
