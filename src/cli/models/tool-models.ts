import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { ModelsOptions } from "../../pipeline/build";
import { cacheFolder } from "../../pipeline/models/cache-folder";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The models that come with the tool: beside the bundled tool, or in the working tree. */
export function shippedModelsFolder(): string | undefined {
  return [here("./models"), here("../../../public/models")].find((folder) => existsSync(folder));
}

/** The WebAssembly runtime: beside the bundled tool, or the development dependency. */
export function runtimeFolder(): string {
  const bundled = here("./ort");
  return existsSync(bundled) ? bundled : dirname(createRequire(import.meta.url).resolve("onnxruntime-web/wasm"));
}

/** What a build is told of models. */
export function toolModels(): ModelsOptions {
  return { shipped: shippedModelsFolder(), runtime: runtimeFolder(), cache: cacheFolder() };
}
