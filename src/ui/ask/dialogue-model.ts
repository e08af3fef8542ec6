import type { Answer, AnswerStage } from "../../domain/answer";
import type { AppError } from "../../domain/errors";
import { unreachable } from "../../domain/result";

export type TurnState =
  | { readonly status: "asking"; readonly stage?: AnswerStage }
  | { readonly status: "answered"; readonly answer: Answer }
  | { readonly status: "failed"; readonly error: AppError }
  | { readonly status: "stopped" };

/** A question with what has become of it. */
export interface Turn {
  readonly id: number;
  readonly question: string;
  readonly state: TurnState;
  /** The person has pointed at the answer, got into it or scrolled: it stays as it is. */
  readonly touched: boolean;
  /** A better answer, which waits until the person wants to see it. */
  readonly better?: Answer;
}

/** The questions of this visit, oldest first. */
export type Dialogue = readonly Turn[];

export type DialogueEvent =
  | { readonly type: "asked"; readonly id: number; readonly question: string }
  | { readonly type: "stage"; readonly id: number; readonly stage: AnswerStage }
  | { readonly type: "answered"; readonly id: number; readonly answer: Answer }
  | { readonly type: "failed"; readonly id: number; readonly error: AppError }
  | { readonly type: "stopped" }
  /** The same question is asked again: it failed, or was stopped. */
  | { readonly type: "retried"; readonly id: number }
  | { readonly type: "touched" }
  /** The reader has become ready and answered the question anew. */
  | { readonly type: "improved"; readonly id: number; readonly answer: Answer }
  | { readonly type: "better-shown"; readonly id: number };

/** Pure: what an event makes of the dialogue. */
export function reduceDialogue(dialogue: Dialogue, event: DialogueEvent): Dialogue {
  switch (event.type) {
    case "asked":
      return [
        ...stop(dialogue),
        { id: event.id, question: event.question, state: { status: "asking" }, touched: false },
      ];
    case "stage":
      return change(dialogue, event.id, (turn) =>
        turn.state.status === "asking" ? { ...turn, state: { status: "asking", stage: event.stage } } : turn,
      );
    case "answered":
      return settle(dialogue, event.id, { status: "answered", answer: event.answer });
    case "failed":
      return settle(dialogue, event.id, { status: "failed", error: event.error });
    case "stopped":
      return stop(dialogue);
    case "retried":
      return change(stop(dialogue), event.id, (turn) => ({ ...turn, state: { status: "asking" }, touched: false }));
    case "touched": {
      const last = dialogue.at(-1);
      if (last?.touched !== false || last.state.status !== "answered") return dialogue;
      return change(dialogue, last.id, (turn) => ({ ...turn, touched: true }));
    }
    case "improved":
      return change(dialogue, event.id, (turn) => improve(turn, event.answer));
    case "better-shown":
      return change(dialogue, event.id, ({ better, ...turn }) =>
        better ? { ...turn, state: { status: "answered", answer: better } } : turn,
      );
    default:
      return unreachable(event);
  }
}

/** The same rule as for search results: nothing changes under the reader's finger. */
function improve(turn: Turn, answer: Answer): Turn {
  if (turn.state.status !== "answered") return turn;
  if (!turn.touched) return { ...turn, state: { status: "answered", answer } };
  return saysTheSame(turn.state.answer, answer) ? turn : { ...turn, better: answer };
}

function saysTheSame(one: Answer, other: Answer): boolean {
  if (one.kind !== "quote" || other.kind !== "quote") return one.kind === other.kind;
  return one.quotation.article === other.quotation.article && one.quotation.text === other.quotation.text;
}

/** A late answer to a question that was stopped is none. */
function settle(dialogue: Dialogue, id: number, state: TurnState): Dialogue {
  return change(dialogue, id, (turn) => (turn.state.status === "asking" ? { ...turn, state } : turn));
}

/** One question at a time. */
function stop(dialogue: Dialogue): Dialogue {
  return dialogue.map((turn) => (turn.state.status === "asking" ? { ...turn, state: { status: "stopped" } } : turn));
}

function change(dialogue: Dialogue, id: number, make: (turn: Turn) => Turn): Dialogue {
  return dialogue.map((turn) => (turn.id === id ? make(turn) : turn));
}
