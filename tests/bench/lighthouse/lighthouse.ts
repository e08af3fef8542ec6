import { execFile, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { CHROMIUM_ARGS } from "../../support/chromium";
import { ensureBrowser } from "../../support/find-browser";

export const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
export type Category = (typeof CATEGORIES)[number];

export interface Audit {
  /** 0 to 1. */
  readonly scores: Readonly<Record<Category, number>>;
  /** Audits with weight that did not get full points, by category: `id score`. */
  readonly lostPoints: Readonly<Record<Category, readonly string[]>>;
  /** The times that make the performance score, simulated on a slow phone. */
  readonly timingsMs: Readonly<Record<string, number>>;
}

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const PROGRAM = join(FOLDER, "node_modules", "lighthouse", "cli", "index.js");

/**
 * Lighthouse has a lock file of its own, because it breaks `npm ci` in the project's; it is installed when first wanted.
 *
 * @returns the program's file, or why there is none
 */
export function installLighthouse(tell: (message: string) => void): string | { readonly reason: string } {
  if (existsSync(PROGRAM)) return PROGRAM;
  tell("Installing Lighthouse (npm ci in tests/bench/lighthouse) …");
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], {
    cwd: FOLDER,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (npm.status === 0 && existsSync(PROGRAM)) return PROGRAM;
  const cause = /^npm (?:error|ERR!) (?!code)(.+)$/m.exec(npm.stderr ?? "")?.[1] ?? `npm ended with ${npm.status}`;
  return { reason: `Lighthouse could not be installed in tests/bench/lighthouse: ${cause}` };
}

/** What this module reads of a Lighthouse report. */
interface Report {
  readonly runtimeError?: { readonly message: string };
  readonly categories: Readonly<
    Record<Category, { score: number | null; auditRefs: readonly { id: string; weight: number }[] }>
  >;
  readonly audits: Readonly<Record<string, { score: number | null; numericValue?: number }>>;
}

const TIMINGS = {
  "first contentful paint": "first-contentful-paint",
  "largest contentful paint": "largest-contentful-paint",
  "total blocking time": "total-blocking-time",
  "cumulative layout shift": "cumulative-layout-shift",
  "speed index": "speed-index",
} as const;

/** One mobile audit in a fresh browser. @param folder where the report goes. @throws Error when the page cannot be audited */
export async function auditPage(program: string, url: string, folder: string): Promise<Audit> {
  const file = join(folder, "report.json");
  await promisify(execFile)(
    process.execPath,
    [
      program,
      url,
      "--quiet",
      "--output=json",
      `--output-path=${file}`,
      `--only-categories=${CATEGORIES.join(",")}`,
      `--chrome-flags=${["--headless", ...CHROMIUM_ARGS].join(" ")}`,
    ],
    { env: { ...process.env, CHROME_PATH: ensureBrowser() }, maxBuffer: 64e6 },
  );
  const report = JSON.parse(await readFile(file, "utf8")) as Report;
  if (report.runtimeError) throw new Error(`Lighthouse: ${report.runtimeError.message}`);
  return {
    scores: perCategory((category) => report.categories[category].score ?? 0),
    lostPoints: perCategory((category) =>
      report.categories[category].auditRefs
        .filter(({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 1)
        .map(({ id }) => `${id} ${report.audits[id]?.score}`),
    ),
    timingsMs: Object.fromEntries(
      Object.entries(TIMINGS).map(([name, id]) => [name, report.audits[id]?.numericValue ?? 0]),
    ),
  };
}

function perCategory<T>(value: (category: Category) => T): Record<Category, T> {
  return Object.fromEntries(CATEGORIES.map((category) => [category, value(category)])) as Record<Category, T>;
}
