import { SectionIcon } from "../icons/section-icon";
import type { SectionLink } from "../page-model";
import { useWording } from "../strings/context";

/** Sections as cards; the whole card is the link's target. */
export function SectionCards({ sections }: { readonly sections: readonly SectionLink[] }) {
  const { t } = useWording();
  return (
    <ul class="section-cards">
      {sections.map((section) => (
        <li key={section.section} class="section-card">
          <span class="icon-tile">
            <SectionIcon name={section.icon} size={24} />
          </span>
          <h3>
            <a href={section.href}>{section.title}</a>
          </h3>
          {section.description && <p>{section.description}</p>}
          <p class="count">{t.articleCount(section.count)}</p>
        </li>
      ))}
    </ul>
  );
}
