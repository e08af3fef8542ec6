import type { Notice } from "../../domain/notice";
import type { PageData } from "../page-model";

/** Which notices a page shows: of its sections, within their time, and not dismissed as they are now. */
export function currentNotices(
  notices: readonly Notice[],
  page: Pick<PageData, "section">,
  dismissed: Readonly<Record<string, string>>,
  now: Date,
): readonly Notice[] {
  return notices.filter(
    (notice) => dismissed[notice.id] !== notice.hash && inTime(notice, now) && inSection(notice, page.section),
  );
}

function inTime({ from, until }: Notice, now: Date): boolean {
  return (from === undefined || now >= edge(from, 0)) && (until === undefined || now < edge(until, 1));
}

/** A day is the reader's own, and its last one counts whole. */
function edge(moment: string, daysLater: number): Date {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(moment);
  return day ? new Date(Number(day[1]), Number(day[2]) - 1, Number(day[3]) + daysLater) : new Date(moment);
}

function inSection({ sections }: Notice, section: string | undefined): boolean {
  if (sections.length === 0) return true;
  return section !== undefined && sections.some((path) => section === path || section.startsWith(`${path}/`));
}
