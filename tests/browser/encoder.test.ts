import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer } from "../../src/cli/serve";
import { STATIC_ENCODER_FILE } from "../../src/inference/static/read-encoder";
import { traditionalMap } from "../../tools/traditional-map";
import { demoPacks, demoQuestions, SHIPPED_ENCODER, sampleTexts } from "../support/shipped-encoder";
import { useBrowser } from "./support/browser";
import { type Encoded, encodeEverything, type Material } from "./support/encode-everything";
import { projectFolder } from "./support/sites";

const browser = useBrowser();
let folder: string;
let server: Awaited<ReturnType<typeof startServer>>;
let model: Uint8Array;
let material: Material;

/** A page with a worker that does nothing but encode and search, beside the model. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pocket-help-encoder-"));
  model = await readFile(join(SHIPPED_ENCODER, STATIC_ENCODER_FILE));
  const packs = await demoPacks();
  material = { texts: sampleTexts(packs), packs, questions: demoQuestions() };
  await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    plugins: [traditionalMap()],
    build: {
      outDir: folder,
      target: "es2022",
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: projectFolder("tests/browser/page/encode-worker.ts"),
        output: { entryFileNames: "worker.js" },
      },
    },
  });
  await writeFile(join(folder, "index.html"), '<!doctype html><title>Test</title><link rel="icon" href="data:,">');
  await writeFile(join(folder, "model.bin"), model);
  await writeFile(join(folder, "material.json"), JSON.stringify(material));
  server = await startServer(folder, { port: 0, host: "127.0.0.1" });
});
afterAll(async () => {
  server?.server.closeAllConnections();
  server?.server.close();
  await rm(folder, { recursive: true, force: true });
});

test("Chromium has the vectors, the pieces and the ranking that Node has", async () => {
  const { page, problems } = await browser.open();
  await page.goto(server.url);
  const there = await page.evaluate(
    () =>
      new Promise<unknown>((done) => {
        const worker = new Worker("worker.js", { type: "module" });
        worker.onmessage = ({ data }) => done(data);
      }),
  );
  const here = await encodeEverything(model, material);
  const found = there as Encoded;
  expect(problems).toEqual([]);
  expect(here.texts.length).toBeGreaterThan(300);
  expect(here.rankings.flat().some(({ because }) => because === "meaning")).toBe(true);
  for (const [n, text] of here.texts.entries()) expect(found.texts[n], material.texts[n]).toEqual(text);
  for (const [n, ranking] of here.rankings.entries()) {
    expect(found.rankings[n], material.questions[n]!.q).toEqual(ranking);
  }
});
