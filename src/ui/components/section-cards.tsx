import { SectionIcon } from "../icons/section-icon";
import type { SectionLink } from "../page-model";
import { useWording } from "../strings/context";

/** From this many on, cards of full height would be a wall. */
const MANY = 9;

/** Sections as cards, many of them as rows; the whole card is the link's target. */
export function SectionCards({ sections }: { readonly sections: readonly SectionLink[] }) {
  const { t } = useWording();
  return (
    <ul class={sections.length < MANY ? "section-cards" : "section-cards many"}>
      {sections.map((section) => (
        <li key={section.section} class="section-card">
          <span class="icon-tile">
            <SectionIcon name={section.icon} size={24} />
          </span>
          <h3>
            <a href={section.href}>{section.title}</a>
          </h3>
          {section.description && <p>{section.description}</p>}
          <p class="count">
            <span class="in-words">{t.articleCount(section.count)}</span>
            <span class="in-digits" aria-hidden="true">
              {section.count}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
