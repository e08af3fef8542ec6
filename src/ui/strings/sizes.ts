import type { Locale } from "../../domain/locale";
import { formatLocale } from "./dates";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** Bytes in words: `340 kB`, `1.2 MB`. Decimal units, as devices count their storage. */
export function formatBytes(bytes: number, locale: Locale): string {
  const step = Math.min(UNITS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return new Intl.NumberFormat(formatLocale(locale), {
    style: "unit",
    unit: UNITS[step],
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: step >= 2 && value < 100 ? 1 : 0,
  }).format(value);
}

/** A moment as a day: `12 Nov`, with the year when it is not this one's. */
export function formatMoment(at: number, locale: Locale, now = new Date()): string {
  const date = new Date(at);
  return new Intl.DateTimeFormat(formatLocale(locale), {
    day: "numeric",
    month: "short",
    ...(date.getFullYear() !== now.getFullYear() && { year: "numeric" as const }),
  }).format(date);
}
