import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { build } from "vite";
import { expect, it } from "vitest";
import { modelRuntime } from "../../../tools/model-runtime";
import { traditionalMap } from "../../../tools/traditional-map";
import { addFiles, emptyFolder, filesIn, folderWith } from "../../support/folders";
import { TINY_ENCODER, TINY_READER } from "../../support/model-mirror";

const ROOT = join(import.meta.dirname, "../../..");

it("bundles what runs models in Node without a native library, with the runtime and the pinned models beside it", async () => {
  const models = await folderWith({
    "models.json": '{ "version": 1, "models": [{ "id": "own", "files": [{ "path": "model.safetensors.gz" }] }] }',
    "own/model.safetensors.gz": "a table",
    "own/onnx/model.onnx": "for others",
  });
  const entry = await folderWith({
    "main.ts": `
      import { openHubEncoder } from ${JSON.stringify(join(ROOT, "src/inference/hub/hub-encoder"))};
      import { openReader } from ${JSON.stringify(join(ROOT, "src/inference/reader/open-reader"))};
      import { useNodeRuntime } from ${JSON.stringify(join(ROOT, "src/pipeline/models/node-runtime"))};
      await useNodeRuntime(process.argv[2]);
      const settings = { dtype: "q8", pooling: "mean", prefixes: { query: "", passage: "" } } as const;
      const opened = await openHubEncoder({ folder: process.argv[3], settings });
      console.log(JSON.stringify(opened.ok ? (await opened.value.encode(["order"], "query"))[0].length : opened.error));
      const reader = await openReader({ folder: process.argv[4], kind: "hub", id: "tiny", dtype: "q8" });
      if (!reader.ok) throw new Error(reader.error.detail);
      const [reading] = await reader.value.read("order?", [{ context: "", text: "track the order" }]);
      console.log(JSON.stringify([...reading.starts]));
    `,
  });
  const outDir = emptyFolder();
  await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    plugins: [traditionalMap(), modelRuntime(models)],
    ssr: { noExternal: true, target: "node" },
    resolve: { preserveSymlinks: true },
    root: ROOT,
    build: {
      ssr: join(entry, "main.ts"),
      outDir,
      emptyOutDir: false,
      target: "node20",
      rollupOptions: { output: { entryFileNames: "main.js" } },
    },
  });
  const files = await filesIn(outDir);
  expect(files.filter((path) => /^(ort|models)\//.test(path))).toEqual([
    "models/models.json",
    "models/own/model.safetensors.gz",
    "ort/ort-wasm-simd-threaded.mjs",
    "ort/ort-wasm-simd-threaded.wasm",
  ]);
  expect(files.some((path) => path.endsWith(".node"))).toBe(false);
  await addFiles(outDir, { "package.json": '{ "type": "module" }' });
  const said = execFileSync(
    process.execPath,
    [join(outDir, "main.js"), join(outDir, "ort"), TINY_ENCODER, TINY_READER],
    {
      cwd: outDir,
      encoding: "utf8",
    },
  );
  // The numbers in a vector; and of the passage's words, the one that stands in the question too.
  expect(said.trim().split("\n")).toEqual(["16", "[0,0,3]"]);
}, 60_000);
