/**
 * Uses the demo centre in Chromium for a long time: 10,000 random questions to the page's search, then 200 pages with a
 * search on every fifth. Fails when anything goes wrong on the way or memory grows with use.
 */
import { parseArgs } from "node:util";
import type { Browser, Page } from "playwright-core";
import { atMost, type Figure, formatFigures, markOf } from "./figures";
import { probeScript } from "./search/bundle";
import { clientModule } from "./search/prepare";
import { type Heap, type HeapMeter, heapMeter } from "./soak/heap";
import { randomQueries } from "./soak/random-queries";
import { watchProblems } from "./soak/watch-problems";
import { launchChromium } from "./support/chromium";
import { createRandom, type Random } from "./support/random";
import { articlePaths, readPacks, serveDemo } from "./support/site";
import { openWorkspace, type Workspace } from "./support/workspace";
import "./page/bench-global";

const LOCALES = ["en", "zh"] as const;
const BATCH = 250;
/** Memory is compared with what it is after a quarter of the run, when everything lazy has been loaded. */
const WARM_SHARE = 0.25;
/** Growth that is taken for noise. */
const ALLOWED_MB = 2;
const ALLOWED_NODES = 2_000;
const MB = 1e6;
const SEARCH_EVERY = 5;

const { values } = parseArgs({
  options: {
    queries: { type: "string", default: "10000" },
    pages: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
  },
});

const workspace = await openWorkspace();
const browser = await launchChromium();
try {
  const figures = await soak(workspace, browser);
  console.log(formatFigures(figures));
  if (figures.some((figure) => markOf(figure) === "miss")) process.exitCode = 1;
} finally {
  await browser.close();
  await workspace.remove();
}

async function soak(workspace: Workspace, browser: Browser): Promise<Figure[]> {
  const demo = await serveDemo(workspace);
  const context = await browser.newContext();
  await context.addInitScript(await probeScript(await workspace.folder("probe")));
  const page = await context.newPage();
  const problems = watchProblems(context, page);
  const random = createRandom(Number(values.seed));
  try {
    const paths = (await Promise.all(LOCALES.map((locale) => articlePaths(demo.folder, locale)))).flat();
    await page.goto(demo.url + paths[0]);
    const queries = await askQueries(page, demo.folder, random, workspace);
    const pages = await visitPages(page, demo.url, paths, random, workspace);
    for (const problem of new Set(problems)) console.error(problem);
    return [
      ...queries,
      ...pages,
      { name: "errors, failed requests, console errors", value: problems.length, unit: "", goal: atMost(0) },
    ];
  } finally {
    await context.close();
    await demo.stop();
  }
}

async function askQueries(page: Page, site: string, random: Random, workspace: Workspace): Promise<Figure[]> {
  const count = Number(values.queries);
  const module = await clientModule(site);
  const texts = new Map<string, string[]>();
  for (const locale of LOCALES) {
    texts.set(locale, randomQueries(await readPacks(site, locale), random, Math.ceil(count / LOCALES.length)));
  }
  const memory = await watchMemory(page);
  const sum = { answered: 0, aborted: 0, failures: [] as string[], slowestMs: 0 };
  const start = performance.now();
  for (let asked = 0; asked < count; asked += BATCH) {
    const locale = LOCALES[(asked / BATCH) % LOCALES.length]!;
    const batch = texts.get(locale)!.splice(0, BATCH);
    const address = { engine: "pocket-help", module, base: "/", locale } as const;
    const result = await page.evaluate(([address, batch]) => bench.soak(address, batch), [address, batch] as const);
    sum.answered += result.answered;
    sum.aborted += result.aborted;
    sum.failures.push(...result.failures);
    sum.slowestMs = Math.max(sum.slowestMs, result.slowestMs);
    await memory.note((asked + BATCH) / count);
  }
  const seconds = (performance.now() - start) / 1000;
  workspace.tell(`${count} questions in ${seconds.toFixed(0)} s`);
  for (const failure of sum.failures.slice(0, 10)) console.error(failure);
  return [
    {
      name: "questions",
      value: sum.answered + sum.aborted,
      unit: "",
      note: `${sum.answered} answered, ${sum.aborted} given up; ${seconds.toFixed(0)} s, seed ${values.seed}`,
    },
    { name: "questions that failed", value: sum.failures.length, unit: "", goal: atMost(0) },
    { name: "slowest question or burst of five", value: sum.slowestMs, unit: "ms" },
    ...memory.figures("questions"),
  ];
}

async function visitPages(
  page: Page,
  url: string,
  paths: readonly string[],
  random: Random,
  workspace: Workspace,
): Promise<Figure[]> {
  const count = Number(values.pages);
  const memory = await watchMemory(page);
  const start = performance.now();
  for (let n = 1; n <= count; n++) {
    const path = random.pick(paths);
    await page.goto(url + (n % 7 === 0 ? `${path.split("/")[0]}/` : path));
    if (n % SEARCH_EVERY === 0)
      await page.evaluate((text) => bench.type(text), path.startsWith("zh") ? "订单" : "order");
    if (n % (count / 20) === 0) await memory.note(n / count);
  }
  const seconds = (performance.now() - start) / 1000;
  workspace.tell(`${count} pages in ${seconds.toFixed(0)} s`);
  return [
    {
      name: "pages visited",
      value: count,
      unit: "",
      note: `search on every ${SEARCH_EVERY}th; ${seconds.toFixed(0)} s`,
    },
    ...memory.figures("pages"),
  ];
}

interface Memory {
  /** @param share how much of the run is over, 0 to 1 */
  note(share: number): Promise<void>;
  figures(of: string): Figure[];
}

/** Compares the least memory of the run's last quarter with the least before, as a leak grows and noise does not. */
async function watchMemory(page: Page): Promise<Memory> {
  const meter: HeapMeter = await heapMeter(page);
  const early: Heap[] = [];
  const late: Heap[] = [];
  return {
    async note(share) {
      if (share > WARM_SHARE && share <= 2 * WARM_SHARE) early.push(await meter.measure());
      if (share > 1 - WARM_SHARE) late.push(await meter.measure());
    },
    figures(of) {
      const growth = (
        read: (heap: Heap) => number,
        name: string,
        unit: string,
        scale: number,
        allowed: number,
      ): Figure => {
        const least = (heaps: readonly Heap[]) => Math.min(...heaps.map(read)) / scale;
        const round = (value: number) => Number(value.toFixed(1));
        return {
          name: `${of}: ${name}`,
          value: least(late) - least(early),
          unit,
          goal: atMost(allowed),
          note: `from ${round(least(early))} to ${round(least(late))}`,
        };
      };
      return [
        growth(({ pageBytes }) => pageBytes, "growth of the page's heap", "MB", MB, ALLOWED_MB),
        growth(({ workerBytes }) => workerBytes, "growth of the workers' heaps", "MB", MB, ALLOWED_MB),
        growth(({ nodes }) => nodes, "growth of DOM nodes", "", 1, ALLOWED_NODES),
        growth(({ listeners }) => listeners, "growth of event listeners", "", 1, ALLOWED_NODES),
      ];
    },
  };
}
