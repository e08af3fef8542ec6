import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RootManifest, SiteEncoder } from "../../src/domain/pack";
import { hashFile } from "../../src/pipeline/models/verify-model";
import { madeUpModel } from "../support/encoder";
import { addFiles, filesIn } from "../support/folders";
import { TINY_ENCODER } from "../support/model-mirror";
import { axeViolations } from "./support/axe";
import { eventually, type OpenPage, useBrowser } from "./support/browser";
import { holdBack } from "./support/hold-back";
import { underWorker } from "./support/offline-site";
import { answered, field, options, titles } from "./support/search";
import { buildAndServe, type TestSite } from "./support/sites";

const browser = useBrowser();
let root: string;
let site: TestSite;
let encoder: SiteEncoder;

const article = (title: string, text: string) => `---\ntitle: ${title}\n---\n\n${text}\n`;
const ARTICLES = {
  "en/account/reset.md": article("Reset a password", "Open the settings."),
  "en/account/plants.md": article("What we forgot", "Somebody forgot to water them."),
  "en/home/router.md": article("Router", "It hums."),
  "en/home/refund.md": article("Refund", "Money comes back."),
  "zh/account/reset.md": article("重置密码", "打开设置。"),
  "zh/account/name.md": article("选择名字", "随便一个。"),
};
/** Its words stand nowhere. */
const QUESTION = "change passphrase";

const pin = (id: string, settings: object, files: readonly object[]) =>
  JSON.stringify({
    version: 1,
    models: [{ role: "encoder", id, source: "", revision: "", licence: "MIT", ...settings, files }],
  });

async function manifestOf({ folder }: TestSite): Promise<RootManifest> {
  return JSON.parse(await readFile(join(folder, "packs", "manifest.json"), "utf8"));
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "pocket-help-meaning-"));
  const bytes = gzipSync(madeUpModel());
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const id = "pocket-help-encoder";
  await addFiles(join(root, "table"), {
    ...ARTICLES,
    "config.json": '{ "locales": ["en", "zh"] }',
    "models/models.json": pin(id, { dimensions: 24 }, [{ path: "model.safetensors.gz", bytes: bytes.length, sha256 }]),
    [`models/${id}/model.safetensors.gz`]: bytes,
  });
  site = await buildAndServe(join(root, "table"), "--base", "/help/");
  encoder = (await manifestOf(site)).encoder!;
});
afterAll(async () => {
  await site?.remove();
  await rm(root, { recursive: true, force: true });
});

async function find(page: Page, text: string, locale = "en", at = site): Promise<void> {
  await page.goto(`${at.url}${locale}/search/?q=${encodeURIComponent(text)}`);
  await answered(page);
}

const fetchedModels = ({ asked }: OpenPage) => asked.filter((address) => address.includes("/models/"));
const note = (page: Page) => page.locator(".search-note");

test("words answer at once, meaning joins in when it has come, and says so; with the network gone it works on", async () => {
  const visit = await browser.open();
  const { page, problems } = visit;
  await page.goto(`${site.url}en/search/`);
  expect(fetchedModels(visit)).toEqual([]);
  await find(page, QUESTION);
  await eventually(async () => (await titles(page)).includes("Reset a password"), "meaning has joined in");
  const option = options(page).filter({ hasText: "Reset a password" });
  expect(await option.locator(".result-why").textContent()).toBe("Similar meaning");
  expect(await note(page).textContent()).toContain("“Similar meaning”");
  expect(await axeViolations(page)).toEqual([]);

  await underWorker(page);
  await find(page, "重置口令", "zh");
  const chinese = options(page).filter({ hasText: "重置密码" });
  expect(await chinese.count()).toBe(1);
  expect(fetchedModels(visit)).toHaveLength(1);
  expect(problems).toEqual([]);

  const other = await buildAndServe(join(root, "table"), "--base", "/help/");
  try {
    await page.goto(`${other.url}en/search/`);
    await underWorker(page);
    await find(page, QUESTION, "en", other);
    await eventually(async () => (await titles(page)).includes("Reset a password"), "meaning has joined in");
    await other.stop();
    await find(page, "change the passphrase", "en", other);
    await eventually(async () => (await titles(page)).includes("Reset a password"), "meaning works offline");
  } finally {
    await other.remove();
  }
});

test("the row under the pointer stays where it is when meaning joins in, until something else is asked", async () => {
  // Without a service worker, so that the model can be held back.
  const { page, context } = await browser.open({ serviceWorkers: "block" });
  const letGo = await holdBack(context, "**/models/**");
  await page.goto(`${site.url}en/`);
  await page.keyboard.press("/");
  await field(page).fill("forgot password");
  await options(page).first().waitFor();
  expect(await titles(page)).toEqual(["What we forgot", "Reset a password"]);
  const row = options(page).first();
  await row.hover();
  await page.mouse.move(...(await middleOf(row)), { steps: 3 });
  const before = await row.boundingBox();
  letGo();
  await answered(page);
  expect(await titles(page)).toEqual(["What we forgot", "Reset a password"]);
  expect(await row.boundingBox()).toEqual(before);
  expect(await row.locator(".result-title").textContent()).toBe("What we forgot");
  expect(await row.getAttribute("aria-selected")).toBe("true");

  await field(page).fill("forgot the password");
  await answered(page);
  expect(await titles(page)).toEqual(["Reset a password", "What we forgot"]);

  async function middleOf(target: typeof row): Promise<[number, number]> {
    const { x, y, width, height } = (await target.boundingBox())!;
    return [x + width / 2 + 4, y + height / 2];
  }
});

test("an article of the other language answers where one's own has none, marked as such", async () => {
  const { page } = await browser.open();
  await find(page, "网络", "zh");
  const section = page.getByRole("region", { name: "英文文章" });
  await section.waitFor();
  const link = section.getByRole("link");
  expect(await link.getAttribute("lang")).toBe("en");
  expect(await link.getAttribute("hreflang")).toBe("en");
  expect(await link.textContent()).toContain("Router");
  await link.click();
  await page.waitForURL("**/help/en/home/router/**");
});

test.each([
  ["is gone", undefined, /could not be loaded/],
  ["is a page", () => Buffer.from("<!doctype html><h1>Please sign in</h1>"), /arrived damaged/],
  ["has a flipped bit", (bytes: Buffer) => flipped(bytes), /arrived damaged/],
] as const)(
  "when the model %s, words do, a quiet line says so, and the next visit heals it",
  async (_, damage, words) => {
    const { page, problems } = await browser.open();
    const file = join(site.folder, encoder.files[0]!.path);
    const whole = await readFile(file);
    if (damage) await writeFile(file, damage(whole));
    else await rm(file);
    try {
      await find(page, QUESTION);
      await eventually(async () => words.test((await note(page).textContent()) ?? ""), "a line says so");
      expect(await titles(page)).toEqual([]);
      expect(await page.getByRole("alert").count()).toBe(0);
      expect(problems.filter((problem) => !problem.includes("404"))).toEqual([]);
      await field(page).fill("water");
      await answered(page);
      expect(await titles(page)).toEqual(["What we forgot"]);
    } finally {
      await writeFile(file, whole);
    }
    await find(page, QUESTION);
    await eventually(async () => (await titles(page)).includes("Reset a password"), "meaning is back");
    expect(await page.getByText("Searching by words only").count()).toBe(0);
  },
);

test("a damaged copy on the device is fetched anew", async () => {
  const visit = await browser.open();
  const { page } = visit;
  await find(page, QUESTION);
  await eventually(async () => (await titles(page)).includes("Reset a password"), "meaning has joined in");
  await page.evaluate(async (address) => {
    const cache = await caches.open("pocket-help:/help/:models");
    if (!(await cache.match(address))) throw new Error("no copy");
    await cache.put(address, new Response("something else"));
  }, `/help/${encoder.files[0]!.path}`);
  await find(page, QUESTION);
  await eventually(async () => (await titles(page)).includes("Reset a password"), "meaning is back");
  expect(fetchedModels(visit)).toHaveLength(2);
  await find(page, QUESTION);
  expect(fetchedModels(visit)).toHaveLength(2);
});

test("a device that saves data is asked first, and remembers the answer", async () => {
  const visit = await browser.open();
  const { page } = visit;
  await visit.context.addInitScript(() => {
    Object.defineProperty(navigator, "connection", { value: { saveData: true } });
  });
  await find(page, QUESTION);
  await page.getByText("as your device saves data").waitFor();
  expect(fetchedModels(visit)).toEqual([]);
  await page.getByRole("button", { name: "Load it" }).click();
  await eventually(async () => (await titles(page)).includes("Reset a password"), "meaning has joined in");
  await page.evaluate(() => caches.delete("pocket-help:/help/:models"));
  await find(page, QUESTION);
  await eventually(
    async () => (await titles(page)).includes("Reset a password"),
    "meaning comes without being asked for",
  );
  await page.goto(`${site.url}en/your-data/`);
  for (const id of ["key-searchModel", "place-meanings", "place-models"]) {
    const item = page.locator(`[data-item=${id}]`);
    await item.waitFor();
    expect(await item.textContent(), id).toContain("entr");
  }
});

test("a model of the hub in the encoder's place works too, offline as well, and only where it is wanted", async () => {
  const id = "acme/tiny";
  const settings = { dtype: "q8", pooling: "mean", prefixes: { query: "", passage: "" }, dimensions: 16 };
  const files = await Promise.all(
    (await filesIn(TINY_ENCODER)).map(async (path) => ({ path, ...(await hashFile(join(TINY_ENCODER, path))) })),
  );
  await addFiles(join(root, "hub"), {
    ...ARTICLES,
    "config.json": JSON.stringify({ locales: ["en", "zh"], models: { encoder: id } }),
    "models/models.json": pin(id, settings, files),
  });
  await cp(TINY_ENCODER, join(root, "hub", "models", id), { recursive: true });
  const hub = await buildAndServe(join(root, "hub"), "--base", "/");
  try {
    expect((await manifestOf(hub)).encoder?.kind).toBe("hub");
    const visit = await browser.open();
    const { page } = visit;
    await page.goto(`${hub.url}en/search/`);
    await underWorker(page);
    await find(page, QUESTION, "en", hub);
    const meaningful = () => page.evaluate(() => document.querySelector<HTMLElement>(".search-body")?.dataset.meaning);
    await eventually(async () => (await meaningful()) === "ready", "the model runs", 30_000);
    expect(visit.problems).toEqual([]);
    expect(visit.requests.filter((address) => !address.startsWith(hub.url))).toEqual([]);
    await hub.stop();
    await find(page, "water them", "en", hub);
    await eventually(async () => (await meaningful()) === "ready", "the model runs offline", 30_000);
    expect(await titles(page)).toContain("What we forgot");

    const plain = await browser.open();
    await find(plain.page, QUESTION);
    expect(plain.requests.filter((address) => /transformers|ort-wasm/.test(address))).toEqual([]);
  } finally {
    await hub.remove();
  }
});

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[copy.length >> 1]! ^= 1;
  return copy;
}
