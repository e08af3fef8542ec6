/**
 * Measures speed and size, each figure beside its goal. It informs: a missed goal does not fail it, only a program
 * that does. Nothing else should run on the machine meanwhile.
 */
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { type Figure, formatFigures, markOf } from "./figures";
import { PARTS } from "./parts";
import { openWorkspace } from "./support/workspace";

const HELP = `npm run bench -- [--only NAME]… [--json]

  --only NAME   only this part; may be given several times
  --json        one JSON object on standard output instead of tables

${PARTS.map(({ name, about }) => `  ${name.padEnd(13)} ${about}`).join("\n")}`;

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: [] },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

const unknown = values.only.filter((name) => !PARTS.some((part) => part.name === name));
if (values.help) {
  console.log(HELP);
} else if (unknown.length > 0) {
  console.error(`No part is called ${unknown.join(", ")}.\n\n${HELP}`);
  process.exitCode = 2;
} else {
  await measureAll();
}

async function measureAll(): Promise<void> {
  const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}`;
  if (!values.json) console.log(machine);
  const results: { part: string; figures?: readonly Figure[]; error?: string }[] = [];
  const workspace = await openWorkspace();
  try {
    for (const part of PARTS) {
      if (values.only.length > 0 && !values.only.includes(part.name)) continue;
      if (!values.json) console.log(`\n── ${part.name}: ${part.about}`);
      try {
        const figures = await part.measure(workspace);
        results.push({ part: part.name, figures });
        if (!values.json) console.log(formatFigures(figures));
      } catch (error) {
        const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
        results.push({ part: part.name, error: message });
        console.error(`${part.name} failed: ${message}`);
        process.exitCode = 1;
      }
    }
  } finally {
    await workspace.remove();
  }
  const marks = results.flatMap(({ figures = [] }) => figures.map(markOf));
  const summary = {
    passed: marks.filter((mark) => mark === "pass").length,
    missed: marks.filter((mark) => mark === "miss").length,
    failedParts: results.filter(({ error }) => error !== undefined).length,
  };
  if (values.json) {
    const parts = results.map(({ part, figures, error }) => ({
      part,
      ...(error === undefined ? {} : { error }),
      figures: (figures ?? []).map((figure) => ({ ...figure, mark: markOf(figure) })),
    }));
    console.log(JSON.stringify({ machine, parts, ...summary }, null, 2));
  } else {
    console.log(
      `\n${summary.passed} goals reached, ${summary.missed} missed, ${summary.failedParts} parts failed to run`,
    );
  }
}
