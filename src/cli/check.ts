import { checkContent } from "../pipeline/check";
import { countFaults, formatFaultGroup, groupFaults } from "../pipeline/faults";
import { answersLine } from "./answers-line";
import { runtimeFolder, shippedModelsFolder } from "./models/tool-models";
import { audienceOption, parseOptions, requireOption } from "./options";
import { count, Progress } from "./terminal";

export const CHECK_HELP = `pocket-help check --content DIR [--config FILE] [--audience public|staff] [--strict] [--json]

  Reports every fault with file, line, what was expected and what was found. Fails on errors;
  with --strict on warnings too. Looks at staff articles as well unless --audience public is given.
  Warns of articles that say nearly the same, too.`;

/** @returns the exit code */
export async function check(args: readonly string[]): Promise<number> {
  const { values } = parseOptions(args, {
    content: { type: "string" },
    config: { type: "string" },
    audience: { type: "string" },
    strict: { type: "boolean" },
    json: { type: "boolean" },
  });
  const progress = new Progress();
  const report = await checkContent({
    content: requireOption(values.content, "content", "./articles"),
    config: values.config,
    audience: audienceOption(values.audience ?? "staff"),
    models: shippedModelsFolder(),
    runtime: runtimeFolder(),
    onProgress: (done, total) => progress.update("Checking", done, total),
  }).finally(() => progress.clear());
  const errors = report.faults.filter((fault) => fault.severity === "error").length;
  const failed = errors > 0 || (values.strict === true && report.faults.length > 0);
  if (values.json) {
    console.log(JSON.stringify(report));
  } else {
    for (const group of groupFaults(report.faults)) console.log(formatFaultGroup(group));
    console.log(
      `${report.faults.length > 0 ? "\n" : ""}${count(report.articles, "article")} checked; ${countFaults(report.faults)}`,
    );
    console.log(answersLine(report.answers));
  }
  return failed ? 1 : 0;
}
