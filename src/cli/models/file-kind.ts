import { open } from "node:fs/promises";

/**
 * Looks into a file that should be part of a model.
 *
 * @param path its path inside the model
 * @returns what is wrong with it, as the end of a sentence; nothing when it may be what it should be
 */
export async function oddContent(file: string, path: string): Promise<string | undefined> {
  const start = await firstBytes(file, 512);
  const text = start
    .toString("latin1")
    .replace(/^\u00ef\u00bb\u00bf/, "")
    .trimStart();
  if (/^(<!doctype html|<html|<head|<\?xml[^>]*>\s*<!doctype html)/i.test(text))
    return "a web page, as a login page or a captive portal sends it";
  if (text.startsWith("version https://git-lfs"))
    return "a pointer of Git LFS in place of the file; fetch the files themselves with `git lfs pull`";
  if (start.length === 0) return "an empty file";
  if (path.endsWith(".json") && !/^[[{]/.test(text))
    return `no JSON; it begins with ${JSON.stringify(text.slice(0, 40))}`;
  // Every ONNX file begins with the number of its format: field 1, a varint.
  if (path.endsWith(".onnx") && start[0] !== 0x08) return "no ONNX model";
  return undefined;
}

async function firstBytes(file: string, count: number): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
