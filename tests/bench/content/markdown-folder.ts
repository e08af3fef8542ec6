import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** A Markdown file of a content folder. */
export interface MarkdownFile {
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** All Markdown files below a folder, by path. */
export async function readMarkdown(folder: string): Promise<MarkdownFile[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.mdx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Promise.all(
    paths.map(async (path) => ({
      path: relative(folder, path).split(sep).join("/"),
      text: await readFile(path, "utf8"),
    })),
  );
}
