import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { useBrowser } from "./support/browser";
import { buildAndServe, projectFolder } from "./support/sites";
import { violations, watchViolations } from "./support/violations";

/** Help centres as their authors keep them; too large and of other licences, so they lie beside the project. */
const FOLDER = projectFolder("..", "shared", "eval");
const CENTRES = [
  { name: "arduino", articles: 414 },
  { name: "anki", articles: 56 },
  { name: "1panel-zh", articles: 74 },
];
/** Pages looked at in the browser, of all three centres. */
const SAMPLE = 30;

const browser = useBrowser();
const present = existsSync(FOLDER);
if (!present) console.log(`Skipped: there is no ${FOLDER} with the development centres.`);

test.skipIf(!present).each(CENTRES)(
  "$name builds unchanged with its $articles articles",
  async ({ name, articles }) => {
    const site = await buildAndServe(join(FOLDER, name, "content"));
    try {
      // Hidden articles have a page too, but stand in no pack.
      const paths = (await readdir(site.folder, { recursive: true })).filter((path) => path.endsWith("index.html"));
      const ids: string[] = [];
      for (const path of paths.sort()) {
        const html = await readFile(join(site.folder, path), "utf8");
        if (/<article[ >]/.test(html)) ids.push(dirname(path).replaceAll("\\", "/"));
      }
      expect(ids.length).toBe(articles);

      const { page, context, problems, requests } = await browser.open();
      await watchViolations(context);
      const step = Math.max(1, Math.floor(ids.length / (SAMPLE / CENTRES.length)));
      for (const id of ids.filter((_, index) => index % step === 0)) {
        await page.goto(`${site.url}${id.split("/").map(encodeURIComponent).join("/")}/`);
        expect(await page.locator("article").count(), id).toBe(1);
        expect((await page.locator("article h1").textContent())?.trim(), id).not.toBe("");
        expect(((await page.locator("article .prose").textContent()) ?? "").trim().length, id).toBeGreaterThan(20);
        expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), `${id} is too wide`).toBe(
          false,
        );
        expect(await violations(page), id).toEqual([]);
      }
      expect(problems).toEqual([]);
      expect(requests.filter((address) => !address.startsWith(site.url))).toEqual([]);
    } finally {
      await site.remove();
    }
  },
);
