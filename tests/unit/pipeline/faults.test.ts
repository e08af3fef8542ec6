import { describe, expect, it } from "vitest";
import type { Fault } from "../../../src/domain/fault";
import { countFaults, formatFaultGroup, groupFaults } from "../../../src/pipeline/faults";

const fault = (file: string, line: number, parts: Partial<Fault> = {}): Fault => ({
  code: "broken-link",
  severity: "error",
  file,
  line,
  expected: "a page",
  found: "gone.md",
  ...parts,
});
const warning = { severity: "warning", code: "missing-image" } as const;

describe("groupFaults", () => {
  it("joins repeats in one file, errors first, then by file and line", () => {
    const groups = groupFaults([
      fault("b.md", 1, warning),
      fault("b.md", 9),
      fault("a.md", 7, { found: "other.md" }),
      fault("b.md", 3),
      fault("b.md", 9),
      fault("a.md", 2),
    ]);
    expect(groups.map(({ fault, lines }) => [fault.severity, fault.file, fault.found, lines])).toEqual([
      ["error", "a.md", "gone.md", [2]],
      ["error", "a.md", "other.md", [7]],
      ["error", "b.md", "gone.md", [3, 9]],
      ["warning", "b.md", "gone.md", [1]],
    ]);
  });
});

describe("formatFaultGroup", () => {
  it.each([
    [[4], ""],
    [[4, 9], " (also line 9)"],
    [[4, 5, 6, 7, 8, 9], " (also line 5, 6, 7, 8, 9)"],
    [[4, 5, 6, 7, 8, 9, 10], " (also line 5, 6, 7, 8, 9, …)"],
  ])("says where, what was expected and what was found: lines %j", (lines, also) => {
    expect(formatFaultGroup({ fault: fault("en/a.md", 4), lines })).toBe(
      `en/a.md:4  error  broken-link${also}\n    expected: a page\n    found:    gone.md`,
    );
  });
});

describe("countFaults", () => {
  const error = fault("a.md", 1);
  const warn = fault("a.md", 1, warning);
  it.each([
    [[], "no faults"],
    [[error], "1 error"],
    [[warn, warn], "2 warnings"],
    [[error, warn, error], "2 errors, 1 warning"],
  ])("%#: %j", (faults, text) => {
    expect(countFaults(faults as Fault[])).toBe(text);
  });
});
