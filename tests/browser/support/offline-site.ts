import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { addFiles } from "../../support/folders";
import { eventually } from "./browser";
import { type SiteServer, serveSite } from "./site-server";
import { pocketHelp, projectFolder } from "./sites";

/** A small centre whose server can go away and come back at the same address, and whose articles can change. */
export interface OfflineSite extends SiteServer {
  /** Folder of the built site. */
  readonly folder: string;
  /** Writes source files and builds the site anew, in place. */
  rebuild(files: Readonly<Record<string, string | Uint8Array>>, ...buildArgs: string[]): Promise<void>;
  remove(): Promise<void>;
}

const article = (title: string, text: string) => `---\ntitle: ${title}\nupdated: 2026-11-01\n---\n\n${text}\n`;

const CONTENT = {
  "config.json": JSON.stringify({
    name: { en: "Kite Help", zh: "风筝帮助" },
    locales: ["en", "zh"],
    contact: {
      channels: [
        { type: "phone", address: "+44 20 7946 0000" },
        { type: "email", address: "help@kite.example" },
        { type: "chat", url: "https://chat.kite.example/" },
      ],
    },
  }),
  "en/flying/launch-a-kite.md": article("Launch a kite", "Hold the kite high. ![Field](../../images/field.png)"),
  "en/flying/land-a-kite.md": article("Land a kite", "Walk towards it slowly."),
  "en/repair/mend-a-tear.md": article("Mend a tear", "Use ripstop tape. ![Tape](../../images/tape.png)"),
  "en/repair/film.md": article("See it done", '<video src="../../images/wave.webm" width="320" height="180"></video>'),
  "zh/flying/launch-a-kite.md": article("放飞风筝", "把风筝举高。![草地](../../images/field.png)"),
  "zh/repair/mend-a-tear.md": article("修补裂口", "使用防撕裂胶带。"),
};

export async function offlineSite(base = "/"): Promise<OfflineSite> {
  const root = await mkdtemp(join(tmpdir(), "pocket-help-offline-"));
  const [content, folder] = [join(root, "content"), join(root, "site")];
  const png = await readFile(projectFolder("tests", "fixtures", "browser", "handbook", "images", "plan.png"));
  const film = await readFile(projectFolder("tests", "fixtures", "browser", "handbook", "videos", "wave.webm"));
  const images = {
    "images/field.png": png,
    // Another picture under another name: bytes after the end of a PNG change nothing but its hash.
    "images/tape.png": Buffer.concat([png, Buffer.from("tape")]),
    "images/wave.webm": film,
  };
  const build = (...args: string[]) =>
    pocketHelp("build", "--content", content, "--out", folder, "--base", base, ...args).then(() => {});
  await addFiles(content, { ...CONTENT, ...images });
  await build();
  const server = await serveSite(folder);
  return {
    ...server,
    folder,
    async rebuild(files, ...args) {
      await addFiles(content, files);
      await build(...args);
    },
    async remove() {
      await server.stop();
      await rm(root, { recursive: true, force: true });
    },
  };
}

export { article };

/** Waits until the service worker is in charge and has stored the open page. */
export async function underWorker(page: Page): Promise<void> {
  await eventually(
    () =>
      page.evaluate(async () => {
        if (!navigator.serviceWorker.controller) return false;
        return (await caches.match(location.pathname)) !== undefined;
      }),
    "the service worker looks after the page",
  );
}

/** Text of the page's main heading. */
export async function heading(page: Page): Promise<string> {
  return ((await page.locator("h1").first().textContent()) ?? "").trim();
}
