import { expect, test } from "vitest";
import { readMoment } from "../../../../src/pipeline/notices/moment";
import { readNoticeTerms } from "../../../../src/pipeline/notices/read-notice";

const read = (...lines: string[]) =>
  readNoticeTerms({ path: "en/notices/strike.md", text: ["---", ...lines, "---", "", "Text"].join("\n") });

test("dates, sections and severity are read; all of them are optional", () => {
  expect(
    read("from: 2026-11-20", "until: 2026-11-21T18:00+01:00", "sections: [delivery, orders]", "severity: warning"),
  ).toEqual({
    terms: {
      from: "2026-11-20",
      until: "2026-11-21T17:00:00Z",
      severity: "warning",
      sections: [
        { path: "delivery", line: 4 },
        { path: "orders", line: 4 },
      ],
    },
    faults: [],
  });
  expect(read("title: Hello").terms).toEqual({ severity: "info", sections: [] });
});

test.each([
  [
    "from: next week",
    2,
    "from: a date (2026-11-20) or a date and time with its zone (2026-11-20T09:00+01:00)",
    "next week",
  ],
  [
    "until: 2026-02-30",
    2,
    "until: a date (2026-11-20) or a date and time with its zone (2026-11-20T09:00+01:00)",
    "2026-02-30",
  ],
  [
    "until: 2026-02-20T09:00",
    2,
    "until: a date (2026-11-20) or a date and time with its zone (2026-11-20T09:00+01:00)",
    "2026-02-20T09:00",
  ],
  ["severity: loud", 2, "severity: info or warning", "loud"],
  ["from: 2026-11-20\nuntil: 2026-11-19", 3, "until: a date after from (2026-11-20)", "2026-11-19"],
])("%s is a fault", (lines, line, expected, found) => {
  expect(read(lines).faults).toEqual([
    { code: "notice", severity: "error", file: "en/notices/strike.md", line, expected, found },
  ]);
});

test.each([
  ["2026-11-20", "2026-11-20"],
  ["2026-11-20T09:00Z", "2026-11-20T09:00:00Z"],
  ["2026-11-20 09:00 +0800", "2026-11-20T01:00:00Z"],
  ["2026-11-20T25:00Z", undefined],
  [20261120, undefined],
])("the moment %s", (written, moment) => {
  expect(readMoment(written)).toBe(moment);
});
