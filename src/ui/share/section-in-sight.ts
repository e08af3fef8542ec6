import { fragmentId } from "../behaviour/fragment";

/** A heading of the article. */
export interface SectionInSight {
  readonly anchor: string;
  readonly title: string;
}

/** The section that is being read, as the contents list has it; `undefined` above the first heading. */
export function sectionInSight(): SectionInSight | undefined {
  const link = document.querySelector<HTMLAnchorElement>("[data-contents] a[aria-current]");
  return link ? { anchor: fragmentId(link.hash), title: link.textContent?.trim() ?? "" } : undefined;
}
