import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

/** Where transformers.js looks for a runtime to use in place of its own. */
const RUNTIME = Symbol.for("onnxruntime");

/**
 * Makes transformers.js run models in Node with the WebAssembly runtime that browsers use: passages and queries then get
 * their vectors from the very same code, and the tool needs no native library. Call it before the first model is
 * opened; later calls do nothing.
 *
 * @param folder holds `ort-wasm-simd-threaded.mjs` and `.wasm`
 */
export async function useNodeRuntime(folder: string): Promise<void> {
  const place = globalThis as { [RUNTIME]?: unknown };
  if (place[RUNTIME] !== undefined) return;
  const ort = await import("onnxruntime-web/wasm");
  ort.env.wasm.wasmPaths = pathToFileURL(`${folder}/`).href;
  ort.env.wasm.numThreads = 1;
  place[RUNTIME] = {
    ...ort,
    InferenceSession: {
      // In Node the library hands over paths and no backend; this runtime reads addresses only.
      create: async (model: string | Uint8Array, options: object) =>
        ort.InferenceSession.create(typeof model === "string" ? await readFile(model) : model, {
          ...options,
          executionProviders: ["wasm"],
        }),
    },
  };
}
