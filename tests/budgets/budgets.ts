import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gunzipSync, gzipSync } from "node:zlib";
import { OWN_READER } from "../../src/domain/models";
import { RUNTIME_FILES } from "../../src/pipeline/models/place-model";
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
  /** Files that are added up, or bytes; `undefined` when this working tree does not have what it is about. */
  measure(built: Built): readonly string[] | number | undefined;
}

/** What a build leaves behind. */
export interface Built {
  readonly root: string;
  /** Folder of the built site. */
  readonly site: string;
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
    limitBytes: 19_500,
    hardLimitBytes: 30_000,
    measure: ({ app, article }) => app.ofPage(article),
  },
  {
    name: "the same with what comes when the page is idle",
    gzip: true,
    limitBytes: 29_800,
    hardLimitBytes: 30_000,
    // Reading aloud is left out: it comes where the browser has a voice, and where nobody can hear nothing is fetched.
    measure: ({ app, article }) => {
      const later = app.from("background", "show-notices", "reading-position", "action-cards", "site-updates");
      return [...new Set([...app.ofPage(article), ...later])];
    },
  },
  {
    name: "search interface, its words and client, after the page",
    gzip: true,
    limitBytes: 22_500,
    measure: ({ app, article }) => {
      const there = new Set(app.ofPage(article));
      return app.from("search-dialog", "search-client", "load-strings", "en").filter((file) => !there.has(file));
    },
  },
  {
    name: "search worker",
    gzip: true,
    limitBytes: 36_000,
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
    name: "answers above the results, with their words",
    gzip: true,
    limitBytes: 6_300,
    measure: ({ app, article }) => {
      const there = new Set([
        ...app.ofPage(article),
        ...app.from("search-dialog", "search-client", "load-strings", "en"),
      ]);
      return app.from("answer-above", "answer-en").filter((file) => !there.has(file));
    },
  },
  {
    name: "what chooses a quotation, in the worker",
    gzip: true,
    limitBytes: 7_000,
    measure: ({ app }) => {
      const there = new Set(app.namedBy(app.from("search-client")));
      return app.from("answer-question").filter((file) => !there.has(file));
    },
  },
  {
    name: "service worker",
    gzip: true,
    limitBytes: 11_000,
    measure: ({ root }) => [join(root, "lib", "app", "sw.js")],
  },
  {
    name: "widget.js in a host's page, with the demo centre's settings",
    gzip: true,
    limitBytes: 3_750,
    hardLimitBytes: 4_000,
    measure: ({ site }) => [join(site, "widget.js")],
  },
  {
    name: "widget-panel.js, when a person turns to the launcher",
    gzip: true,
    limitBytes: 2_600,
    measure: ({ root }) => [join(root, "lib", "app", "widget-panel.js")],
  },
  { name: "lib/cli.js", gzip: false, limitBytes: 1_095_000, measure: ({ root }) => [join(root, "lib", "cli.js")] },
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
  // As a host compresses them on the fly; beforehand and at the highest quality it is about 0.5 MB less.
  {
    name: "reader and WebAssembly runtime, with brotli",
    gzip: false,
    limitBytes: 11_800_000,
    hardLimitBytes: 12_000_000,
    measure: ({ root }) => readerFiles(root)?.reduce((sum, file) => sum + brotliBytes(readFileSync(file)), 0),
  },
  // Exports for other tools included, which the package leaves out.
  {
    name: "models in the repository",
    gzip: false,
    limitBytes: 23_900_000,
    hardLimitBytes: 25_000_000,
    measure: ({ root }) => filesBelow(join(root, "public", "models")),
  },
  // The reader is 8 MB, the encoder and the WebAssembly runtime are 4 MB each. All come along, so that sites can be built
  // and models added on machines without a network.
  { name: "packed tarball", gzip: false, limitBytes: 17_900_000, measure: ({ root }) => packedBytes(root) },
];

/**
 * Measures what the last `npm run build` made: `lib/`, and the demo centre in `dist/`.
 *
 * @throws Error when there is no build
 */
export function checkBudgets(budgets: readonly Budget[] = BUDGETS, site = "dist"): BudgetResult {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const folder = join(root, site);
  const built: Built = { root, site: folder, app: readAppFiles(folder), article: findArticle(folder) };
  const checked = budgets.map((budget) => check(budget, built));
  return {
    passed: checked.filter(({ ok }) => ok === true).length,
    failed: checked.filter(({ ok }) => ok === false).length,
    lines: checked.map(({ line }) => line),
  };
}

/** @returns `ok` is absent where there was nothing to measure */
function check(budget: Budget, built: Built): { ok?: boolean; line: string } {
  const { name, gzip, limitBytes, hardLimitBytes } = budget;
  const limit = Math.min(limitBytes, hardLimitBytes ?? limitBytes);
  const measured = budget.measure(built);
  if (measured === undefined) return { line: `– ${name}: not in this working tree` };
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

/** What a device fetches before the project's own reader answers, where the package has one. */
function readerFiles(root: string): string[] | undefined {
  const folder = join(root, "lib", "models", OWN_READER);
  if (!existsSync(folder)) return undefined;
  const model = filesBelow(folder).filter((file) => !file.endsWith(".md"));
  return [...model, ...RUNTIME_FILES.map((name) => join(root, "lib", "ort", name))];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile());
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
