import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Dtype } from "../../domain/models";
import type { ManifestFile } from "../../domain/pack";
import type { OutputFile } from "../packs";
import type { ChosenModel } from "./choose-model";
import { ONNX_FILES } from "./onnx-files";
import { hashFile } from "./verify-model";

/** The files of the WebAssembly runtime, as it asks for them. */
export const RUNTIME_FILES = ["ort-wasm-simd-threaded.mjs", "ort-wasm-simd-threaded.wasm"] as const;
/** Of a model's small files, those that transformers.js asks for, and the licence that must go with them. */
const SHIPPED = /^((config|tokenizer|tokenizer_config)\.json|LICEN[CS]E.*)$/;

/** A file to copy into the site. */
export interface ModelCopy {
  readonly from: string;
  readonly file: ManifestFile;
}

/** Files on their way into one folder of the site. */
export interface Placed {
  /** Below the site's base, without a slash at the end; its last part is a hash of what the folder holds. */
  readonly folder: string;
  readonly copies: readonly ModelCopy[];
}

/**
 * Where a model of the hub's layout goes. Only what it takes to run it is placed.
 *
 * @param settings what it is run with, so that its folder changes when they do
 */
export function placeModel({ model, folder }: ChosenModel, settings: { readonly dtype: Dtype }): Placed {
  const shipped = model.files.filter(({ path }) => SHIPPED.test(path) || path === ONNX_FILES[settings.dtype]);
  const place = `models/${model.id}/${shortHash([shipped, settings])}`;
  const copies = shipped.map(({ path, bytes, sha256 }) => ({
    from: join(folder, model.id, path),
    file: { path: `${place}/${path}`, size: bytes, sha256 },
  }));
  return { folder: place, copies };
}

/** Where the WebAssembly runtime goes, which a site's models share. @param runtime the folder it lies in */
export async function placeRuntime(runtime: string): Promise<Placed> {
  const files = await Promise.all(
    RUNTIME_FILES.map(async (name) => ({
      name,
      from: join(runtime, name),
      ...(await hashFile(join(runtime, name))),
    })),
  );
  const place = `models/ort/${shortHash(files.map(({ sha256 }) => sha256))}`;
  const copies = files.map(({ name, from, bytes, sha256 }) => ({
    from,
    file: { path: `${place}/${name}`, size: bytes, sha256 },
  }));
  return { folder: place, copies };
}

/** The files themselves, each once; read one at a time, because models are large. */
export async function* copiedFiles(copies: readonly ModelCopy[]): AsyncGenerator<OutputFile> {
  const seen = new Set<string>();
  for (const { from, file } of copies) {
    if (seen.has(file.path)) continue;
    seen.add(file.path);
    yield { path: file.path, bytes: await readFile(from) };
  }
}

/** 16 hexadecimal digits. */
export function shortHash(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);
}
