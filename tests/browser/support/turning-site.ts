import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { build } from "vite";
import type { TurningWindow } from "../page/turning";
import { buildAndServe, projectFolder, type TestSite } from "./sites";

const ENTRY = "turning-test.js";

/** A site whose documents turn their pages themselves; the app's own script is replaced on the way to the page. */
export async function turningSite(content: string): Promise<TestSite> {
  const built = await mkdtemp(join(tmpdir(), "pocket-help-turning-"));
  const [site] = await Promise.all([
    buildAndServe(content, "--base", "/"),
    build({
      configFile: projectFolder("vite.config.ts"),
      root: projectFolder(),
      logLevel: "error",
      publicDir: false,
      build: {
        outDir: built,
        emptyOutDir: true,
        rollupOptions: {
          input: projectFolder("tests", "browser", "page", "turning.ts"),
          output: { entryFileNames: `assets/${ENTRY}` },
        },
      },
    }),
  ]);
  await cp(join(built, "assets"), join(site.folder, "assets"), { recursive: true });
  await rm(built, { recursive: true });
  return site;
}

/** @param way see `tests/browser/page/turning.ts` */
export async function turnPagesIn(context: BrowserContext, way = ""): Promise<void> {
  await context.addInitScript((name) => {
    window.name = name;
  }, way);
  await context.route(/\/assets\/index-[^/]+\.js$/, (route) =>
    route.fulfill({ contentType: "text/javascript", body: `import "./${ENTRY}";` }),
  );
}

/** Goes to a page by the turner itself, and waits until it is shown. */
export async function turnTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => (window as unknown as TurningWindow).turner.go(to), path);
}
