import type { Answer, Quoted } from "../../domain/answer";
import { unreachable } from "../../domain/result";

/** The answer above a list of results, which moves the list down when it comes. */
export interface AboveModel {
  readonly shown?: Quoted;
  /** It would move what the person has touched; it comes when they want it. */
  readonly waiting?: Quoted;
  /** It has come before the results. */
  readonly early?: Quoted;
  /** The results of the same question are shown. */
  readonly ready: boolean;
  /** The list, or the answer itself, was pointed at, moved in or scrolled. */
  readonly touched: boolean;
}

export type AboveEvent =
  | { readonly type: "answered"; readonly answer: Answer }
  | { readonly type: "list"; readonly ready: boolean; readonly touched: boolean }
  | { readonly type: "touched" }
  | { readonly type: "wanted" };

export const aboveModel: AboveModel = { ready: false, touched: false };

/** Pure: what an event makes of it. Once touched, nothing comes, goes or changes by itself. */
export function reduceAbove(model: AboveModel, event: AboveEvent): AboveModel {
  const { shown, waiting, early, ...list } = model;
  switch (event.type) {
    case "answered": {
      const quoted = event.answer.kind === "quote" ? event.answer : undefined;
      if (!model.ready) return { ...list, ...(shown && { shown }), ...(quoted && { early: quoted }) };
      if (!model.touched) return { ...list, ...(quoted && { shown: quoted }) };
      if (shown) return model;
      return { ...list, ...(quoted && { waiting: quoted }) };
    }
    case "list": {
      const { ready, touched } = event;
      const next = { ready, touched: model.touched || touched, ...(shown && { shown }), ...(waiting && { waiting }) };
      if (!early) return next;
      return ready ? reduceAbove(next, { type: "answered", answer: early }) : { ...next, early };
    }
    case "touched":
      return model.touched || !shown ? model : { ...model, touched: true };
    case "wanted":
      return { ...list, ...(waiting && { shown: waiting }) };
    default:
      return unreachable(event);
  }
}
