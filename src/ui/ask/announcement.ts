import { unreachable } from "../../domain/result";
import type { AnswerStrings } from "../strings/answer-en";
import type { Strings } from "../strings/en";
import type { Turn } from "./dialogue-model";

/** What is said aloud of the last question as it moves on. Pure. */
export function announcement(turn: Turn | undefined, t: Strings, a: AnswerStrings): string {
  if (!turn) return "";
  const { state } = turn;
  switch (state.status) {
    case "asking":
      return a.stages[state.stage ?? "searching"];
    case "answered": {
      const { answer } = state;
      if (answer.kind === "not-covered") return `${a.notCoveredTitle} ${a.notCoveredBody}`;
      return `${a.answer}: ${answer.quotation.text}\n${a.answerFrom(answer.quotation.title)}`;
    }
    case "failed":
      return `${a.failed}. ${t.errors[state.error.code]}`;
    case "stopped":
      return a.stopped;
    default:
      return unreachable(state);
  }
}
