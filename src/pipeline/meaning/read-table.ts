import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { StaticEncoder } from "../../domain/encoder";
import type { Fault } from "../../domain/fault";
import { hubSettings } from "../../domain/models";
import { readStaticEncoder, STATIC_ENCODER_FILE } from "../../inference/static/read-encoder";
import type { ChosenModel } from "../models/choose-model";

/** The table of a model that is one; nothing for models of the hub. What cannot be read is a fault. */
export async function readTable({ model, folder }: ChosenModel): Promise<{
  readonly table?: StaticEncoder;
  readonly faults: readonly Fault[];
}> {
  if (hubSettings(model)) return { faults: [] };
  const file = join(folder, model.id, STATIC_ENCODER_FILE);
  const fault = (found: string): Fault => ({
    code: "config",
    severity: "error",
    file,
    line: 1,
    expected: "a table of word pieces that this version of the tool reads; articles are not compared by meaning",
    found,
  });
  try {
    const read = await readStaticEncoder(await readFile(file));
    if (read.ok) return { table: read.value, faults: [] };
    return { faults: [fault(read.error.detail ?? read.error.code)] };
  } catch (error) {
    return { faults: [fault(error instanceof Error ? error.message : String(error))] };
  }
}
