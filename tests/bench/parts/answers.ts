import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { projectFolder } from "../../browser/support/sites";
import { launchChromium } from "../../support/chromium";
import { atMost, type Figure } from "../figures";
import type { Part } from "../parts";
import { serveDemo } from "../support/site";
import { quantile } from "../support/statistics";
import type { Workspace } from "../support/workspace";

/** Questions that are timed; as many before them warm the runtime up, which compiles what it runs often. */
const QUESTIONS = 24;

/** How long an answer takes on the ask page, from the question to the card. */
export const answersPart: Part = {
  name: "answers",
  about: "answers on the demo's ask page in Chromium, without the reader and with it",
  measure: async (workspace) => {
    const lines = (await readFile(projectFolder("tests", "eval", "en.jsonl"), "utf8")).trim().split("\n");
    const asked = lines.map((line) => (JSON.parse(line) as { q: string }).q).slice(0, 2 * QUESTIONS);
    const { sentences, reader } = await timed(workspace, asked);
    return [...figures("by sentences", sentences, 30), ...figures("by the reader", reader, 400)];
  },
};

function figures(name: string, times: readonly number[], limit: number): Figure[] {
  return [
    { name: `${name}, p50`, value: quantile(times, 0.5), unit: "ms", goal: atMost(limit) },
    { name: `${name}, p95`, value: quantile(times, 0.95), unit: "ms" },
  ];
}

async function timed(workspace: Workspace, asked: readonly string[]) {
  const server = await serveDemo(workspace);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}en/ask/`);
    await page.locator(".ask #ph-ask").waitFor();
    await answeredBy(page, asked[0]!, "sentences");
    const sentences = await askAll(page, asked, "sentences");
    workspace.tell("measured without the reader");
    await page.getByRole("button", { name: "Fetch it" }).click();
    await answeredBy(page, asked[0]!, "reader");
    return { sentences, reader: await askAll(page, asked, "reader") };
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Asks again and again until a model has come. The bench's server compresses what it sends first. @throws Error after three minutes */
async function answeredBy(page: Page, text: string, by: string): Promise<void> {
  const end = Date.now() + 180_000;
  while ((await ask(page, text)).by !== by) {
    if (Date.now() > end) throw new Error(`nothing was answered by ${by} within three minutes`);
    await page.waitForTimeout(200);
  }
}

/** Milliseconds of the second half of the questions. */
async function askAll(page: Page, asked: readonly string[], by: string): Promise<number[]> {
  const times: number[] = [];
  for (const text of asked) {
    const answer = await ask(page, text);
    if (answer.by !== by) throw new Error(`"${text}" was answered by ${answer.by}, not by ${by}`);
    times.push(answer.ms);
  }
  return times.slice(asked.length / 2);
}

/** Asks in the page's own field. */
function ask(page: Page, text: string): Promise<{ readonly ms: number; readonly by: string }> {
  return page.evaluate(async (question) => {
    const field = document.querySelector<HTMLInputElement>(".ask #ph-ask")!;
    const before = document.querySelectorAll(".turn").length;
    field.value = question;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const start = performance.now();
    field.form!.requestSubmit();
    // No function has a name here: the bundler's helper for names is not in the page.
    const turn = await new Promise<HTMLElement>((done) => {
      const watch = new MutationObserver(() => {
        const turns = document.querySelectorAll<HTMLElement>(".turn");
        const last = turns[turns.length - 1];
        if (turns.length <= before || last?.dataset.status !== "answered") return;
        watch.disconnect();
        done(last);
      });
      watch.observe(document.body, { subtree: true, childList: true, attributes: true });
    });
    return { ms: performance.now() - start, by: turn.querySelector<HTMLElement>("[data-by]")?.dataset.by ?? "" };
  }, text);
}
