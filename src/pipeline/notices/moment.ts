const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?\s?(Z|[+-]\d{2}:?\d{2})$/i;

/**
 * A calendar day as it is, or a moment with a zone in UTC; undefined for anything else. A time without a zone would
 * mean another moment to every reader.
 */
export function readMoment(value: unknown): string | undefined {
  const text = typeof value === "string" ? value.trim() : "";
  if (DAY.test(text)) return isDay(text) ? text : undefined;
  const time = TIME.exec(text);
  if (!time || !isDay(time[1] ?? "")) return undefined;
  const zone = (time[5] ?? "Z").toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, "$1:$2");
  const date = new Date(`${time[1]}T${time[2]}:${time[3]}:${time[4] ?? "00"}${zone}`);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace(".000Z", "Z");
}

/** A moment as a number to compare with another one; days count in UTC, from their start or to their end. */
export function instantOf(moment: string, edge: "start" | "end"): number {
  if (!DAY.test(moment)) return Date.parse(moment);
  return Date.parse(`${moment}T${edge === "start" ? "00:00:00" : "23:59:59"}Z`);
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
