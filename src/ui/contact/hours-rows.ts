import type { OpeningHours, Weekday } from "../../domain/config";
import type { Locale } from "../../domain/locale";
import { formatLocale } from "../strings/dates";

const WEEK: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

export interface HoursRow {
  /** First and last day of a run of days with the same hours; equal for a single day. */
  readonly from: string;
  readonly to: string;
  /** Empty: closed. */
  readonly ranges: readonly { readonly from: string; readonly to: string }[];
}

/** A week's opening hours as a reader expects them: equal neighbouring days in one row, Monday first. */
export function hoursRows(hours: OpeningHours, locale: Locale): readonly HoursRow[] {
  const rows: { from: string; to: string; ranges: HoursRow["ranges"] }[] = [];
  let previous: string | undefined;
  WEEK.forEach((day, i) => {
    const ranges = hours.open
      .filter((open) => open.days.includes(day))
      .map(({ from, to }) => ({ from, to }))
      .sort((a, b) => a.from.localeCompare(b.from));
    const shape = JSON.stringify(ranges);
    const last = rows.at(-1);
    const name = weekdayName(i, locale);
    if (last && shape === previous) last.to = name;
    else rows.push({ from: name, to: name, ranges });
    previous = shape;
  });
  return rows;
}

function weekdayName(index: number, locale: Locale): string {
  // 1 January 2024 was a Monday.
  const day = new Date(Date.UTC(2024, 0, 1 + index));
  return new Intl.DateTimeFormat(formatLocale(locale), { weekday: "short", timeZone: "UTC" }).format(day);
}

/** A time zone as people call it: `United Kingdom Time`, `中国时间`; its id when it has no name. */
export function zoneName(timeZone: string, locale: Locale): string {
  try {
    const parts = new Intl.DateTimeFormat(formatLocale(locale), {
      timeZone,
      timeZoneName: "longGeneric",
    }).formatToParts(new Date(Date.UTC(2024, 0, 1)));
    return parts.find((part) => part.type === "timeZoneName")?.value ?? timeZone;
  } catch {
    return timeZone;
  }
}
