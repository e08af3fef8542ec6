import type { Action, ActionField } from "../../domain/action";
import type { InterfaceLocale } from "../../domain/locale";
import { actionWords } from "../actions/action-words";
import { plainAddress } from "../actions/fill-action";
import { ActionIcon, ArrowRightIcon, ExternalIcon } from "../icons/interface";

interface ActionCardProps {
  readonly action: Action;
  readonly locale: InterfaceLocale;
}

/**
 * An author's action in an article: readable as it stands, with a plain link where no script runs. Its messages travel
 * in its attributes. The id comes first in the tag, where embedding takes it out again.
 */
export function ActionCard({ action, locale }: ActionCardProps) {
  const words = actionWords[locale];
  const { url, fields } = action;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset around a plain link would be announced as a form
    <div
      id={action.anchor}
      class="action-card"
      role="group"
      aria-label={action.title}
      data-action={url}
      data-missing={words.missing}
      data-mismatch={words.mismatch}
      data-offline={words.offline}
      data-online={words.online}
    >
      <span class="icon-tile" aria-hidden="true">
        <ActionIcon size={22} />
      </span>
      <div class="action-body">
        <p class="action-title">{action.title}</p>
        {action.note && <p class="action-note">{action.note}</p>}
        {fields.length === 0 ? (
          <ActionLink url={url} text={action.button ?? words.open} hint={words.newTab} />
        ) : (
          <>
            <form class="action-form js-only" novalidate>
              {fields.map((field) => (
                <Field key={field.name} field={field} locale={locale} />
              ))}
              <button type="submit" class="button">
                {action.button ?? words.open}
                {isWeb(url) ? <ExternalIcon size={18} /> : <ArrowRightIcon size={18} class="flip" />}
                {isWeb(url) && <span class="visually-hidden">{words.newTab}</span>}
              </button>
            </form>
            <WithoutScript url={url} locale={locale} />
          </>
        )}
        <p class="action-status" role="status" />
      </div>
    </div>
  );
}

/** Links to other sites open beside the article, so that the reader can go on in it. */
export function isWeb(url: string): boolean {
  return /^https?:/i.test(url);
}

function ActionLink({ url, text, hint }: { readonly url: string; readonly text: string; readonly hint: string }) {
  if (!isWeb(url)) {
    return (
      <a class="button" href={url}>
        {text}
        <ArrowRightIcon size={18} class="flip" />
      </a>
    );
  }
  return (
    <a class="button" href={url} target="_blank" rel="noopener noreferrer">
      {text}
      <ExternalIcon size={18} />
      <span class="visually-hidden">{hint}</span>
    </a>
  );
}

function WithoutScript({ url, locale }: { readonly url: string; readonly locale: InterfaceLocale }) {
  const words = actionWords[locale];
  const plain = plainAddress(url);
  return (
    <p class="no-script hint">
      <span class="not-in-print">{words.noScript}</span>
      {plain !== "" && (
        <>
          {" "}
          {words.noScriptLink}{" "}
          <a href={plain} rel="noopener noreferrer">
            {plain.replace(/^[a-z]+:(\/\/)?/i, "").replace(/\/$/, "")}
          </a>
        </>
      )}
    </p>
  );
}

function Field({ field, locale }: { readonly field: ActionField; readonly locale: InterfaceLocale }) {
  const words = actionWords[locale];
  const { hint, example } = field;
  const [between, colon] = locale === "zh" ? ["，", "："] : [". ", " "];
  return (
    <div class="field">
      <label>
        <span>
          {field.label} {field.optional && <small>{words.optional}</small>}
        </span>
        <input
          type="text"
          name={field.name}
          required={!field.optional}
          data-pattern={field.pattern}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
        />
      </label>
      {(hint || example) && (
        <p class="hint">
          {hint}
          {hint && example && between}
          {example && (
            <span class="example">
              {words.example}
              {colon}
              {example}
            </span>
          )}
        </p>
      )}
      <p class="field-error" hidden />
    </div>
  );
}
