/**
 * Uses the demo centre in Chromium for a long time: 10,000 random questions to the page's search, then 200 pages with a
 * search on every fifth. Fails when anything goes wrong on the way or memory grows with use.
 *
 * `npm run soak -- [--questions N] [--pages N] [--seed N]`
 */
import { parseArgs } from "node:util";
import { launchChromium } from "../support/chromium";
import { atMost, type Figure, formatFigures, markOf } from "./figures";
import { probeScript } from "./search/bundle";
import { askQuestions } from "./soak/ask-questions";
import { visitPages } from "./soak/visit-pages";
import { watchProblems } from "./soak/watch-problems";
import { createRandom } from "./support/random";
import { articlePaths, serveDemo } from "./support/site";
import { openWorkspace } from "./support/workspace";

/** The languages of the demo centre. */
const LOCALES = ["en", "zh"] as const;

const { values } = parseArgs({
  options: {
    questions: { type: "string", default: "10000" },
    pages: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
  },
});

const figures = await soak();
console.log(formatFigures(figures));
if (figures.some((figure) => markOf(figure) === "miss")) process.exitCode = 1;

async function soak(): Promise<Figure[]> {
  const workspace = await openWorkspace();
  const browser = await launchChromium();
  try {
    const demo = await serveDemo(workspace);
    const context = await browser.newContext();
    await context.addInitScript(await probeScript(await workspace.folder("probe")));
    const page = await context.newPage();
    const problems = watchProblems(context, page);
    const random = createRandom(Number(values.seed));
    const paths = (await Promise.all(LOCALES.map((locale) => articlePaths(demo.folder, locale)))).flat();
    await page.goto(demo.url + paths[0]);
    const asked = await askQuestions(page, demo.folder, LOCALES, Number(values.questions), random);
    workspace.tell("questions asked");
    const visited = await visitPages(page, demo.url, paths, Number(values.pages), random);
    await context.close();
    await demo.stop();
    for (const problem of new Set(problems)) console.error(problem);
    const errors = problems.length;
    return [...asked, ...visited, { name: "errors and failed requests", value: errors, unit: "", goal: atMost(0) }];
  } finally {
    await browser.close();
    await workspace.remove();
  }
}
