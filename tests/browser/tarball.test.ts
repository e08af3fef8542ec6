import { execFile, spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { EvalReport } from "../../src/cli/eval/evaluate-content";
import { OWN_READER } from "../../src/domain/models";
import type { RootManifest } from "../../src/domain/pack";
import { TINY_ENCODER, TINY_READER } from "../support/model-mirror";
import { eventually, useBrowser } from "./support/browser";
import { projectFolder } from "./support/sites";

/** Bytes of the packed file: the reader is 8 MB, the encoder and the WebAssembly runtime are 4 MB each. */
const LARGEST = 18e6;
const LINUX = process.platform !== "win32";

const browser = useBrowser();
let folder: string;
let tarball: { filename: string; size: number; files: { path: string }[] };

/** Runs a program in the folder of the new user, with no registry to fetch from. */
async function run(command: string, ...args: string[]): Promise<{ code: number; output: string }> {
  const env = {
    ...process.env,
    npm_config_registry: "http://127.0.0.1:9/",
    npm_config_cache: join(folder, "cache"),
    POCKET_HELP_CACHE: join(folder, "vectors"),
  };
  try {
    const { stdout, stderr } = await promisify(execFile)(command, args, { cwd: folder, env, shell: !LINUX });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pocket-help-user-"));
  // The app is built already: packing must not build it again under the other tests.
  const pack = await promisify(execFile)("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], {
    cwd: projectFolder(),
    shell: !LINUX,
    maxBuffer: 16e6,
  });
  [tarball] = JSON.parse(pack.stdout) as [typeof tarball];
  await mkdir(join(folder, "articles"));
  await writeFile(join(folder, "articles", "Reset the kettle.md"), "# Reset the kettle\n\nHold the blue lever down.\n");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("the package is small and holds the tool, the app and their licences only", () => {
  console.log(`Package: ${(tarball.size / 1000).toFixed(0)} kB packed, ${tarball.files.length} files`);
  expect(tarball.size).toBeLessThan(LARGEST);
  const paths = tarball.files.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining([
      "bin/pocket-help.js",
      "lib/cli.js",
      "lib/app/index.html",
      "lib/models/models.json",
      "lib/models/pocket-help-encoder/model.safetensors.gz",
      "lib/ort/ort-wasm-simd-threaded.wasm",
      "LICENSE",
      "NOTICE",
      "README.md",
    ]),
  );
  expect(paths.filter((path) => !/^(bin|lib|schema)\/|^(LICENSE|NOTICE|README\.md|package\.json)$/.test(path))).toEqual(
    [],
  );
  // Exports of models for other tools stay out; the reader has no other form than this one.
  const unwanted = paths.filter((path) => /\.(map|onnx|test\.[cm]?[jt]s)$/.test(path));
  expect(unwanted.filter((path) => path !== `lib/models/${OWN_READER}/onnx/model_quantized.onnx`)).toEqual([]);
});

test("installing it in an empty folder needs no network and adds no other package", async () => {
  const { code, output } = await run(
    "npm",
    "install",
    "--ignore-scripts=false",
    "--no-audit",
    "--no-fund",
    `./${tarball.filename}`,
  );
  expect(output).not.toMatch(/ERR!/);
  expect(code).toBe(0);
  const installed = (await readdir(join(folder, "node_modules"))).filter((name) => !name.startsWith("."));
  expect(installed).toEqual(["pocket-help"]);
  const manifest = JSON.parse(
    await readFile(join(folder, "node_modules", "pocket-help", "package.json"), "utf8"),
  ) as Record<string, Record<string, string> | undefined>;
  for (const kind of ["dependencies", "optionalDependencies", "peerDependencies", "bundleDependencies"]) {
    expect(manifest[kind] ?? {}).toEqual({});
  }
  const scripts = Object.keys(manifest.scripts ?? {});
  expect(scripts.filter((script) => /^(pre|post)?install$/.test(script))).toEqual([]);
});

test("there it checks, builds and serves a folder of one file", async () => {
  const check = await run("npx", "--no-install", "pocket-help", "check", "--content", "articles");
  expect(check).toMatchObject({ code: 0, output: expect.stringContaining("1 article checked") });
  const build = await run("npx", "--no-install", "pocket-help", "build", "--content", "articles", "--out", "site");
  expect(build).toMatchObject({ code: 0, output: expect.stringContaining("1 article") });
  const version = await run("npx", "--no-install", "pocket-help", "--version");
  expect(version.output).toContain("0.");

  const server = spawn(
    process.execPath,
    [join("node_modules", "pocket-help", "bin", "pocket-help.js"), "serve", "site", "--port", "0"],
    { cwd: folder },
  );
  try {
    const address = await new Promise<string>((found, failed) => {
      server.stdout.on("data", (text: Buffer) => {
        const url = /http:\/\/\S+/.exec(String(text))?.[0];
        if (url) found(url);
      });
      server.once("exit", (code) => failed(new Error(`serve ended with ${code}`)));
    });
    const { page, problems, requests } = await browser.open();
    await page.goto(address);
    await page.locator("main").getByRole("link", { name: "Reset the kettle" }).first().click();
    expect(await page.locator("article").textContent()).toContain("Hold the blue lever down.");
    await page.keyboard.press("/");
    await page.locator("dialog[open] input").fill("kettle lever");
    await page.locator("[role=option]").first().waitFor();
    const meaning = () => page.evaluate(() => document.querySelector<HTMLElement>(".search-body")?.dataset.meaning);
    await eventually(async () => (await meaning()) === "ready", "search by meaning works");
    expect(problems).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(address))).toEqual([]);
  } finally {
    server.kill();
  }
});

test("there search is measured, and models of the hub can be put in the place of encoder and reader", async () => {
  const question = {
    id: "1",
    q: "kettle",
    lang: "en",
    kind: "keyword",
    articles: ["Reset the kettle.md"],
    answerable: true,
  };
  await writeFile(join(folder, "questions.jsonl"), JSON.stringify(question));
  const pocketHelp = (...args: string[]) => run("npx", "--no-install", "pocket-help", ...args);
  const measured = async () => {
    const { output } = await pocketHelp("eval", "--content", "articles", "--queries", "questions.jsonl", "--json");
    return JSON.parse(/^\{.*\}$/m.exec(output)?.[0] ?? output) as EvalReport;
  };
  expect((await measured()).encoder).toMatch(/^pocket-help-encoder@/);

  await cp(TINY_ENCODER, join(folder, "tiny"), { recursive: true });
  const added = await pocketHelp("models", "add", "./tiny", "--content", "articles");
  expect(added).toMatchObject({ code: 0, output: expect.stringContaining("Added tiny: 16 dimensions") });
  await cp(TINY_READER, join(folder, "tiny-reader"), { recursive: true });
  const reader = await pocketHelp("models", "add", "./tiny-reader", "--reader", "--content", "articles");
  expect(reader).toMatchObject({ code: 0, output: expect.stringContaining("Added tiny-reader: a reader") });
  const models = { encoder: "tiny", reader: "tiny-reader" };
  await writeFile(join(folder, "articles", "config.json"), JSON.stringify({ models }));
  const { encoder, retrieval } = await measured();
  expect([encoder, retrieval.dense?.hit1]).toEqual(["tiny", 1]);
  const build = await pocketHelp("build", "--content", "articles", "--out", "hub-site");
  expect(build).toMatchObject({ code: 0 });
  const manifest = JSON.parse(
    await readFile(join(folder, "hub-site", "packs", "manifest.json"), "utf8"),
  ) as RootManifest;
  expect(manifest.encoder).toMatchObject({ kind: "hub", id: "tiny" });
  expect(manifest.answers?.reader).toMatchObject({ kind: "hub", id: "tiny-reader" });
  expect(build.output).toMatch(/^Answers: by tiny-reader; a device fetches /m);
});

test("a command line that makes no sense is answered with words and exit code 2", async () => {
  const unknown = await run("npx", "--no-install", "pocket-help", "bake");
  expect(unknown).toMatchObject({ code: 2, output: expect.stringMatching(/no command "bake"/) });
  const missing = await run("npx", "--no-install", "pocket-help", "build", "--content", "nowhere", "--out", "site2");
  expect(missing.code).toBe(1);
  expect(missing.output).toContain("nowhere");
  expect(missing.output).not.toMatch(/\n\s+at .*\.js:/);
});
