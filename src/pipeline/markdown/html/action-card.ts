import type { Action } from "../../../domain/action";
import { renderActionCard } from "../../../ui/render";
import { splitPath } from "../actions/action-address";
import type { BodyPart } from "../document";
import { classifyAddress } from "./address";

/** Stands for a path that only the whole site can fill in; no author can write it. */
const PATH = "\uFDD7";

/** The card of an action, with a reference wherever its address is a path of the site. */
export function actionCard(action: Action, chinese: boolean, line: number): BodyPart[] {
  const locale = chinese ? "zh" : "en";
  const address = classifyAddress(action.url);
  if (address.kind !== "internal") {
    const url = address.kind === "external" ? address.url : "";
    return [renderActionCard({ ...action, url }, locale)];
  }
  const { target, rest } = splitPath(address.target);
  const html = renderActionCard({ ...action, url: PATH + rest }, locale);
  return html.split(PATH).flatMap((part, index): BodyPart[] => {
    return index === 0 ? [part] : [{ type: "link", target, line }, part];
  });
}
