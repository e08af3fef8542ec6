import { OWN_ENCODER } from "../../src/domain/models";
import { STATIC_ENCODER_FILE } from "../../src/inference/static/read-encoder";
import { folderWith } from "./folders";
import { sha256 } from "./model-mirror";

/** A models folder as it comes with the tool, with these bytes for the table. */
export async function shippedModels(table: Uint8Array, dimensions = 24): Promise<string> {
  const file = { path: STATIC_ENCODER_FILE, bytes: table.length, sha256: sha256(table) };
  const model = { role: "encoder", id: OWN_ENCODER, source: "", revision: "", licence: "MIT", dimensions };
  return folderWith({
    [`${OWN_ENCODER}/${STATIC_ENCODER_FILE}`]: table,
    "models.json": JSON.stringify({ version: 1, models: [{ ...model, files: [file] }] }),
  });
}
