import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createRandom } from "../support/random";
import { type MarkdownFile, readMarkdown } from "./markdown-folder";
import { varyArticle, vocabularyOf } from "./vary-article";

/**
 * Writes a centre of any size from the articles of another: each round through them becomes a folder of its own, in
 * which a fifth of the words are others of the same centre. No two sections are equal, none has a picture, and the
 * same call writes the same bytes.
 *
 * @param count how many articles to write
 */
export async function multiplyArticles(source: string, out: string, count: number): Promise<void> {
  const files = await readMarkdown(source);
  if (files.length === 0) throw new Error(`${source} holds no Markdown to multiply`);
  const vocabulary = vocabularyOf(files.map(({ text }) => text));
  const write = async (file: MarkdownFile, n: number) => {
    const path = join(out, `volume-${Math.floor(n / files.length) + 1}`, file.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, varyArticle(file.text, vocabulary, createRandom(n + 1)));
  };
  for (let n = 0; n < count; n++) await write(files[n % files.length]!, n);
}
