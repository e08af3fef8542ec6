import type { AppError } from "../../domain/errors";
import type { TableEncoder } from "../../domain/pack";
import { err, ok, type Result } from "../../domain/result";
import { readStaticEncoder } from "../../inference/static/read-encoder";
import { joinMeanings } from "../../search/build-meanings";
import { passageTexts } from "../../search/passage-texts";
import { inSlices } from "../in-slices";
import type { ModelFiles } from "../model-files";
import type { SectionEncoder } from "./section-encoder";

/** Loads the project's own table, which encodes queries and passages alike. */
export async function loadTableEncoder(
  { id, files: wanted }: TableEncoder,
  files: ModelFiles,
  onBytes: (bytes: number) => void,
): Promise<Result<SectionEncoder, AppError>> {
  let bytes: Uint8Array | undefined;
  const loaded = await files.load(
    wanted,
    (_, found) => {
      bytes = found;
    },
    onBytes,
  );
  if (!loaded.ok) return loaded;
  if (!bytes) return err({ code: "encoder-invalid", detail: `${id}: the manifest names no file` });
  const read = await readStaticEncoder(bytes);
  // The functions below live as long as the page, and all that they could see with them.
  bytes = undefined;
  // The copy stays: it is as the manifest has it, and fetching it again would bring the same.
  if (!read.ok) return read;
  const encoder = read.value;
  return ok({
    encoder: encoder.encoder,
    table: encoder,
    query: async () => encoder.query,
    section: async ({ pack }) => {
      const passages = await inSlices(passageTexts(pack), (text) => encoder.passage(text));
      return ok(joinMeanings(encoder.encoder, encoder.dimensions, passages));
    },
  });
}
