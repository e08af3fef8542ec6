import type { Locale } from "../../domain/locale";
import { formatLocale } from "../strings/dates";
import type { Strings } from "../strings/en";
import { type OpeningState, zonedDate } from "./opening-hours";

/** "Open now — until 17:00": times on the reader's own clock, which is the one they will look at. */
export function openingWords(
  state: OpeningState,
  now: Date,
  t: Strings,
  locale: Locale,
  timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone,
): { readonly state: string; readonly detail: string } {
  const word = state.open ? t.openNow : t.closedNow;
  if (!state.changes) return { state: word, detail: "" };
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(formatLocale(locale), { timeZone, ...options }).format(state.changes);
  const time = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  if (state.open) return { state: word, detail: t.closesAt(time) };
  const today = zonedDate(now, timeZone) === zonedDate(state.changes, timeZone);
  return { state: word, detail: today ? t.opensToday(time) : t.opensOn(format({ weekday: "long" }), time) };
}
