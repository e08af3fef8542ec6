import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { AnswerAboveProps } from "../answer/answer-above";
import { looksLikeQuestion } from "../answer/looks-like-question";
import type { SearchContext } from "./search-context";
import type { SearchModel } from "./search-model";

interface AnswerSlotProps {
  readonly context: SearchContext;
  readonly model: SearchModel;
  readonly onFollow: () => void;
}

/** Above the results, for what looks like a question once it stands: its answer, whose code comes with the first one. */
export function AnswerSlot({ context, model, onFollow }: AnswerSlotProps) {
  const [Above, setAbove] = useState<ComponentType<AnswerAboveProps>>();
  const { text, whole, composing, scoped, touched } = model;
  const { ask, section, locale } = context.page;
  const asks = ask !== undefined && whole && !composing && looksLikeQuestion(text);
  useEffect(() => {
    if (!asks || Above) return;
    import("../answer/answer-above")
      .then(({ loadAnswerAbove }) => loadAnswerAbove(locale))
      // Without it the results stand alone.
      .then(
        (component) => setAbove(() => component),
        () => undefined,
      );
  }, [asks, Above, locale]);
  if (!asks || !Above) return null;
  const scope = scoped ? section : undefined;
  const hasResults = !model.pending && model.outcome?.status === "answered" && model.outcome.results.total > 0;
  return (
    <Above
      key={`${scope ?? ""} ${text.trim()}`}
      context={context}
      text={text}
      scope={scope}
      ready={hasResults}
      touched={touched}
      onFollow={onFollow}
    />
  );
}
