import { type BuildReport, buildSite } from "../pipeline/build";
import { countFaults, formatFaultGroup, groupFaults } from "../pipeline/faults";
import { answersLine } from "./answers-line";
import { toolModels } from "./models/tool-models";
import { audienceOption, parseOptions, requireOption } from "./options";
import { appFolder } from "./package-files";
import { givenSecrets } from "./secrets";
import { count, formatBytes, Progress } from "./terminal";

export const BUILD_HELP = `pocket-help build --content DIR --out DIR [--base /help/] [--config FILE]
                  [--audience public|staff] [--strict] [--json]
                  [--passphrase-file FILE] [--key-file FILE]

  --content DIR    folder of Markdown files
  --out DIR        folder to write the site to; what an earlier build wrote there is replaced
  --base PATH      path the site is served under (default: the path of siteUrl, else /)
  --config FILE    configuration (default: config.json in the content folder)
  --audience WHO   public leaves out articles with "audience: staff" (default); staff takes them in
  --passphrase-file FILE, --key-file FILE
                   what opens the sections under "sealed" in the configuration; or set
                   POCKET_HELP_PASSPHRASE, POCKET_HELP_KEY in the environment
  --strict         write nothing and fail when there is any fault
  --json           print one JSON object instead of text`;

const STAGES = { read: "Reading", write: "Writing", encode: "Encoding", seal: "Sealing" } as const;

/** @returns the exit code */
export async function build(args: readonly string[]): Promise<number> {
  const { values } = parseOptions(args, {
    content: { type: "string" },
    out: { type: "string" },
    base: { type: "string" },
    config: { type: "string" },
    audience: { type: "string" },
    "passphrase-file": { type: "string" },
    "key-file": { type: "string" },
    strict: { type: "boolean" },
    json: { type: "boolean" },
  });
  const progress = new Progress();
  const report = await buildSite({
    content: requireOption(values.content, "content", "./articles"),
    out: requireOption(values.out, "out", "./dist"),
    base: values.base,
    config: values.config,
    audience: audienceOption(values.audience),
    strict: values.strict ?? false,
    app: appFolder(),
    models: toolModels(),
    secrets: await givenSecrets(values),
    onProgress: (stage, done, total) => progress.update(STAGES[stage], done, total),
  }).finally(() => progress.clear());

  const failed = !report.written;
  if (values.json) {
    console.log(JSON.stringify(report));
    return failed ? 1 : 0;
  }
  for (const group of groupFaults(report.faults)) console.error(formatFaultGroup(group));
  if (report.faults.length > 0) console.error("");
  if (report.leftOut.length > 0) console.error(`Left out: ${report.leftOut.join(", ")}`);
  if (failed) {
    console.error(`Nothing written: ${countFaults(report.faults)}, and --strict allows none.`);
    return 1;
  }
  console.log(
    `${count(report.articles, "article")} (${report.locales.join(", ")}) -> ${values.out}: ${count(report.pages, "page")}, ` +
      `${count(report.files, "file")}, ${formatBytes(report.bytes)} in ${(report.ms / 1000).toFixed(1)} s; ${countFaults(report.faults)}`,
  );
  if (report.sealed) console.log(sealedLine(report.sealed));
  console.log(answersLine(report.answers));
  return 0;
}

function sealedLine({ articles, files }: NonNullable<BuildReport["sealed"]>): string {
  return `Sealed: ${count(articles, "article")} of these, in ${count(files, "encrypted file")}`;
}
