import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { launchChromium } from "../../support/chromium";
import { atMost } from "../figures";
import type { Part } from "../parts";
import { articlePaths, serveDemo } from "../support/site";
import { median } from "../support/statistics";
import { type Transfer, totalBytes } from "../support/web-server";

/** Time after the load event for scripts that come late, in milliseconds. */
const SETTLE = 1500;
const KB = 1000;

/** What a reader downloads to read one article, without touching search. */
export const pageWeightPart: Part = {
  name: "page-weight",
  about: "an article page of the demo before search is used, gzip",
  measure: async (workspace) => {
    const demo = await serveDemo(workspace);
    const browser = await launchChromium();
    try {
      const paths = await articlePaths(demo.folder, "en");
      // What a service worker fetches ahead in the background is no part of the page.
      const page = await browser.newPage({ serviceWorkers: "block" });
      await page.goto(demo.url + paths[0], { waitUntil: "load" });
      await page.waitForTimeout(SETTLE);
      const transfers = demo.take();
      const scripts = transfers.filter(({ path }) => path.endsWith(".js"));
      const styles = transfers.filter(({ path }) => path.endsWith(".css"));
      const html = paths.map((path) => `${demo.folder}/${decodeURIComponent(path)}index.html`);
      const htmlBytes = await Promise.all(html.map(async (file) => gzipSync(await readFile(file)).length));
      const others = transfers.filter((one) => !scripts.includes(one) && !styles.includes(one));
      return [
        {
          name: "JavaScript and CSS",
          value: (totalBytes(scripts) + totalBytes(styles)) / KB,
          unit: "kB",
          goal: atMost(30),
          note: list([...scripts, ...styles]),
        },
        { name: "HTML, median article", value: median(htmlBytes) / KB, unit: "kB" },
        { name: "HTML, largest article", value: Math.max(...htmlBytes) / KB, unit: "kB" },
        { name: "everything that loads", value: totalBytes(transfers) / KB, unit: "kB", note: list(others) },
      ];
    } finally {
      await browser.close();
      await demo.stop();
    }
  },
};

function list(transfers: readonly Transfer[]): string {
  return transfers
    .map(({ path, bytes }) => `${path.split("/").at(-1) || "page"} ${(bytes / KB).toFixed(1)}`)
    .join(", ");
}
