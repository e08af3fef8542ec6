import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { addFiles } from "../../support/folders";
import { type SiteServer, serveSite } from "./site-server";
import { pocketHelp, projectFolder } from "./sites";

export const PASSPHRASE = "seven brave otters sing";

/** What a host page hands over. */
export const HOST_KEY = Buffer.alloc(32, 7).toString("base64url");

/** Words that stand in sealed articles alone: in titles, addresses, headings, texts, descriptions, and file names. */
export const CANARIES = [
  "marmottitle",
  "marmotslug",
  "marmotheading",
  "marmotbody",
  "marmotpicture",
  "marmotsection",
  "marmotfilm",
  "鸸鹋工资",
  "鸸鹋小节",
  "鸸鹋正文",
];

/** The sealed picture, in the project's folder. */
export const PICTURE = ["tests", "fixtures", "browser", "handbook", "images", "plan.png"] as const;

const article = (title: string, text: string) => `---\ntitle: ${title}\nupdated: 2026-11-01\n---\n\n${text}\n`;

const CONTENT = {
  "config.json": JSON.stringify({
    name: { en: "Harbour Works", zh: "海港工厂" },
    locales: ["en", "zh"],
    sections: {
      gates: { title: { en: "Gates", zh: "大门" } },
      payroll: { title: { en: "Marmotsection", zh: "鸸鹋工资" } },
    },
    sealed: { sections: ["payroll"], lockAfterMinutes: 2 },
    answers: { threshold: 0 },
    contact: { channels: [{ type: "email", address: "people@harbour.example" }] },
  }),
  "en/gates/opening.md": article("When the gates open", "The gates open at six in the morning."),
  "en/gates/badge.md": article("Lost badge", "Ask the porter for another badge."),
  "en/payroll/marmotslug.md": article(
    "Marmottitle: when wages rise",
    "Marmotbody wages rise by four percent every April.\n\n## Marmotheading by night\n\nWhoever works at night gets marmotbody extra of twelve pounds.\n\n![Marmotpicture of the table](../../images/marmotpicture.png)\n\nSee [when the gates open](../gates/opening.md) and [the rest](marmotother.md).",
  ),
  "en/payroll/marmotother.md": article(
    "Marmottitle of the rest",
    'Marmotbody is all the rest. <video src="../../images/marmotfilm.webm" controls width="320" height="180"></video>',
  ),
  "zh/gates/opening.md": article("大门何时打开", "大门早上六点打开。"),
  "zh/payroll/raise.md": article(
    "鸸鹋工资何时上调",
    "鸸鹋正文：工资每年四月上调百分之四。\n\n## 鸸鹋小节\n\n夜班另有补贴。",
  ),
};

/** A small centre with a sealed section, served at an address that can go away and come back. */
export interface SealedSite extends SiteServer {
  readonly folder: string;
  remove(): Promise<void>;
}

interface SealedSiteOptions {
  /** Laid over the configuration. */
  readonly config?: object;
  /** Folder whose files are laid over the content. */
  readonly files?: string;
}

/** @param allowedHosts origins of pages that may hand the key over */
export async function sealedSite(
  allowedHosts: readonly string[] = [],
  { config: others, files }: SealedSiteOptions = {},
): Promise<SealedSite> {
  const root = await mkdtemp(join(tmpdir(), "pocket-help-sealed-"));
  const [content, folder, secret] = [join(root, "content"), join(root, "site"), join(root, "secret.txt")];
  const handbook = (path: string) => readFile(projectFolder("tests", "fixtures", "browser", "handbook", path));
  const config = JSON.stringify({ ...(JSON.parse(CONTENT["config.json"]) as object), allowedHosts, ...others });
  if (files !== undefined) await cp(files, content, { recursive: true });
  await addFiles(content, {
    ...CONTENT,
    "config.json": config,
    "images/marmotpicture.png": await readFile(projectFolder(...PICTURE)),
    "images/marmotfilm.webm": await handbook("videos/wave.webm"),
  });
  await addFiles(root, { "secret.txt": PASSPHRASE, "key.txt": HOST_KEY });
  const secrets = ["--passphrase-file", secret, "--key-file", join(root, "key.txt")];
  await pocketHelp("build", "--content", content, "--out", folder, "--base", "/help/", ...secrets);
  const server = await serveSite(folder);
  return {
    ...server,
    folder,
    async remove() {
      await server.stop();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** Opens the page that unlocks, and waits until its form is ready. */
export async function goToForm(page: Page, site: SealedSite, locale = "en", hash = ""): Promise<void> {
  await page.goto(`${site.url}${locale}/unlock/${hash}`);
  await page.locator("form[data-ready]").waitFor();
}

/** Unlocks on the page that is shown, and waits until a page of the whole site stands there. */
export async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await page.locator("#ph-passphrase").fill(passphrase);
  await page.keyboard.press("Enter");
  await page.locator("#ph-lock-bar").waitFor();
  await page.locator("form[data-unlock]").waitFor({ state: "detached" });
}
