import type { Heading } from "../../domain/article";
import { ChevronDownIcon, ListIcon } from "../icons/interface";
import { useWording } from "../strings/context";

/** Headings worth listing: two levels, and only when there is something to choose between. */
export function listedHeadings(headings: readonly Heading[]): readonly Heading[] {
  const listed = headings.filter((heading) => heading.depth <= 3);
  return listed.length > 1 ? listed : [];
}

function Entries({ headings }: { readonly headings: readonly Heading[] }) {
  return (
    <ol>
      {headings.map((heading) => (
        <li key={heading.anchor} class={heading.depth > 2 ? "deeper" : undefined}>
          <a href={`#${encodeURIComponent(heading.anchor)}`}>{heading.text}</a>
        </li>
      ))}
    </ol>
  );
}

/** The contents list beside the article, on wide screens. */
export function ContentsAside({ headings }: { readonly headings: readonly Heading[] }) {
  const { t } = useWording();
  if (headings.length === 0) return null;
  return (
    <nav class="contents-aside" aria-labelledby="contents-title" data-contents>
      <h2 id="contents-title">{t.onThisPage}</h2>
      <Entries headings={headings} />
    </nav>
  );
}

/** The contents list above the article, folded, on narrow screens. */
export function ContentsFold({ headings }: { readonly headings: readonly Heading[] }) {
  const { t } = useWording();
  if (headings.length === 0) return null;
  return (
    <nav class="contents-fold" aria-label={t.onThisPage}>
      <details data-menu="contents">
        <summary>
          <ListIcon />
          {t.onThisPage}
          <ChevronDownIcon size={18} />
        </summary>
        <Entries headings={headings} />
      </details>
    </nav>
  );
}
