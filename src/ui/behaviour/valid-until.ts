/** Whether a calendar date has passed where the reader is; the date itself still counts as valid. */
export function hasPassed(date: string, now: Date): boolean {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return now >= new Date(year, month - 1, day + 1);
}
