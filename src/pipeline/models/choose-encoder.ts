import { join } from "node:path";
import type { ModelsConfig } from "../../domain/config";
import type { Fault } from "../../domain/fault";
import { hubSettings, type ModelPins, OWN_ENCODER, type PinnedModel } from "../../domain/models";
import { MODELS_FOLDER, PINS_FILE, readPins } from "./model-pins";
import { verifyModel } from "./verify-model";

/** A model and the models folder that it lies in. */
export interface ChosenModel {
  readonly model: PinnedModel;
  readonly folder: string;
}

export interface EncoderChoice {
  /** Absent: search compares words alone. */
  readonly chosen?: ChosenModel;
  readonly faults: readonly Fault[];
}

/**
 * The encoder that a configuration asks for. One that is not there, or not as it was pinned, is a fault; the site is
 * then built without it.
 *
 * @param content the content folder
 * @param shipped the models folder that comes with the tool
 * @param configName how faults call the configuration
 */
export async function chooseEncoder(
  content: string,
  config: ModelsConfig,
  shipped: string | undefined,
  configName: string,
): Promise<EncoderChoice> {
  const wanted = config.encoder;
  if (wanted === "none") return { faults: [] };
  const own = join(content, MODELS_FOLDER);
  let pins: ModelPins;
  try {
    pins = await readPins(own);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return {
      faults: [fault(`${MODELS_FOLDER}/${PINS_FILE}`, "a file that `pocket-help models add` wrote", found)],
    };
  }
  const chosen =
    find(pins, own, wanted ?? OWN_ENCODER) ??
    (shipped === undefined ? undefined : find(await readPins(shipped), shipped, wanted ?? OWN_ENCODER));
  if (!chosen) {
    if (wanted === undefined) return { faults: [] };
    const there = pins.models.map(({ id }) => id).join(", ") || "none is there";
    const expected = `the id of a model of ${MODELS_FOLDER}/ under \`models.encoder\`: fetch it with \`pocket-help models add ${wanted}\``;
    return { faults: [fault(configName, expected, `${JSON.stringify(wanted)}; ${there}`)] };
  }
  const problems = await verifyModel(chosen.folder, chosen.model);
  if (problems.length > 0) return { faults: problems.map(({ file, expected, found }) => fault(file, expected, found)) };
  return { chosen: withPrefixes(chosen, config), faults: [] };
}

function find({ models }: ModelPins, folder: string, id: string): ChosenModel | undefined {
  const model = models.find((candidate) => candidate.role === "encoder" && candidate.id === id);
  return model && { model, folder };
}

function withPrefixes({ model, folder }: ChosenModel, { queryPrefix, passagePrefix }: ModelsConfig): ChosenModel {
  const settings = hubSettings(model);
  if (!settings) return { model, folder };
  const { query, passage } = settings.prefixes;
  return { model: { ...model, prefixes: { query: queryPrefix ?? query, passage: passagePrefix ?? passage } }, folder };
}

function fault(file: string, expected: string, found: string): Fault {
  return { code: "config", severity: "error", file, line: 1, expected, found };
}
