import type { Fault } from "../../domain/fault";
import type { Notice } from "../../domain/notice";
import type { SourceFile } from "../markdown/document";
import { canonicalKey } from "../markdown/front-matter/front-matter-keys";
import { type Entry, parseYaml } from "../markdown/front-matter/parse-yaml";
import { describeValue, readLines, readWord } from "../markdown/front-matter/read-value";
import { splitFrontMatter } from "../markdown/front-matter/split-front-matter";
import { instantOf, readMoment } from "./moment";

/** When, where and how a notice is shown, as its front matter says. */
export interface NoticeTerms extends Pick<Notice, "from" | "until" | "severity"> {
  /** As written. */
  readonly sections: readonly { readonly path: string; readonly line: number }[];
}

const MOMENT = "a date (2026-11-20) or a date and time with its zone (2026-11-20T09:00+01:00)";
const SEVERITIES = { info: "info", warning: "warning" } as const;

/** Reads what is special about a notice; everything else about it is Markdown like any other. */
export function readNoticeTerms(source: SourceFile): { terms: NoticeTerms; faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const split = splitFrontMatter(source.text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"));
  // What is malformed in the YAML is reported by the parser of the whole file.
  const { entries } =
    split.format === "yaml" ? parseYaml(source.path, split.matter, split.matterLine) : { entries: [] };
  const entry = (key: string) => entries.find((candidate) => canonicalKey(candidate.key) === key);
  const complain = (line: number, expected: string, found: string) => {
    faults.push({ code: "notice", severity: "error", file: source.path, line, expected, found });
  };
  const moment = (key: "from" | "until") => {
    const written = entry(key);
    if (!written || isNothing(written)) return undefined;
    const value = readMoment(written.value);
    if (value === undefined) complain(written.line, `${key}: ${MOMENT}`, describeValue(written.value));
    return value;
  };
  const from = moment("from");
  const until = moment("until");
  const untilLine = entry("until")?.line ?? 1;
  if (from !== undefined && until !== undefined && instantOf(from, "start") > instantOf(until, "end")) {
    complain(untilLine, `until: a date after from (${from})`, until);
  }
  const written = entry("sections");
  const reading = written && !isNothing(written) ? readLines(written.value) : { value: [] };
  if ("expected" in reading)
    complain(written?.line ?? 1, "sections: a list of section paths", describeValue(written?.value));
  const severity = entry("severity");
  const word = severity && !isNothing(severity) ? readWord(severity.value, SEVERITIES) : { value: "info" as const };
  if ("expected" in word) complain(severity?.line ?? 1, "severity: info or warning", describeValue(severity?.value));
  return {
    terms: {
      ...(from !== undefined && { from }),
      ...(until !== undefined && { until }),
      severity: "value" in word ? word.value : "info",
      sections: ("value" in reading ? reading.value : []).map((path) => ({ path, line: written?.line ?? 1 })),
    },
    faults,
  };
}

function isNothing({ value }: Entry): boolean {
  return value === null || value === undefined || value === "";
}
