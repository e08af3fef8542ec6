/** One thing a reader fills in before an action can be opened. */
export interface ActionField {
  /** Its placeholder in the URL, without braces. */
  readonly name: string;
  readonly label: string;
  /** A regular expression that the whole value matches, as in HTML's `pattern`. */
  readonly pattern?: string;
  readonly hint?: string;
  readonly example?: string;
  /** May stay empty; all others must be filled in. */
  readonly optional?: true;
}

/** A link with fields that an author defines with `:::action`: track a parcel, start a return. */
export interface Action {
  /** Id of its card in the article. */
  readonly anchor: string;
  readonly title: string;
  /**
   * Where it leads, with `{name}` for every field. An address of the web, mail or phone, or a path of the site as
   * written in the article; whoever shows an action elsewhere links to its card.
   */
  readonly url: string;
  readonly fields: readonly ActionField[];
  readonly button?: string;
  readonly note?: string;
}

const PLACEHOLDER = /\{([A-Za-z][\w-]*)\}/g;

/** Names of the fields that a URL template asks for, in order, each once. */
export function placeholdersOf(url: string): readonly string[] {
  return [...new Set([...url.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ""))];
}

/** The expression a value must match as a whole; `undefined` when it cannot be compiled. */
export function wholePattern(pattern: string): RegExp | undefined {
  // As browsers read the attribute: with `v` where they know it.
  for (const flag of ["v", "u"]) {
    try {
      return new RegExp(`^(?:${pattern})$`, flag);
    } catch {
      // An expression of the older kind may still be fine.
    }
  }
  return undefined;
}
