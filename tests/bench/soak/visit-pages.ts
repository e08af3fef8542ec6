import type { Page } from "playwright-core";
import type { Figure } from "../figures";
import type { Random } from "../support/random";
import { watchMemory } from "./memory";
import "../page/bench-global";

const SEARCH_EVERY = 5;
const HOME_EVERY = 7;
/** How often memory is looked at in a run. */
const LOOKS = 20;

/** Opens pages in one tab, one after the other, and searches on some. @param paths article pages below `url` */
export async function visitPages(
  page: Page,
  url: string,
  paths: readonly string[],
  count: number,
  random: Random,
): Promise<Figure[]> {
  const memory = await watchMemory(page);
  const start = performance.now();
  for (let n = 1; n <= count; n++) {
    const path = random.pick(paths);
    const [locale] = path.split("/");
    await page.goto(url + (n % HOME_EVERY === 0 ? `${locale}/` : path));
    const word = locale === "zh" ? "订单" : "order";
    if (n % SEARCH_EVERY === 0) await page.evaluate((word) => bench.type(word), word);
    if (n % Math.ceil(count / LOOKS) === 0) await memory.note(n / count);
  }
  const seconds = (performance.now() - start) / 1000;
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
