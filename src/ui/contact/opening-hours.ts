import type { OpeningHours, Weekday } from "../../domain/config";

/** Whether somebody is there, and when that changes next. */
export interface OpeningState {
  readonly open: boolean;
  /** The instant it closes or opens; absent when nothing changes within nine days. */
  readonly changes?: Date;
}

const DAY = 86_400_000;
const DAYS: readonly Weekday[] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Pure: the same hours and instant give the same state, in whatever time zone the code runs. */
export function openingState(hours: OpeningHours, now: Date): OpeningState {
  const spans = spansAround(hours, now);
  const at = now.getTime();
  const current = spans.find((span) => span.from <= at && at < span.to);
  if (!current) {
    const next = spans.find((span) => span.from > at);
    return next ? { open: false, changes: new Date(next.from) } : { open: false };
  }
  // A night shift written as two days' hours (…–24:00, 00:00–…) is one stretch.
  let end = current.to;
  for (const span of spans) if (span.from <= end && span.to > end) end = span.to;
  return end - at > 8 * DAY ? { open: true } : { open: true, changes: new Date(end) };
}

/** All stretches from yesterday (which may run past midnight) to nine days ahead, in order. */
function spansAround(hours: OpeningHours, now: Date): readonly Span[] {
  const today = Date.parse(`${zonedDate(now, hours.timeZone)}T00:00:00Z`);
  const spans: Span[] = [];
  for (let offset = -1; offset <= 9; offset += 1) {
    const day = new Date(today + offset * DAY);
    const date = day.toISOString().slice(0, 10);
    const weekday = DAYS[day.getUTCDay()];
    if (!weekday || hours.closed.includes(date)) continue;
    for (const range of hours.open) {
      if (!range.days.includes(weekday)) continue;
      const ends = range.to <= range.from ? new Date(day.getTime() + DAY).toISOString().slice(0, 10) : date;
      spans.push({
        from: zonedInstant(date, range.from, hours.timeZone),
        to: zonedInstant(ends, range.to, hours.timeZone),
      });
    }
  }
  return spans.sort((a, b) => a.from - b.from);
}

/** The calendar date (`YYYY-MM-DD`) somewhere at an instant. */
export function zonedDate(at: Date, timeZone: string): string {
  return new Date(at.getTime() + offsetAt(at.getTime(), timeZone)).toISOString().slice(0, 10);
}

/** The instant at which the clocks of a zone show a date and a time (`24:00` allowed), daylight saving included. */
export function zonedInstant(date: string, time: string, timeZone: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const wall = Date.parse(`${date}T00:00:00Z`) + (hour * 60 + minute) * 60_000;
  const guess = wall - offsetAt(wall, timeZone);
  // The offset that holds at the guess decides; it differs only next to a change of clocks.
  return wall - offsetAt(guess, timeZone);
}

/** How far the zone's clocks are ahead of UTC at an instant, milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((p) => p.type === type)?.value ?? 0);
  const wall = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return wall - Math.floor(at / 1000) * 1000;
}
