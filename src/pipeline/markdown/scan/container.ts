import type { Action } from "../../../domain/action";
import type { CalloutKind } from "./callout-kind";

/** What stands between an opening and a closing sentinel, or in the place of a single one. */
export type Container =
  /** No title: the kind's own; `""`: a box without one. */
  | { readonly type: "callout"; readonly kind: CalloutKind; readonly name: string; readonly title?: string }
  | { readonly type: "details"; readonly name: string; readonly title?: string; readonly open: boolean }
  | { readonly type: "tabs" }
  | { readonly type: "tab"; readonly label: string }
  /** Code blocks that become tabs, labelled by `[label]` in their info strings. */
  | { readonly type: "code-group" }
  | { readonly type: "card"; readonly title: string; readonly href?: string }
  /** Single: a link with fields, see {@link Action}. */
  | { readonly type: "action"; readonly action: Action }
  /** A component without meaning of its own: its children stay. */
  | { readonly type: "group" }
  /** Single: text too long or too deeply nested for Markdown, kept word for word. */
  | { readonly type: "literal"; readonly text: string }
  /** Single: an id of its own. */
  | { readonly type: "anchor"; readonly id: string };

/** A line that opens a container, as one of the dialects understands it. */
export interface Opening {
  readonly container: Container;
  /**
   * How it ends: with the indentation, with as many colons, with a closing tag, with a Liquid end tag,
   * or at once (a tag that closes itself).
   */
  readonly mode: "indent" | "colon" | "tag" | "liquid" | "single";
  /** Tag name, for `tag` and `liquid`. */
  readonly name: string;
  /** For `colon`. */
  readonly colons: number;
}
