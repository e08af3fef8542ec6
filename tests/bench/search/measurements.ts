import type { Browser, BrowserContext, Page } from "playwright-core";
import type { IndexRequest } from "../page/index-worker";
import type { FirstResult } from "../page/probe";
import { median, quantile } from "../support/statistics";
import { type Transfer, totalBytes } from "../support/web-server";
import type { Arena, Contestant } from "./prepare";
import "../page/bench-global";

/** Each first result is taken this often, every time in a browser profile without a past. */
export const COLD_RUNS = 5;
/** Each question is asked this often; its median counts. */
export const WARM_ROUNDS = 3;
/** Time for what a page does after its load event, and for the device to keep what it was given, in milliseconds. */
const SETTLE = 1500;

/** A reader without a past. What a service worker fetches ahead is left out: it is not needed for the first result. */
export async function freshReader(browser: Browser, { probe }: Arena): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: "block" });
  await context.addInitScript(probe);
  return context;
}

async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url, { waitUntil: "load" });
  await page.waitForTimeout(SETTLE);
  return page;
}

/** First results of an engine by itself, without an interface: medians. */
export async function coldEngine(browser: Browser, arena: Arena, contestant: Contestant, texts: readonly string[]) {
  const runs: (FirstResult & { bytes: number })[] = [];
  for (const text of texts) {
    const context = await freshReader(browser, arena);
    const page = await openPage(context, contestant.page);
    contestant.server.take();
    const first = await page.evaluate(([address, text]) => bench.first(address, text), [
      contestant.address,
      text,
    ] as const);
    const transfers = contestant.server.take();
    // The encoder comes in the background; only an answer by meaning waits for it.
    const waitedFor = "meaning" in contestant.address ? transfers : withoutModels(transfers);
    runs.push({ ...first, bytes: totalBytes(waitedFor) });
    await context.close();
  }
  return {
    ms: median(runs.map(({ ms }) => ms)),
    longestTaskMs: median(runs.map(({ longestTaskMs }) => longestTaskMs)),
    bytes: median(runs.map(({ bytes }) => bytes)),
  };
}

/** Transfers that the first result does not wait for left out. */
export function withoutModels(transfers: readonly Transfer[]): Transfer[] {
  return transfers.filter(({ path }) => !path.startsWith("/models/"));
}

export interface Visit extends FirstResult {
  /** Everything since the page was opened, the encoder included that comes in the background. */
  readonly transfers: readonly Transfer[];
}

/** A reader opens an article, presses the search key and types; later opens it again. */
export async function readerVisits(
  browser: Browser,
  arena: Arena,
  text: string,
): Promise<{ first: Visit; second: Visit }> {
  const { page: url, server } = arena.own;
  const context = await freshReader(browser, arena);
  const visit = async (): Promise<Visit> => {
    server.take();
    const page = await openPage(context, url);
    const first = await page.evaluate((text) => bench.type(text), text);
    await page.waitForTimeout(SETTLE);
    await page.close();
    return { ...first, transfers: server.take() };
  };
  const visits = { first: await visit(), second: await visit() };
  await context.close();
  return visits;
}

/** Within how many milliseconds half, 95 % and all of the questions are answered, and how many find nothing. */
export async function warmQueries(browser: Browser, arena: Arena, contestant: Contestant, texts: readonly string[]) {
  const context = await freshReader(browser, arena);
  const page = await openPage(context, contestant.page);
  const results = await page.evaluate(([address, texts]) => bench.warmUp(address, texts), [
    contestant.address,
    texts,
  ] as const);
  const rounds: number[][] = [];
  for (let round = 0; round < WARM_ROUNDS; round++) {
    rounds.push(await page.evaluate((texts) => bench.ask(texts), texts));
  }
  await context.close();
  const times = texts.map((_, n) => median(rounds.map((round) => round[n]!)));
  return {
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    max: Math.max(...times),
    unanswered: results.filter((n) => n === 0).length,
  };
}

/** Index building in a new worker each time: the median, in milliseconds. */
export async function indexBuild(browser: Browser, arena: Arena, engine: IndexRequest["engine"]): Promise<number> {
  const context = await freshReader(browser, arena);
  const page = await openPage(context, arena.others[0]!.page);
  const times: number[] = [];
  for (let run = 0; run < COLD_RUNS; run++) {
    times.push(
      await page.evaluate(([engine, url]) => bench.buildIndex(engine, url), [engine, arena.packsUrl] as const),
    );
  }
  await context.close();
  return median(times);
}
