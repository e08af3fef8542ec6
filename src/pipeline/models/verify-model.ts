import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import type { PinnedFile, PinnedModel } from "../../domain/models";

/** A file of a model that is not what its pin says. */
export interface FileProblem {
  readonly model: string;
  /** Path on this machine. */
  readonly file: string;
  readonly expected: string;
  readonly found: string;
}

/**
 * Compares every pinned file of a model with its hash.
 *
 * @param folder the models folder
 */
export async function verifyModel(folder: string, model: PinnedModel): Promise<FileProblem[]> {
  const problems: FileProblem[] = [];
  for (const pinned of model.files) {
    const file = join(folder, model.id, pinned.path);
    const found = await describeFile(file);
    const expected = describe(pinned);
    if (found !== expected) problems.push({ model: model.id, file, expected, found });
  }
  return problems;
}

/** Size and hash of a file, read as a stream: models do not fit into memory everywhere. */
export async function hashFile(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { bytes, sha256: hash.digest("hex") };
}

async function describeFile(file: string): Promise<string> {
  try {
    return describe(await hashFile(file));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === "ENOENT" ? "no such file" : message;
  }
}

function describe({ bytes, sha256 }: Pick<PinnedFile, "bytes" | "sha256">): string {
  return `sha256 ${sha256} (${bytes} bytes)`;
}
