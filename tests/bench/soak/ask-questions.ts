import type { Page } from "playwright-core";
import { atMost, type Figure } from "../figures";
import type { Random } from "../support/random";
import { clientModule, readPacks } from "../support/site";
import { watchMemory } from "./memory";
import { randomQueries } from "./random-queries";
import "../page/bench-global";

/** Questions of one language asked in a row. */
const BATCH = 250;

/** Asks random questions through the page's own search client. @param count a multiple of 250 per language is best */
export async function askQuestions(
  page: Page,
  site: string,
  locales: readonly string[],
  count: number,
  random: Random,
): Promise<Figure[]> {
  const module = await clientModule(site);
  const texts = new Map<string, string[]>();
  for (const locale of locales) texts.set(locale, randomQueries(await readPacks(site, locale), random, count));
  const memory = await watchMemory(page);
  const failures: string[] = [];
  let answered = 0;
  let aborted = 0;
  let slowestMs = 0;
  const start = performance.now();
  for (let asked = 0; asked < count; asked += BATCH) {
    const locale = locales[(asked / BATCH) % locales.length]!;
    const batch = texts.get(locale)!.splice(0, Math.min(BATCH, count - asked));
    const address = { engine: "pocket-help", module, base: "/", locale } as const;
    const result = await page.evaluate(([address, batch]) => bench.soak(address, batch), [address, batch] as const);
    answered += result.answered;
    aborted += result.aborted;
    failures.push(...result.failures);
    slowestMs = Math.max(slowestMs, result.slowestMs);
    await memory.note((asked + batch.length) / count);
  }
  const seconds = (performance.now() - start) / 1000;
  for (const failure of failures.slice(0, 10)) console.error(failure);
  return [
    {
      name: "questions",
      value: answered + aborted,
      unit: "",
      note: `${answered} answered, ${aborted} given up; ${seconds.toFixed(0)} s`,
    },
    { name: "questions that failed", value: failures.length, unit: "", goal: atMost(0) },
    { name: "slowest question, with those it waited for", value: slowestMs, unit: "ms" },
    ...memory.figures("questions"),
  ];
}
