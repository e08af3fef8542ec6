import type { Fault } from "../domain/fault";

/** A fault and how often it stands in the same file. */
export interface FaultGroup {
  readonly fault: Fault;
  /** 1-based lines, ascending, each once. */
  readonly lines: readonly number[];
}

/** Joins faults that differ only in their line; errors first, then by file and line. */
export function groupFaults(faults: readonly Fault[]): FaultGroup[] {
  const groups = new Map<string, { fault: Fault; lines: number[] }>();
  for (const fault of faults) {
    const key = JSON.stringify([fault.file, fault.code, fault.severity, fault.expected, fault.found]);
    const group = groups.get(key);
    if (group?.lines.includes(fault.line)) continue;
    if (group) group.lines.push(fault.line);
    else groups.set(key, { fault, lines: [fault.line] });
  }
  for (const group of groups.values()) group.lines.sort((a, b) => a - b);
  return [...groups.values()].sort(
    (a, b) =>
      Number(a.fault.severity === "warning") - Number(b.fault.severity === "warning") ||
      (a.fault.file < b.fault.file ? -1 : a.fault.file > b.fault.file ? 1 : 0) ||
      a.lines[0]! - b.lines[0]!,
  );
}

/** Each fault once, in order: one cause may show in several places. */
export function withoutRepeats(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}

/** `file:line  error  code`, then what was expected and what was found, each on its own line. */
export function formatFaultGroup({ fault, lines }: FaultGroup): string {
  const more = lines.length > 1 ? ` (also line ${lines.slice(1, 6).join(", ")}${lines.length > 6 ? ", …" : ""})` : "";
  return [
    `${fault.file}:${lines[0]}  ${fault.severity}  ${fault.code}${more}`,
    `    expected: ${fault.expected}`,
    `    found:    ${fault.found}`,
  ].join("\n");
}

/** `2 errors, 1 warning`; `no faults` when there are none. */
export function countFaults(faults: readonly Fault[]): string {
  const errors = faults.filter((fault) => fault.severity === "error").length;
  const warnings = faults.length - errors;
  const parts = [
    errors > 0 ? `${errors} error${errors === 1 ? "" : "s"}` : "",
    warnings > 0 ? `${warnings} warning${warnings === 1 ? "" : "s"}` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "no faults" : parts.join(", ");
}
