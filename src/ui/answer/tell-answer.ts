import type { Answer } from "../../domain/answer";
import { tell } from "../behaviour/tell";

/** How a question went, without the question. */
export function tellAnswer(answer: Answer): void {
  if (answer.kind === "quote") tell("answered", { article: answer.quotation.article });
  else tell("notCovered", {});
}
