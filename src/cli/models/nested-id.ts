import { PINS_FILE, readPins } from "../../pipeline/models/model-pins";
import { UsageError } from "../options";

/**
 * Refuses an id whose folder would lie in that of a pinned model, or hold one: putting one in its place would take the
 * other away.
 *
 * @param folder the models folder
 * @throws UsageError naming the other model
 */
export async function refuseNested(folder: string, id: string): Promise<void> {
  const { models } = await readPins(folder);
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
