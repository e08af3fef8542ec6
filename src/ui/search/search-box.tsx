import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { rememberSearch } from "../behaviour/recent-lists";
import { CloseIcon, SearchIcon } from "../icons/interface";
import { useWording } from "../strings/context";
import { AnswerSlot } from "./answer-slot";
import { BelowResults } from "./below-results";
import { ResultList } from "./result-list";
import { resultGroups } from "./result-options";
import { ScopeChip } from "./scope-chip";
import type { SearchContext } from "./search-context";
import { isBlank, optionAfter } from "./search-model";
import { NoResults, SearchFailure, SearchLoading, SearchStatus, SeeMore } from "./search-states";
import { Suggestions } from "./suggestions";
import { useSearch } from "./use-search";
import { useTouch } from "./use-touch";

export interface SearchBoxProps {
  readonly context: SearchContext;
  readonly variant: "dialog" | "page";
  readonly initialText: string;
  readonly autoFocus: boolean;
  /** Hands out the way to change the text from outside. */
  readonly onReady?: (setText: (text: string) => void) => void;
  readonly onText?: (text: string) => void;
  /** A result was followed; the page may be the same one. */
  readonly onChoose?: () => void;
  readonly onClose?: () => void;
}

/** The search field with everything below it: ARIA combobox with a listbox. */
export function SearchBox(props: SearchBoxProps) {
  const { context, variant, initialText } = props;
  const { t } = useWording();
  const { model, send, state, meaning, settled, retry, loadEncoder } = useSearch(context, initialText);
  const input = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const listId = useId();
  const base = context.page.base;

  const results = model.outcome?.status === "answered" ? model.outcome.results : undefined;
  const groups = useMemo(() => (results ? resultGroups(results, base) : []), [results, base]);
  const options = groups.flatMap((group) => group.options);
  const shown = isBlank(model.text) ? [] : options;
  const activeId = shown[model.active]?.id;
  const { onReady, onText } = props;

  useLayoutEffect(() => {
    if (props.autoFocus) input.current?.focus();
    onReady?.((text) => send({ type: "typed", text }));
  }, []);
  useEffect(() => {
    const field = input.current;
    // Preact's `onCompositionEnd` would wait for an event called "CompositionEnd", which never comes.
    const composed = () => send({ type: "typed", text: field?.value ?? "" });
    field?.addEventListener("compositionend", composed);
    return () => field?.removeEventListener("compositionend", composed);
  }, [send]);
  useEffect(() => onText?.(model.text), [model.text, onText]);
  // With the frame that marks the option: one that is marked can be seen.
  useLayoutEffect(() => {
    if (model.navigating && activeId) document.getElementById(activeId)?.scrollIntoView({ block: "nearest" });
  }, [activeId, model.navigating]);
  useLayoutEffect(() => {
    if (variant === "dialog" && body.current) body.current.scrollTop = 0;
  }, [model.round, variant]);
  useTouch(
    body,
    useCallback(() => send({ type: "touched" }), [send]),
  );

  const choose = () => {
    rememberSearch(context.store, model.text);
    props.onChoose?.();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "Escape" && variant === "page" && model.text !== "") {
      event.preventDefault();
      send({ type: "typed", text: "" });
    } else if (event.key === "Enter") {
      event.preventDefault();
      // While an answer is on its way, the list shows the one before: Enter would open the wrong thing.
      if (activeId && !model.pending) document.getElementById(activeId)?.click();
      else {
        rememberSearch(context.store, model.text);
        send({ type: "finished" });
      }
    } else if (event.key === "ArrowDown" && isBlank(model.text)) {
      const first = body.current?.querySelector<HTMLElement>("[data-suggestion]");
      if (first) event.preventDefault();
      first?.focus();
    } else {
      const to =
        event.ctrlKey || event.metaKey || event.shiftKey ? undefined : optionAfter(event.key, model, shown.length);
      if (to === undefined) return;
      event.preventDefault();
      send({ type: "moved", to });
    }
  };

  return (
    <div class={`search-box in-${variant}`}>
      {/* biome-ignore lint/a11y/useSemanticElements: <search> would be a second landmark of the same name on the page */}
      <div class="search-bar" role="search">
        <SearchIcon size={22} />
        <input
          ref={input}
          type="text"
          inputMode="search"
          role="combobox"
          aria-label={t.searchOpen}
          aria-expanded={shown.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={activeId}
          placeholder={t.homeSearchHint}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="search"
          value={model.text}
          onInput={(event) => send({ type: "typed", text: event.currentTarget.value, composing: event.isComposing })}
          onKeyDown={onKeyDown}
        />
        {model.text !== "" && variant === "page" && (
          <button
            type="button"
            class="plain-button"
            onClick={() => {
              send({ type: "typed", text: "" });
              input.current?.focus();
            }}
          >
            {t.searchClear}
          </button>
        )}
        {props.onClose && (
          <button type="button" class="plain-button" aria-label={t.searchClose} onClick={props.onClose}>
            <CloseIcon />
          </button>
        )}
      </div>
      <div
        class="search-body"
        ref={body}
        aria-busy={model.pending}
        data-settled={settled}
        data-meaning={meaning.status}
      >
        <ScopeChip context={context} scoped={model.scoped} onChange={(scoped) => send({ type: "scoped", scoped })} />
        <SearchStatus model={model} />
        <AnswerSlot context={context} model={model} onFollow={choose} />
        {isBlank(model.text) || (model.composing && !model.outcome) ? (
          <Suggestions
            context={context}
            withPopular={variant === "dialog"}
            onSearch={(text) => {
              send({ type: "typed", text });
              input.current?.focus();
            }}
            onLeave={() => input.current?.focus()}
          />
        ) : model.outcome?.status === "failed" ? (
          <SearchFailure base={base} error={model.outcome.error} question={model.text} onRetry={retry} />
        ) : results && groups.length > 0 ? (
          <>
            <ResultList
              id={listId}
              groups={groups}
              activeId={activeId}
              onChoose={choose}
              onPoint={(option) => send({ type: "pointed", to: options.indexOf(option) })}
            />
            <SeeMore variant={variant} results={results} text={model.text} onMore={() => send({ type: "more" })} />
          </>
        ) : results && !model.pending && !results.query.partial ? (
          <NoResults
            context={context}
            results={results}
            scoped={model.scoped}
            onWiden={() => send({ type: "scoped", scoped: false })}
          />
        ) : (
          <SearchLoading phase={state} />
        )}
        {results && !isBlank(model.text) && (
          <BelowResults results={results} base={base} meaning={meaning} onChoose={choose} onLoad={loadEncoder} />
        )}
      </div>
      {variant === "dialog" && (
        <p class="search-keys" aria-hidden="true">
          <span>
            <kbd>↑</kbd>
            <kbd>↓</kbd> {t.keyMove}
          </span>
          <span>
            <kbd>↵</kbd> {t.keyOpen}
          </span>
          <span>
            <kbd>esc</kbd> {t.keyClose}
          </span>
        </p>
      )}
    </div>
  );
}
