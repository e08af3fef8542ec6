import type { Root } from "hast";
import type { Action } from "../../../domain/action";
import { mapElements, textProperty } from "../html/elements";
import type { TreeContext } from "../tree/tree-context";

/** The actions whose cards stand in a tree, with the ids that they have there. */
export function actionsOf(tree: Root, context: TreeContext): Action[] {
  if (!context.scan.containers.some(({ type }) => type === "action")) return [];
  const actions: Action[] = [];
  mapElements(tree, (node) => {
    const index = textProperty(node, "dataAction");
    const container = index === undefined ? undefined : context.scan.containers[Number(index)];
    const anchor = textProperty(node, "id");
    if (container?.type === "action" && anchor !== undefined) actions.push({ ...container.action, anchor });
    return undefined;
  });
  return actions;
}
