import type { ModelRole } from "../../domain/models";
import { withArticle } from "../../pipeline/models/choose-model";
import { PINS_FILE, readPins } from "../../pipeline/models/model-pins";
import { UsageError } from "../options";

/**
 * Refuses an id whose folder is that of a pinned model of another role, would lie in that of a pinned model, or hold
 * one: putting one in its place would take the other away.
 *
 * @param folder the models folder
 * @throws UsageError naming the other model
 */
export async function refuseClash(folder: string, id: string, role: ModelRole): Promise<void> {
  const { models } = await readPins(folder);
  const same = models.find((model) => model.id === id && model.role !== role);
  if (same)
    throw new UsageError(
      `${JSON.stringify(id)} is ${withArticle(same.role)} in ${PINS_FILE}; call ${withArticle(role)} something else with --id`,
    );
  const other = models.find((model) => holds(model.id, id) || holds(id, model.id));
  if (!other) return;
  const [inner, outer] = holds(id, other.id) ? [other.id, id] : [id, other.id];
  throw new UsageError(
    `${JSON.stringify(id)} cannot be added beside ${JSON.stringify(other.id)}, which ${PINS_FILE} names: the folder of ` +
      `${inner} would lie in that of ${outer}; call it something else with --id`,
  );
}

/** Whatever the case of letters: some file systems make no difference. */
function holds(outer: string, inner: string): boolean {
  return inner.toLowerCase().startsWith(`${outer.toLowerCase()}/`);
}
