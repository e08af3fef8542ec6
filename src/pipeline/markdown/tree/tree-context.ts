import type { Fault, FaultCode } from "../../../domain/fault";
import type { Scan } from "../scan/scan";

/** What every step of one file's way through the trees shares. */
export interface TreeContext {
  readonly file: string;
  readonly scan: Scan;
  /** Words that we add ourselves are in Chinese. */
  readonly chinese: boolean;
  readonly faults: Fault[];
}

/** The line of the file for a line (1-based) of the scanned text. */
export function sourceLine(context: TreeContext, line: number | undefined): number {
  const sources = context.scan.sources;
  return sources[(line ?? 1) - 1] ?? sources.at(-1) ?? 1;
}

/** A node of either tree, as far as its place is concerned. */
interface Placed {
  readonly position?: { readonly start: { readonly line: number } } | undefined;
}

export function report(
  context: TreeContext,
  node: Placed,
  code: FaultCode,
  severity: Fault["severity"],
  expected: string,
  found: string,
): void {
  const line = sourceLine(context, node.position?.start.line);
  context.faults.push({ code, severity, file: context.file, line, expected, found });
}
