import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runtimeFolder } from "../../src/cli/models/tool-models";
import { startServer } from "../../src/cli/serve";
import type { HubModel, RootManifest } from "../../src/domain/pack";
import { openHubEncoder } from "../../src/inference/hub/hub-encoder";
import { buildSite } from "../../src/pipeline/build";
import { hashFile } from "../../src/pipeline/models/verify-model";
import { inferenceResolve } from "../../tools/inference-resolve";
import { APP_FILES } from "../support/app-folder";
import { addFiles, filesIn } from "../support/folders";
import { TINY_ENCODER } from "../support/model-mirror";
import { eventually, useBrowser } from "./support/browser";
import { projectFolder } from "./support/sites";
import { violations, watchViolations } from "./support/violations";

const TEXTS = ["reset my password", "退款", "Where is my parcel?"];

const browser = useBrowser();
let folder: string;
let encoder: HubModel;
let server: Awaited<ReturnType<typeof startServer>>;

/** A site below a path, with a worker that does nothing but encode, under the policy of every site. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pocket-help-hub-"));
  const content = join(folder, "content");
  const site = join(folder, "site");
  const files = await Promise.all(
    (await filesIn(TINY_ENCODER)).map(async (path) => ({ path, ...(await hashFile(join(TINY_ENCODER, path))) })),
  );
  const settings = { dtype: "q8", pooling: "mean", prefixes: { query: "query: ", passage: "" }, dimensions: 16 };
  const pin = { role: "encoder", id: "acme/tiny", source: "", revision: "", licence: "mit", ...settings, files };
  await addFiles(folder, Object.fromEntries(Object.entries(APP_FILES).map(([path, text]) => [`app/${path}`, text])));
  await addFiles(content, {
    "en/a.md": "# Reset your password\n\nClick reset.",
    "config.json": '{ "models": { "encoder": "acme/tiny" } }',
    "models/models.json": JSON.stringify({ version: 1, models: [pin] }),
  });
  await cp(TINY_ENCODER, join(content, "models/acme/tiny"), { recursive: true });
  const options = {
    content,
    out: site,
    audience: "public",
    strict: true,
    base: "/help/",
    app: join(folder, "app"),
  } as const;
  await buildSite({ ...options, models: { runtime: runtimeFolder() } });
  const manifest = JSON.parse(await readFile(join(site, "packs/manifest.json"), "utf8")) as RootManifest;
  if (manifest.encoder?.kind !== "hub") throw new Error("The site has no encoder of the hub.");
  encoder = manifest.encoder;

  await writeFile(
    join(folder, "worker.ts"),
    `import { openHubEncoder } from ${JSON.stringify(projectFolder("src/inference/hub/hub-encoder"))};
     self.onmessage = async ({ data: { options, texts } }) => {
       const opened = await openHubEncoder(options);
       self.postMessage(opened.ok ? (await opened.value.encode(texts, "query")).map((vector) => [...vector]) : opened.error);
     };`,
  );
  await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    root: projectFolder(),
    base: "./",
    resolve: inferenceResolve,
    build: {
      outDir: join(site, "test"),
      modulePreload: { polyfill: false },
      rollupOptions: { input: join(folder, "worker.ts"), output: { entryFileNames: "worker.js" } },
    },
  });
  await addFiles(site, {
    "test/page.js": `const policy = trustedTypes.createPolicy("pocket-help", { createScriptURL: (url) => url });
      window.encode = (message) => new Promise((done) => {
        const worker = new Worker(policy.createScriptURL("worker.js"), { type: "module" });
        worker.onmessage = ({ data }) => done(data);
        worker.postMessage(message);
      });`,
    "test/index.html":
      '<!doctype html><title>Test</title><link rel="icon" href="data:,"><script type="module" src="page.js"></script>',
  });
  server = await startServer(site, { port: 0, host: "127.0.0.1" });
}, 120_000);
afterAll(async () => {
  server?.server.closeAllConnections();
  server?.server.close();
  await rm(folder, { recursive: true, force: true });
});

async function encode(settings: object = encoder) {
  const { page, context, problems, requests } = await browser.open();
  await watchViolations(context);
  await page.goto(`${server.url}test/index.html`);
  const ready = () => page.evaluate(() => typeof (window as { encode?: unknown }).encode === "function");
  await eventually(ready, "the page is ready");
  const options = { folder: `/help/${encoder.folder}`, runtime: `/help/${encoder.runtime}/`, settings };
  const result = await page.evaluate(
    (message) => (window as unknown as { encode(message: unknown): Promise<unknown> }).encode(message),
    { options, texts: TEXTS },
  );
  return { result, problems, requests, violations: await violations(page) };
}

test("a worker encodes as the build does, from the site's own files and under its policy", async () => {
  const { result, problems, requests, violations } = await encode();
  const opened = await openHubEncoder({ folder: join(folder, "site", encoder.folder), settings: encoder });
  if (!opened.ok) throw new Error(opened.error.detail);
  const expected = await opened.value.encode(TEXTS, "query");
  expect(result).toEqual(expected.map((vector) => [...vector]));
  expect([violations, problems]).toEqual([[], []]);
  expect(requests.filter((url) => !url.startsWith(server.url))).toEqual([]);
  const asked = requests.flatMap((url) => (url.includes("/models/") ? [url.slice(server.url.length)] : []));
  expect([...new Set(asked)].sort()).toEqual(encoder.files.map(({ path }) => path).sort());
});

test("a model that is not there is an error that can be told", async () => {
  const { result } = await encode({ ...encoder, dtype: "fp32" });
  expect(result).toMatchObject({ code: "encoder-unreachable" });
});
