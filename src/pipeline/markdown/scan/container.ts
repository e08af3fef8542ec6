import type { Action } from "../../../domain/action";
import type { CalloutKind } from "./callout-kind";

/** What stands between an opening and a closing sentinel, or in the place of a single one. */
export type Container =
  /** No title: the kind's own; `""`: a box without one; `titleInside`: its first paragraph. */
  | {
      readonly type: "callout";
      readonly kind: CalloutKind;
      readonly name: string;
      readonly title?: string;
      readonly titleInside?: true;
    }
  | { readonly type: "details"; readonly name: string; readonly title?: string; readonly open: boolean }
  /** `code`: the text of its tabs is no Markdown; `labels`: for tabs that have none themselves. */
  | {
      readonly type: "tabs";
      readonly code?: boolean;
      readonly labels?: readonly { readonly value: string; readonly label: string }[];
    }
  | { readonly type: "figure"; readonly caption: string }
  | { readonly type: "tab"; readonly label: string }
  /** Code blocks that become tabs, labelled by `[label]` in their info strings. */
  | { readonly type: "code-group" }
  | { readonly type: "card"; readonly title: string; readonly href?: string }
  /** Belongs to the term above it. */
  | { readonly type: "definition" }
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
   * How it ends: with the indentation, with as many colons or backticks, with the paragraph, with a closing tag, with an end tag of Hugo or Liquid,
   * or at once (a tag that closes itself).
   */
  readonly mode: "indent" | "colon" | "fence" | "paragraph" | "tag" | "template" | "single";
  /** Tag name, for `tag` and `template`; the line of backticks, for `fence`. */
  readonly name: string;
  /** For `colon`. */
  readonly colons: number;
}
