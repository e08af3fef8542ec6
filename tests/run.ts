/**
 * Everything that must be true before a change lands: types, lint, unit tests (import directions among them), the
 * build, size budgets, tests in a real browser and the evaluation on the project's own content.
 * Ends with one line, `N passed, N failed`.
 */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { checkBudgets } from "./budgets/budgets";
import { runEvaluation } from "./eval/evaluation";
import { ensureBrowser } from "./support/find-browser";
import { run, type StepResult, single } from "./support/steps";

const OUTPUT = "tests/output";

interface Step {
  readonly name: string;
  run(): Promise<StepResult>;
}

const steps: readonly Step[] = [
  { name: "types", run: async () => single((await run("npx", ["tsc", "-b"])) === 0) },
  { name: "lint", run: async () => single((await run("npm", ["run", "--silent", "lint"])) === 0) },
  { name: "unit", run: () => vitest("unit") },
  { name: "build", run: async () => single((await run("npm", ["run", "--silent", "build"])) === 0) },
  {
    name: "budgets",
    run: async () => {
      const { passed, failed, lines } = checkBudgets();
      console.log(lines.join("\n"));
      return { passed, failed, skipped: 0 };
    },
  },
  {
    name: "content check",
    run: async () =>
      single((await run("node", ["bin/pocket-help.js", "check", "--content", "content", "--strict"])) === 0),
  },
  {
    name: "browser",
    run: async () => {
      ensureBrowser();
      return vitest("browser");
    },
  },
  { name: "evaluation", run: runEvaluation },
];

/** Runs one vitest project and counts its tests from the JSON report. */
async function vitest(project: string): Promise<StepResult> {
  const file = `${OUTPUT}/${project}.json`;
  rmSync(file, { force: true });
  const code = await run("npx", [
    "vitest",
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  try {
    const report = JSON.parse(readFileSync(file, "utf8")) as {
      numPassedTests: number;
      numFailedTests: number;
      numPendingTests: number;
    };
    // A suite that cannot even load counts no test, but the run has failed all the same.
    const failed = code !== 0 && report.numFailedTests === 0 ? 1 : report.numFailedTests;
    return { passed: report.numPassedTests, failed, skipped: report.numPendingTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

mkdirSync(OUTPUT, { recursive: true });
const wanted = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
for (const step of steps) {
  if (wanted.length > 0 && !wanted.includes(step.name)) continue;
  const start = performance.now();
  console.log(`\n── ${step.name}`);
  const result = await step.run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return single(false);
  });
  total.passed += result.passed;
  total.failed += result.failed;
  total.skipped += result.skipped;
  console.log(
    `── ${step.name}: ${result.passed} passed, ${result.failed} failed (${((performance.now() - start) / 1000).toFixed(1)} s)`,
  );
}
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
