import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

const RUNTIME = ["ort-wasm-simd-threaded.mjs", "ort-wasm-simd-threaded.wasm"];
/** How transformers.js gets its native runtime; the tool does without, see `useNodeRuntime`. */
const NATIVE_RUNTIME = 'requireFromHere("onnxruntime-node")';

/**
 * For the bundle of the command-line tool: leaves the native libraries of transformers.js out and puts the WebAssembly
 * runtime and the project's own models beside the bundle.
 *
 * @param models a models folder; only what its `models.json` names is taken
 */
export function modelRuntime(models: string): Plugin {
  let out = "";
  return {
    name: "model-runtime",
    enforce: "pre",
    configResolved({ build }) {
      out = build.outDir;
    },
    // Its library for pictures is native too.
    resolveId: (id) => (id === "sharp" ? "\0no-sharp" : undefined),
    load: (id) => (id === "\0no-sharp" ? "export default {};" : undefined),
    transform(code, id) {
      if (!id.endsWith("/transformers.node.mjs")) return undefined;
      if (!code.includes(NATIVE_RUNTIME)) this.error(`${id} has no ${NATIVE_RUNTIME} any more.`);
      return { code: code.replace(NATIVE_RUNTIME, "{}"), map: null };
    },
    closeBundle() {
      const runtime = dirname(createRequire(import.meta.url).resolve("onnxruntime-web/wasm"));
      for (const name of RUNTIME) copy(join(runtime, name), join(out, "ort", name));
      rmSync(join(out, "models"), { recursive: true, force: true });
      const pins = join(models, "models.json");
      if (!existsSync(pins)) return;
      copy(pins, join(out, "models", "models.json"));
      const list = JSON.parse(readFileSync(pins, "utf8")) as { models: { id: string; files: { path: string }[] }[] };
      for (const { id, files } of list.models)
        for (const { path } of files) copy(join(models, id, path), join(out, "models", id, path));
    },
  };
}

/** For the bundle of the app: models stand in public/, and sites get those that they use from the content build. */
export function withoutModels(): Plugin {
  let out = "";
  return {
    name: "without-models",
    configResolved({ build }) {
      out = build.outDir;
    },
    closeBundle: () => rmSync(join(out, "models"), { recursive: true, force: true }),
  };
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}
