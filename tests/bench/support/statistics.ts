/** The value below which this share (0 to 1) of the values lies, by nearest rank. @throws Error without values */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error("no values to take a quantile of");
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

/** The middle value; of an even number, the lower of the two. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
