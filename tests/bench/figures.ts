/** What a figure should be: at most or at least the limit, in the figure's own unit. */
export interface Goal {
  readonly at: "most" | "least";
  readonly limit: number;
}

/** The same measurement of something else, for scale. */
export interface Comparison {
  readonly name: string;
  readonly value: number;
}

/** One line of the bench. */
export interface Figure {
  readonly name: string;
  /** Absent when it could not be measured; `note` then says why. */
  readonly value?: number;
  /** `ms`, `s`, `kB` (1,000 bytes), `MB` (1,000,000 bytes), `×` (a ratio), or empty for a score. */
  readonly unit: string;
  readonly goal?: Goal;
  readonly comparisons?: readonly Comparison[];
  readonly note?: string;
}

export type Mark = "pass" | "miss" | "info" | "unmeasured";

/** A goal of at most this much. */
export function atMost(limit: number): Goal {
  return { at: "most", limit };
}

/** A goal of at least this much. */
export function atLeast(limit: number): Goal {
  return { at: "least", limit };
}

export function markOf({ value, goal }: Figure): Mark {
  if (value === undefined) return "unmeasured";
  if (!goal) return "info";
  return (goal.at === "most" ? value <= goal.limit : value >= goal.limit) ? "pass" : "miss";
}

const SIGNS: Readonly<Record<Mark, string>> = { pass: "✓", miss: "✗ miss", info: "", unmeasured: "–" };

/** The figures of one part as a table: name, value, goal, mark, then what it compares to. */
export function formatFigures(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    figure.value === undefined ? "not measured" : withUnit(figure.value, figure.unit),
    figure.goal ? `${figure.goal.at === "most" ? "≤" : "≥"} ${withUnit(figure.goal.limit, figure.unit)}` : "",
    SIGNS[markOf(figure)],
    remarks(figure),
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function remarks({ value, unit, comparisons = [], note }: Figure): string {
  const compared = comparisons.map(({ name, value: other }) => {
    const ratio = !value || !other ? "" : ` = ${round(value / other)} ×`;
    return `${name} ${withUnit(other, unit)}${ratio}`;
  });
  return [...compared, ...(note === undefined ? [] : [note])].join("; ");
}

function withUnit(value: number, unit: string): string {
  return unit === "" ? round(value) : `${round(value)} ${unit}`;
}

/** Three significant digits, whole numbers whole. */
function round(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}
