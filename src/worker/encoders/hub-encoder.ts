import { MEANINGS_VERSION } from "../../domain/encoder";
import type { AppError } from "../../domain/errors";
import type { HubModel } from "../../domain/pack";
import { err, ok, type Result } from "../../domain/result";
import { fetchChecked } from "../fetch-checked";
import type { ModelFiles } from "../model-files";
import { loadParts } from "../model-parts";
import type { SectionEncoder } from "./section-encoder";

/**
 * Loads a model of the hub, which encodes queries; what passages mean comes from the site. The library that runs it
 * comes only here.
 *
 * @param base the site's base path
 * @param fetchFile gets the vectors of sections, in another way than from the site alone
 */
export async function loadHubEncoder(
  model: HubModel,
  base: string,
  files: ModelFiles,
  onBytes: (bytes: number) => void,
  fetchFile?: typeof fetch,
): Promise<Result<SectionEncoder, AppError>> {
  const { id, folder, runtime, dimensions } = model;
  const parts = await loadParts(model, base, files, onBytes);
  if (!parts.ok) return parts;
  const { openHubEncoder } = await import("../../inference/hub/hub-encoder");
  const opened = await openHubEncoder({
    folder: base + folder,
    settings: model,
    runtime: `${base}${runtime}/`,
    fetch: parts.value.fetch,
  });
  parts.value.clear();
  // The copy stays: it is as the manifest has it, and fetching it again would not make this device run it.
  if (!opened.ok) return opened;
  const encoder = `${id}@${folder.slice(folder.lastIndexOf("/") + 1)}`;
  const running = opened.value;
  return ok({
    encoder,
    query: async (text) => {
      const [vector = new Float32Array(dimensions)] = await running.encode([text], "query");
      return { encoder, vector };
    },
    section: async ({ key, vectors: file }) => {
      if (!file) return err({ code: "encoder-unreachable", detail: `${key}: no vectors of this state of the texts` });
      const fetched = await fetchChecked(file, { base, ...(fetchFile && { fetchFile }) });
      if (!fetched.ok) return fetched;
      const { buffer } = fetched.value.bytes;
      return ok({ version: MEANINGS_VERSION, encoder, dimensions, vectors: new Int8Array(buffer) });
    },
  });
}
