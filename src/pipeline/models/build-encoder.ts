import { join, resolve } from "node:path";
import { type HubEncoderSettings, hubSettings } from "../../domain/models";
import type { ManifestFile, SectionPack, SiteEncoder } from "../../domain/pack";
import { type HubEncoder, openHubEncoder } from "../../inference/hub/hub-encoder";
import { hashedFile, type OutputFile } from "../packs";
import type { ChosenModel } from "./choose-model";
import { useNodeRuntime } from "./node-runtime";
import { type ModelCopy, placeModel, placeRuntime, shortHash } from "./place-model";
import { sectionVectors } from "./section-vectors";
import { VectorCache } from "./vector-cache";

/** The table in which the project's own encoder lies. */
const TABLE = "model.safetensors.gz";

export interface BuildEncoderOptions {
  /** Holds the WebAssembly runtime. */
  readonly runtime: string;
  /** Where vectors are kept from one build to the next; absent: nowhere. */
  readonly cache?: string | undefined;
}

/** The encoder of a site while the site is built. */
export class BuildEncoder {
  /** What the root manifest says of it. */
  readonly manifest: SiteEncoder;
  /** What the site needs to encode queries. */
  readonly copies: readonly ModelCopy[];
  readonly #hub: { readonly encoder: HubEncoder; readonly cache: VectorCache } | undefined;

  /** @throws Error when a hub model cannot be loaded */
  static async open(chosen: ChosenModel, options: BuildEncoderOptions): Promise<BuildEncoder> {
    const { model, folder } = chosen;
    const settings = hubSettings(model);
    if (settings) return BuildEncoder.#openHub(chosen, settings, options);
    const { id, dimensions } = model;
    const table = model.files.find(({ path }) => path === TABLE);
    if (!table || dimensions === undefined) throw new Error(`${id} has no ${TABLE}.`);
    // Not `.gz`: some hosts unpack that on the way, and what arrives no longer has the hash of the manifest.
    const path = `models/${id}/${table.sha256.slice(0, 16)}.bin`;
    const file = { path, size: table.bytes, sha256: table.sha256 };
    return new BuildEncoder({ kind: "static", id, dimensions, files: [file] }, [
      { from: join(folder, id, TABLE), file },
    ]);
  }

  static async #openHub(
    chosen: ChosenModel,
    settings: HubEncoderSettings,
    options: BuildEncoderOptions,
  ): Promise<BuildEncoder> {
    const { id } = chosen.model;
    const model = placeModel(chosen, settings);
    const runtime = await placeRuntime(options.runtime);
    await useNodeRuntime(options.runtime);
    const opened = await openHubEncoder({ folder: resolve(chosen.folder, id), settings });
    if (!opened.ok) throw new Error(`${id} cannot be loaded: ${opened.error.detail ?? opened.error.code}`);
    const { dimensions, pooling, prefixes, dtype } = settings;
    const copies = [...model.copies, ...runtime.copies];
    const manifest = {
      kind: "hub",
      id,
      dimensions,
      pooling,
      prefixes,
      dtype,
      folder: model.folder,
      runtime: runtime.folder,
      files: copies.map(({ file }) => file),
    } as const;
    return new BuildEncoder(manifest, copies, {
      encoder: opened.value,
      // A content folder has one models folder. Sites do not share a file: each would forget the other's vectors.
      cache: await VectorCache.open(
        options.cache,
        `${shortHash(resolve(chosen.folder))}-${model.folder.split("/").at(-1)}`,
        dimensions,
      ),
    });
  }

  private constructor(
    manifest: SiteEncoder,
    copies: readonly ModelCopy[],
    hub?: { readonly encoder: HubEncoder; readonly cache: VectorCache },
  ) {
    this.manifest = manifest;
    this.copies = copies;
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
   * Keeps the vectors and lets go of the model.
   *
   * @param whole whether the last section has its vectors; what a build that failed did not come to stays
   */
  async close(whole: boolean): Promise<void> {
    await this.#hub?.cache.close(whole);
    await this.#hub?.encoder.dispose();
  }
}
