import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runtimeFolder } from "../../src/cli/models/tool-models";
import { startServer } from "../../src/cli/serve";
import type { RootManifest, SiteReader } from "../../src/domain/pack";
import type { Reading } from "../../src/domain/reader";
import { openReader } from "../../src/inference/reader/open-reader";
import { buildSite } from "../../src/pipeline/build";
import { fetchLocal } from "../../src/pipeline/models/fetch-local";
import { useNodeRuntime } from "../../src/pipeline/models/node-runtime";
import { hashFile } from "../../src/pipeline/models/verify-model";
import { inferenceResolve } from "../../tools/inference-resolve";
import { traditionalMap } from "../../tools/traditional-map";
import { APP_FILES } from "../support/app-folder";
import { addFiles, filesIn } from "../support/folders";
import { TINY_OWN_READER, TINY_READER } from "../support/model-mirror";
import { eventually, useBrowser } from "./support/browser";
import { projectFolder } from "./support/sites";
import { violations, watchViolations } from "./support/violations";

/** Below the site's base. */
const OWN_FOLDER = "models/own-reader/0a";
const QUESTION = "How do I reset my password? 重置密码";
const PASSAGES = [
  { context: "Account", text: "To reset it, open “Settings” and click Password…" },
  { context: "", text: "如何重置密码：点击设。" },
  { context: "Orders", text: "☃" },
];

const browser = useBrowser();
let folder: string;
let reader: SiteReader;
let server: Awaited<ReturnType<typeof startServer>>;

/** A site below a path with a reader of the hub, and a worker that does nothing but read. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pocket-help-reader-"));
  const content = join(folder, "content");
  const site = join(folder, "site");
  const files = await Promise.all(
    (await filesIn(TINY_READER)).map(async (path) => ({ path, ...(await hashFile(join(TINY_READER, path))) })),
  );
  const pin = { role: "reader", id: "acme/tiny", source: "", revision: "", licence: "mit", dtype: "q8", files };
  await addFiles(folder, Object.fromEntries(Object.entries(APP_FILES).map(([path, text]) => [`app/${path}`, text])));
  await addFiles(content, {
    "en/a.md": "# Reset your password\n\nClick reset.",
    "config.json": '{ "models": { "reader": "acme/tiny" } }',
    "models/models.json": JSON.stringify({ version: 1, models: [pin] }),
  });
  await cp(TINY_READER, join(content, "models/acme/tiny"), { recursive: true });
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
  if (!manifest.answers?.reader) throw new Error("The site has no reader.");
  reader = manifest.answers.reader;
  await cp(TINY_OWN_READER, join(site, OWN_FOLDER), { recursive: true });

  await writeFile(
    join(folder, "worker.ts"),
    `import { openReader } from ${JSON.stringify(projectFolder("src/inference/reader/open-reader"))};
     self.onmessage = async ({ data: { options, question, passages } }) => {
       const opened = await openReader(options);
       const plain = ({ offsets, starts, ends, ...rest }) => ({ offsets: [...offsets], starts: [...starts], ends: [...ends], ...rest });
       self.postMessage(opened.ok ? (await opened.value.read(question, passages)).map(plain) : opened.error);
     };`,
  );
  await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    root: projectFolder(),
    base: "./",
    resolve: inferenceResolve,
    plugins: [traditionalMap()],
    build: {
      outDir: join(site, "test"),
      modulePreload: { polyfill: false },
      rollupOptions: { input: join(folder, "worker.ts"), output: { entryFileNames: "worker.js" } },
    },
  });
  await addFiles(site, {
    "test/page.js": `const policy = trustedTypes.createPolicy("pocket-help", { createScriptURL: (url) => url });
      window.read = (message) => new Promise((done) => {
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

async function read(options: object, prepare?: (context: BrowserContext) => Promise<void>) {
  const { page, context, problems, requests } = await browser.open();
  await watchViolations(context);
  await prepare?.(context);
  await page.goto(`${server.url}test/index.html`);
  const ready = () => page.evaluate(() => typeof (window as { read?: unknown }).read === "function");
  await eventually(ready, "the page is ready");
  const result = await page.evaluate(
    (message) => (window as unknown as { read(message: unknown): Promise<unknown> }).read(message),
    { options, question: QUESTION, passages: PASSAGES },
  );
  return { result, problems, requests, violations: await violations(page) };
}

const hub = () => ({
  kind: "hub",
  id: reader.id,
  dtype: reader.dtype,
  folder: `/help/${reader.folder}`,
  runtime: `/help/${reader.runtime}/`,
});
const own = () => ({ ...hub(), kind: "own", folder: `/help/${OWN_FOLDER}` });

/** The same model in Node. */
async function expected(kind: "own" | "hub", path: string): Promise<readonly object[]> {
  await useNodeRuntime(runtimeFolder());
  const opened = await openReader({
    kind,
    id: "a",
    dtype: "q8",
    folder: join(folder, "site", path),
    fetch: fetchLocal,
  });
  if (!opened.ok) throw new Error(opened.error.detail);
  const readings = await opened.value.read(QUESTION, PASSAGES);
  const plain = ({ offsets, starts, ends, ...rest }: Reading) => ({
    ...rest,
    offsets: [...offsets],
    starts: [...starts],
    ends: [...ends],
  });
  return readings.map(plain);
}

test("a worker reads as Node does, from the site's own files and under its policy", async () => {
  const { result, problems, requests, violations } = await read(hub());
  expect(result).toEqual(await expected("hub", reader.folder));
  const starts = (result as { starts: number[] }[]).map(({ starts }) => starts.filter((score) => score === 3).length);
  expect(starts).toEqual([2, 4, 0]);
  expect([violations, problems]).toEqual([[], []]);
  expect(requests.filter((url) => !url.startsWith(server.url))).toEqual([]);
  const asked = requests.flatMap((url) => (url.includes("/models/") ? [url.slice(server.url.length)] : []));
  expect([...new Set(asked)].sort()).toEqual(reader.files.map(({ path }) => path).sort());
});

test("a reader of the project's own layout reads as in Node too", async () => {
  const { result, problems, violations } = await read(own());
  expect(result).toEqual(await expected("own", OWN_FOLDER));
  expect([violations, problems]).toEqual([[], []]);
});

test("a model that is not there is an error that can be told", async () => {
  const { result } = await read({ ...hub(), dtype: "fp32" });
  expect(result).toMatchObject({ code: "reader-unreachable" });
});

test("where the policy forbids WebAssembly, that is told, and nothing is fetched for nothing", async () => {
  const { result, requests } = await read(hub(), async (context) => {
    await context.route("**/test/**", async (route) => {
      const response = await route.fetch();
      const { "content-security-policy": policy = "", ...headers } = response.headers();
      expect(policy).toContain("'wasm-unsafe-eval'");
      const strict = policy.replace("'wasm-unsafe-eval'", "");
      await route.fulfill({ response, headers: { ...headers, "content-security-policy": strict } });
    });
  });
  expect(result).toMatchObject({ code: "reader-invalid", detail: expect.stringContaining("forbidden") });
  expect(requests.filter((url) => url.includes("/models/"))).toEqual([]);
});
