import type { Hit } from "../../domain/search";
import { hasPassed } from "../behaviour/valid-until";
import { KindIcon } from "../components/kind-icon";
import { ActionIcon, ArrowRightIcon } from "../icons/interface";
import { useWording } from "../strings/context";
import { Highlighted } from "./highlighted";
import type { ResultGroup, ResultOption } from "./result-options";

interface ResultListProps {
  readonly id: string;
  readonly groups: readonly ResultGroup[];
  readonly activeId: string | undefined;
  readonly onChoose: (event: MouseEvent) => void;
  readonly onPoint: (option: ResultOption) => void;
}

/** The listbox of the combobox: articles as groups, their sections as options. */
export function ResultList({ id, groups, activeId, onChoose, onPoint }: ResultListProps) {
  const { t } = useWording();
  return (
    <div id={id} role="listbox" aria-label={t.searchResults} class="results">
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox
        <div key={group.article.article} role="group" aria-label={group.article.title.text} class="result-group">
          {group.options.map((option, i) => (
            <a
              key={option.id}
              id={option.id}
              role="option"
              class={option.action !== undefined ? "result-action" : i === 0 ? "result" : "result further"}
              href={option.href}
              tabIndex={-1}
              aria-selected={option.id === activeId}
              onClick={onChoose}
              onPointerMove={() => option.id !== activeId && onPoint(option)}
            >
              {i === 0 && <FirstLine group={group} />}
              {option.hit ? <Excerpt hit={option.hit} /> : <Card title={option.action ?? ""} />}
            </a>
          ))}
        </div>
      ))}
    </div>
  );
}

function FirstLine({ group: { article } }: { readonly group: ResultGroup }) {
  const { t } = useWording();
  const expired = article.validUntil !== undefined && hasPassed(article.validUntil, new Date());
  return (
    <>
      <KindIcon kind={article.kind} />
      <span class="result-line">
        <span class="result-title">
          <Highlighted {...article.title} />
        </span>
        {article.because === "meaning" && <span class="result-why">{t.resultSimilar}</span>}
      </span>
      <span class={expired ? "result-side expired-tag" : "result-side"}>
        {expired ? t.resultExpired : article.sectionTitle}
      </span>
    </>
  );
}

function Excerpt({ hit }: { readonly hit: Hit }) {
  return (
    <>
      <Place hit={hit} />
      <span class="result-snippet">
        <Highlighted {...hit.snippet} />
      </span>
    </>
  );
}

/** Leads to the card in the article, where its fields are. */
function Card({ title }: { readonly title: string }) {
  return (
    <>
      <ActionIcon size={18} />
      <span>{title}</span>
      <ArrowRightIcon size={16} class="flip" />
    </>
  );
}

function Place({ hit }: { readonly hit: Hit }) {
  if (hit.headings.length === 0) return null;
  return (
    <span class="result-heading">
      {hit.headings.map((heading, i) => (
        <span key={heading.text}>
          {i > 0 && " › "}
          <Highlighted {...heading} />
        </span>
      ))}
    </span>
  );
}
