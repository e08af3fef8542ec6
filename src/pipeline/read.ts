import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Fault } from "../domain/fault";
import type { SourceFile } from "./markdown/document";
import { MODELS_FOLDER, PINS_FILE } from "./models/model-pins";

/** What a content folder holds: Markdown to parse, and every other file by its path. */
export interface ContentFolder {
  /** Absolute path of the folder. */
  readonly root: string;
  readonly sources: readonly SourceFile[];
  /** Paths of all other files, relative to the folder, with forward slashes. */
  readonly assets: readonly string[];
  readonly faults: readonly Fault[];
}

const MARKDOWN = /\.(md|mdx|markdown)$/i;
/** Folders that tools keep beside content and that nobody means to publish. */
const SKIPPED = /^(\..*|node_modules|_includes|_layouts|_site)$/;
/** Files at the top that speak about the folder, not to its readers. */
const SKIPPED_FILES = /^(LICENSE|LICENCE|CHANGELOG|CONTRIBUTING|CODE_OF_CONDUCT)(\.md)?$/i;

/**
 * Reads a folder of Markdown, files in a stable order. A file that is not text is left out and reported.
 *
 * @throws Error when the folder itself cannot be read.
 */
export async function readContent(root: string): Promise<ContentFolder> {
  const folder = await stat(root).catch(() => undefined);
  if (!folder?.isDirectory())
    throw new Error(`${root} is ${folder ? "a file, not a folder" : "not there"}; name a folder of Markdown files.`);
  const paths = (await walk(root, "")).sort(byCodePoint);
  const faults: Fault[] = [];
  const sources: SourceFile[] = [];
  const assets: string[] = [];
  for (const path of paths) {
    if (!MARKDOWN.test(path)) {
      assets.push(path);
      continue;
    }
    const text = decode(await readFile(join(root, path)));
    if (text.ok) sources.push({ path, text: text.value });
    else faults.push({ code: "encoding", severity: "error", file: path, ...text.fault });
  }
  return { root, sources, assets, faults };
}

async function walk(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  // Model cards are Markdown too, and no articles.
  if (folder === MODELS_FOLDER && entries.some(({ name }) => name === PINS_FILE)) return [];
  const found: string[] = [];
  for (const entry of entries) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (SKIPPED.test(entry.name) || (folder === "" && SKIPPED_FILES.test(entry.name))) continue;
    if (entry.isDirectory()) found.push(...(await walk(root, path)));
    // Symbolic links are not followed: they could reach outside the folder or run in circles.
    else if (entry.isFile()) found.push(path);
  }
  return found;
}

type Decoded = { ok: true; value: string } | { ok: false; fault: Pick<Fault, "line" | "expected" | "found"> };

/** UTF-8, or UTF-16 with a byte order mark, as some Windows editors save. */
function decode(bytes: Uint8Array): Decoded {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : undefined;
  try {
    return { ok: true, value: new TextDecoder(utf16 ?? "utf-8", { fatal: true }).decode(bytes) };
  } catch {
    const { line, byte } = firstInvalid(bytes);
    const found = `byte 0x${byte.toString(16).padStart(2, "0")}, which is not UTF-8 (is it saved as Windows-1252 or GBK?)`;
    return { ok: false, fault: { line, expected: "a text file in UTF-8", found } };
  }
}

/** Where the first byte stands that no valid UTF-8 begins or goes on with. */
function firstInvalid(bytes: Uint8Array): { line: number; byte: number } {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  let byte = bytes[0] ?? 0;
  try {
    for (let at = 0; at < bytes.length; at++) {
      // A sequence cut short is noticed at the byte after it, which is innocent.
      if (bytes[at]! >= 0x80) byte = bytes[at]!;
      decoder.decode(bytes.subarray(at, at + 1), { stream: true });
      if (bytes[at] === 0x0a) line++;
    }
    decoder.decode();
  } catch {
    // `line` and `byte` stand where it stopped.
  }
  return { line, byte };
}

/** Order that does not depend on the machine's locale, so that equal folders build equal sites. */
export function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
