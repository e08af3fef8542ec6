import { fileURLToPath } from "node:url";
import { build, type Rollup } from "vite";
import { expect, it } from "vitest";
import { inferenceResolve } from "../../tools/inference-resolve";

it("bundles preact, transformers, orama, idb and workbox for the browser, without a WebAssembly file of its own", async () => {
  const result = (await build({
    configFile: false,
    logLevel: "error",
    resolve: inferenceResolve,
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL("../fixtures/stack/entry.ts", import.meta.url)), formats: ["es"] },
    },
  })) as Rollup.RollupOutput[];
  const output = result.flatMap(({ output }) => output);
  expect(output.filter(({ fileName }) => fileName.endsWith(".wasm"))).toEqual([]);
  const modules = output.flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
  const packages = new Set(modules.map((id) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1]));
  for (const name of ["@orama/orama", "@xenova/transformers", "idb", "preact", "workbox-precaching"]) {
    expect([...packages]).toContain(name);
  }
}, 60_000);
