import type { AppError } from "../../domain/errors";
import type { Dtype, ModelRole } from "../../domain/models";

export interface LocalModel {
  /**
   * Where `config.json` lies: in the browser a path of this origin (`/help/models/<id>/<hash>`), in Node the absolute
   * path of a folder.
   */
  readonly folder: string;
  readonly dtype: Dtype;
  /** Path of this origin that holds the WebAssembly runtime, `/help/ort/`. In Node the pipeline puts it in place. */
  readonly runtime?: string | undefined;
  /**
   * Fetches the model's files; for whoever checks hashes or keeps copies. The thread's own `fetch` when absent. In Node
   * the library reads most files itself; the project's own reader needs one here that takes paths.
   */
  readonly fetch?: typeof fetch | undefined;
}

type Transformers = typeof import("@xenova/transformers");

/** The library, set up so that it asks for nothing but the files of models on this origin or this machine. */
export interface Library extends Pick<Transformers, "pipeline" | "PreTrainedModel" | "AutoTokenizer" | "Tensor"> {
  /** What its `from_pretrained` takes beside the folder. */
  readonly options: { readonly dtype: Dtype; readonly device: "auto" | "wasm"; readonly local_files_only: true };
  /** A file of the model that the library does not read by itself, parsed. */
  readJson(file: string): Promise<unknown>;
  /** What to tell when opening failed with this error. */
  failure(role: ModelRole, error: unknown): AppError;
  /** The model is open, or will never be: its files are not asked for any more. */
  close(): void;
}

interface Source {
  readonly folder: string;
  readonly get: typeof fetch;
  /** Files that did not arrive, with the status where there is one. */
  readonly missing: string[];
}

/** Models that are being opened: a thread has one library for all of them, and that asks one function for files. */
const sources = new Set<Source>();

/** Loads transformers.js, which comes only when this is called. */
export async function openLibrary({ folder, dtype, runtime, fetch: get }: LocalModel): Promise<Library> {
  // Named one by one, so that the bundler can leave out the rest.
  const { env, pipeline, PreTrainedModel, AutoTokenizer, Tensor } = await import("@xenova/transformers");
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  // The service worker keeps the files; a second copy in a cache of the library's own would only take space.
  env.useBrowserCache = false;
  env.useFSCache = false;
  env.useWasmCache = false;
  env.fetch = fetchFile;
  const wasm = env.backends.onnx.wasm;
  if (wasm && runtime !== undefined) {
    // A text, not an object with both addresses: for that one the library imports a blob, which policies forbid.
    wasm.wasmPaths = runtime;
    // More threads need headers that keep the site out of frames, and gain nothing for models of this size.
    wasm.numThreads = 1;
  }
  const source: Source = { folder, get: get ?? globalThis.fetch.bind(globalThis), missing: [] };
  sources.add(source);
  return {
    pipeline,
    PreTrainedModel,
    AutoTokenizer,
    Tensor,
    options: { dtype, device: runtime === undefined ? "auto" : "wasm", local_files_only: true },
    async readJson(file) {
      const response = await fetchOf(source, `${folder}/${file}`);
      if (response.status === 404) source.missing.push(`${folder}/${file}: 404`);
      return response.json();
    },
    failure(role, error) {
      const { name, message } = error instanceof Error ? error : { name: "", message: String(error) };
      if (source.missing.length > 0) return { code: `${role}-unreachable`, detail: source.missing.join(", ") };
      return { code: name === "ModelFileNotFoundError" ? `${role}-unreachable` : `${role}-invalid`, detail: message };
    },
    close: () => sources.delete(source),
  };
}

async function fetchFile(input: URL | RequestInfo, init?: RequestInit): Promise<Response> {
  const address = input instanceof Request ? input.url : String(input);
  const source = [...sources].find(({ folder }) => address.includes(`${folder}/`));
  return source ? fetchOf(source, input, init) : fetch(input, init);
}

/** Optional files may be missing, so that 404 alone is no failure. */
async function fetchOf(source: Source, input: URL | RequestInfo, init?: RequestInit): Promise<Response> {
  const address = input instanceof Request ? input.url : String(input);
  const response = await source.get(input, init).catch((error: unknown) => {
    source.missing.push(address);
    throw error;
  });
  if (!response.ok && response.status !== 404) source.missing.push(`${address}: ${response.status}`);
  return response;
}
