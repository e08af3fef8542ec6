import { join } from "node:path";
import type { Fault } from "../../domain/fault";
import type { ModelPins, ModelRole, PinnedModel } from "../../domain/models";
import { MODELS_FOLDER, PINS_FILE, readPins } from "./model-pins";
import { verifyModel } from "./verify-model";

/** A model and the models folder that it lies in. */
export interface ChosenModel {
  readonly model: PinnedModel;
  readonly folder: string;
}

export interface ModelChoice {
  /** Absent: the site does without. */
  readonly chosen?: ChosenModel;
  readonly faults: readonly Fault[];
}

export interface ModelWish {
  readonly role: ModelRole;
  /** What the configuration names: the id of a model, or `none`. */
  readonly wanted: string | undefined;
  /** Id of the model that is taken where the configuration names none; that one may be absent. */
  readonly usual: string;
}

/** Where models may lie. */
export interface ModelPlaces {
  /** The content folder. */
  readonly content: string;
  /** The models folder that comes with the tool. */
  readonly shipped: string | undefined;
  /** How faults call the configuration. */
  readonly configName: string;
}

/**
 * The model that a configuration asks for. One that is not there, is of another kind or not as it was pinned is a
 * fault; the site is then built without it.
 */
export async function chooseModel(wish: ModelWish, places: ModelPlaces): Promise<ModelChoice> {
  const { role, wanted, usual } = wish;
  if (wanted === "none") return { faults: [] };
  const own = join(places.content, MODELS_FOLDER);
  let pins: ModelPins;
  try {
    pins = await readPins(own);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return {
      faults: [fault(`${MODELS_FOLDER}/${PINS_FILE}`, "a file that `pocket-help models add` wrote", found)],
    };
  }
  const id = wanted ?? usual;
  const shipped = places.shipped === undefined ? undefined : await readPins(places.shipped);
  const chosen = find(pins, own, role, id) ?? (shipped && find(shipped, places.shipped!, role, id));
  if (!chosen) {
    if (wanted === undefined) return { faults: [] };
    const known = [...pins.models, ...(shipped?.models ?? [])];
    return { faults: [fault(places.configName, ...absence(role, wanted, known, pins))] };
  }
  const problems = await verifyModel(chosen.folder, chosen.model);
  if (problems.length > 0) return { faults: problems.map(({ file, expected, found }) => fault(file, expected, found)) };
  return { chosen, faults: [] };
}

function find({ models }: ModelPins, folder: string, role: ModelRole, id: string): ChosenModel | undefined {
  const model = models.find((candidate) => candidate.role === role && candidate.id === id);
  return model && { model, folder };
}

/** What was expected and what was found where no model of this role has the id. */
function absence(
  role: ModelRole,
  wanted: string,
  known: readonly PinnedModel[],
  own: ModelPins,
): [expected: string, found: string] {
  const other = known.find(({ id }) => id === wanted);
  const key = `\`models.${role}\``;
  if (other)
    return [`the id of ${withArticle(role)} under ${key}`, `${JSON.stringify(wanted)}, ${withArticle(other.role)}`];
  const add = `pocket-help models add ${wanted}${role === "reader" ? " --reader" : ""}`;
  const there = own.models.flatMap((model) => (model.role === role ? [model.id] : []));
  return [
    `the id of a model of ${MODELS_FOLDER}/ under ${key}: fetch it with \`${add}\``,
    `${JSON.stringify(wanted)}; ${there.join(", ") || "none is there"}`,
  ];
}

/** A role in running text. */
export function withArticle(role: ModelRole): string {
  return role === "encoder" ? "an encoder" : "a reader";
}

function fault(file: string, expected: string, found: string): Fault {
  return { code: "config", severity: "error", file, line: 1, expected, found };
}
