import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gunzipSync, gzipSync } from "node:zlib";
import { type AppFiles, readAppFiles } from "./app-files";

/** A limit for something that people download. */
export interface Budget {
  readonly name: string;
  /** Whether files are measured as a host sends them (gzip, level 9) or as they lie on disk. */
  readonly gzip: boolean;
  /**
   * Just above what it is today, so that growth is noticed and decided on; raise it with the change that needs it, up
   * to the hard limit.
   */
  readonly limitBytes: number;
  /** What was promised; no change may raise the limit above it. */
  readonly hardLimitBytes?: number;
  /** Files that are added up, or bytes. */
  measure(built: Built): readonly string[] | number;
}

/** What a build leaves behind. */
export interface Built {
  readonly root: string;
  readonly app: AppFiles;
  /** An article page, below the site's folder. */
  readonly article: string;
}

export interface BudgetResult {
  readonly passed: number;
  readonly failed: number;
  /** One line for each budget, to print. */
  readonly lines: readonly string[];
}

export const BUDGETS: readonly Budget[] = [
  {
    name: "article page, scripts and styles",
    gzip: true,
    limitBytes: 20_000,
    hardLimitBytes: 30_000,
    measure: ({ app, article }) => app.ofPage(article),
  },
  {
    name: "the same with what comes when the page is idle",
    gzip: true,
    limitBytes: 29_500,
    hardLimitBytes: 30_000,
    measure: ({ app, article }) => {
      const later = app.from("background", "show-notices", "reading-position", "action-cards", "site-updates");
      return [...new Set([...app.ofPage(article), ...later])];
    },
  },
  {
    name: "search interface, its words and client, after the page",
    gzip: true,
    limitBytes: 18_700,
    measure: ({ app, article }) => {
      const there = new Set(app.ofPage(article));
      return app.from("search-dialog", "search-client", "load-strings", "en").filter((file) => !there.has(file));
    },
  },
  {
    name: "search worker",
    gzip: true,
    limitBytes: 33_500,
    measure: ({ app }) => app.namedBy(app.from("search-client")),
  },
  {
    name: "the same, more where a site has a model of the hub",
    gzip: true,
    limitBytes: 137_000,
    measure: ({ app }) => {
      const there = new Set(app.namedBy(app.from("search-client")));
      return app.from("hub-encoder", "transformers.web").filter((file) => !there.has(file));
    },
  },
  {
    name: "service worker",
    gzip: true,
    limitBytes: 11_000,
    measure: ({ root }) => [join(root, "lib", "app", "sw.js")],
  },
  { name: "lib/cli.js", gzip: false, limitBytes: 1_050_000, measure: ({ root }) => [join(root, "lib", "cli.js")] },
  {
    name: "encoder, as it is fetched",
    gzip: false,
    limitBytes: 4_300_000,
    hardLimitBytes: 5_000_000,
    measure: ({ root }) => [table(root)],
  },
  {
    name: "encoder, unpacked and with brotli",
    gzip: false,
    limitBytes: 4_200_000,
    hardLimitBytes: 8_000_000,
    measure: ({ root }) => brotliBytes(gunzipSync(readFileSync(table(root)))),
  },
  // The encoder and the WebAssembly runtime for models of the hub are 4 MB each. The runtime comes along, so that models
  // can be added and built with on machines without a network.
  { name: "packed tarball", gzip: false, limitBytes: 8_900_000, measure: ({ root }) => packedBytes(root) },
];

/**
 * Measures what the last `npm run build` made: `lib/`, and the demo centre in `dist/`.
 *
 * @throws Error when there is no build
 */
export function checkBudgets(budgets: readonly Budget[] = BUDGETS, site = "dist"): BudgetResult {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const folder = join(root, site);
  const built: Built = { root, app: readAppFiles(folder), article: findArticle(folder) };
  const checked = budgets.map((budget) => check(budget, built));
  return {
    passed: checked.filter(({ ok }) => ok).length,
    failed: checked.filter(({ ok }) => !ok).length,
    lines: checked.map(({ line }) => line),
  };
}

function check(budget: Budget, built: Built): { ok: boolean; line: string } {
  const { name, gzip, limitBytes, hardLimitBytes } = budget;
  const limit = Math.min(limitBytes, hardLimitBytes ?? limitBytes);
  const measured = budget.measure(built);
  const bytes = typeof measured === "number" ? measured : measured.reduce((sum, file) => sum + sizeOf(file, gzip), 0);
  const ok = bytes > 0 && bytes <= limit;
  const promise = hardLimitBytes === undefined ? "" : `, promised ${kB(hardLimitBytes)}`;
  return { ok, line: `${ok ? "✓" : "✗"} ${name}: ${kB(bytes)} of ${kB(limit)}${gzip ? " gzip" : ""}${promise}` };
}

function sizeOf(file: string, gzip: boolean): number {
  const bytes = readFileSync(file);
  return gzip ? gzipSync(bytes, { level: 9 }).length : bytes.length;
}

/** The first article of the site's first language. */
function findArticle(site: string): string {
  const manifest = JSON.parse(readFileSync(join(site, "packs", "manifest.json"), "utf8")) as {
    locales: { sections: { pack: { path: string } }[] }[];
  };
  const [pack] = manifest.locales.flatMap(({ sections }) => sections.map((section) => section.pack.path));
  if (pack === undefined) throw new Error(`${site} holds no article`);
  const { articles } = JSON.parse(readFileSync(join(site, pack), "utf8")) as { articles: { id: string }[] };
  return `${articles[0]!.id}/index.html`;
}

/** The table of the shipped encoder, with its tokeniser. */
function table(root: string): string {
  return join(root, "lib", "models", "pocket-help-encoder", "model.safetensors.gz");
}

/** At a quality that takes a second; better ones gain next to nothing here. */
function brotliBytes(bytes: Buffer): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length;
}

/** What `npm publish` would upload; nothing is written and no script runs. */
function packedBytes(root: string): number {
  const output = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    shell: process.platform === "win32",
  });
  const [packed] = JSON.parse(output) as { size: number }[];
  return packed?.size ?? 0;
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
