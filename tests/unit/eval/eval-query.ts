import type { EvalQuery } from "../../../src/cli/eval/queries";

/** A labelled question with defaults for what a test does not care about. */
export function evalQuery(more: Partial<EvalQuery> = {}): EvalQuery {
  return { id: "1", q: "card", lang: "en", kind: "natural", articles: ["a.md"], answer: [], answerable: true, ...more };
}
