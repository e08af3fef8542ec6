import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type HubEncoderSettings, hubSettings, type PinnedModel } from "../../domain/models";
import type { ManifestFile, SectionPack, SiteEncoder } from "../../domain/pack";
import { type HubEncoder, openHubEncoder } from "../../inference/hub/hub-encoder";
import { hashedFile, type OutputFile } from "../packs";
import type { ChosenModel } from "./choose-encoder";
import { useNodeRuntime } from "./node-runtime";
import { sectionVectors } from "./section-vectors";
import { VectorCache } from "./vector-cache";
import { hashFile } from "./verify-model";

/** The files of the WebAssembly runtime, as it asks for them. */
export const RUNTIME_FILES = ["ort-wasm-simd-threaded.mjs", "ort-wasm-simd-threaded.wasm"] as const;
/** Of a hub model's files, those that transformers.js asks for, and the licence that must go with them. */
const SHIPPED = /^((config|tokenizer|tokenizer_config)\.json|onnx\/.*|LICEN[CS]E.*)$/;
/** The table in which the project's own encoder lies. */
const TABLE = "model.safetensors.gz";

export interface BuildEncoderOptions {
  /** Holds the WebAssembly runtime. */
  readonly runtime: string;
  /** Where vectors are kept from one build to the next; absent: nowhere. */
  readonly cache?: string | undefined;
}

/** A file to copy into the site. */
interface Copy {
  readonly from: string;
  readonly file: ManifestFile;
}

/** The encoder of a site while the site is built. */
export class BuildEncoder {
  /** What the root manifest says of it. */
  readonly manifest: SiteEncoder;
  readonly #copies: readonly Copy[];
  #whole = false;
  readonly #hub: { readonly encoder: HubEncoder; readonly cache: VectorCache } | undefined;

  /** @throws Error when a hub model cannot be loaded */
  static async open({ model, folder }: ChosenModel, options: BuildEncoderOptions): Promise<BuildEncoder> {
    const settings = hubSettings(model);
    if (settings) return BuildEncoder.#openHub(model, folder, settings, options);
    const table = model.files.find(({ path }) => path === TABLE);
    if (!table) throw new Error(`${model.id} has no ${TABLE}.`);
    // Not `.gz`: some hosts unpack that on the way, and what arrives no longer has the hash of the manifest.
    const path = `models/${model.id}/${table.sha256.slice(0, 16)}.bin`;
    const file = { path, size: table.bytes, sha256: table.sha256 };
    const { id, dimensions } = model;
    return new BuildEncoder({ kind: "static", id, dimensions, files: [file] }, [
      { from: join(folder, model.id, TABLE), file },
    ]);
  }

  static async #openHub(
    { id, files }: PinnedModel,
    models: string,
    settings: HubEncoderSettings,
    options: BuildEncoderOptions,
  ): Promise<BuildEncoder> {
    const folder = join(models, id);
    const runtime = await Promise.all(
      RUNTIME_FILES.map(async (name) => ({
        name,
        from: join(options.runtime, name),
        ...(await hashFile(join(options.runtime, name))),
      })),
    );
    await useNodeRuntime(options.runtime);
    const opened = await openHubEncoder({ folder: resolve(folder), settings });
    if (!opened.ok) throw new Error(`${id} cannot be loaded: ${opened.error.detail ?? opened.error.code}`);

    const shipped = files.filter(({ path }) => SHIPPED.test(path));
    const model = shortHash([shipped, settings]);
    const place = `models/${id}/${model}`;
    const runtimePlace = `models/ort/${shortHash(runtime.map(({ sha256 }) => sha256))}`;
    const copies = [
      ...shipped.map(({ path, bytes, sha256 }) => ({
        from: join(folder, path),
        file: { path: `${place}/${path}`, size: bytes, sha256 },
      })),
      ...runtime.map(({ name, from, bytes, sha256 }) => ({
        from,
        file: { path: `${runtimePlace}/${name}`, size: bytes, sha256 },
      })),
    ];
    const { dimensions, pooling, prefixes, dtype } = settings;
    const manifest = {
      kind: "hub",
      id,
      dimensions,
      pooling,
      prefixes,
      dtype,
      folder: place,
      runtime: runtimePlace,
    } as const;
    return new BuildEncoder({ ...manifest, files: copies.map(({ file }) => file) }, copies, {
      encoder: opened.value,
      // A content folder has one models folder. Sites do not share a file: each would forget the other's vectors.
      cache: await VectorCache.open(options.cache, `${shortHash(resolve(models))}-${model}`, dimensions),
    });
  }

  private constructor(
    manifest: SiteEncoder,
    copies: readonly Copy[],
    hub?: { readonly encoder: HubEncoder; readonly cache: VectorCache },
  ) {
    this.manifest = manifest;
    this.#copies = copies;
    this.#hub = hub;
  }

  /** The vectors of a section's passages; nothing for an encoder that works on the device. */
  async vectors(
    pack: SectionPack,
    onPassage?: () => void,
  ): Promise<{ output: OutputFile; file: ManifestFile } | undefined> {
    if (!this.#hub || pack.articles.length === 0) return undefined;
    const vectors = await sectionVectors(pack, this.#hub.encoder, this.#hub.cache, onPassage);
    // `.bin` is an ending that every host knows.
    return hashedFile("packs", "bin", new Uint8Array(vectors.buffer));
  }

  /**
   * What the site needs to encode queries; read one at a time, because models are large. Asked for when the last section
   * has its vectors.
   */
  async *files(): AsyncGenerator<OutputFile> {
    this.#whole = true;
    for (const { from, file } of this.#copies) yield { path: file.path, bytes: await readFile(from) };
  }

  /** Keeps the vectors and lets go of the model. What a build that failed did not come to stays. */
  async close(): Promise<void> {
    await this.#hub?.cache.close(this.#whole);
    await this.#hub?.encoder.dispose();
  }
}

function shortHash(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);
}
