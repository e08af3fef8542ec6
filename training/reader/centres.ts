import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { candidatesOf } from "../../src/answer/candidates";
import { sentencesOf } from "../../src/answer/sentences-of";
import { quotesAnswer } from "../../src/cli/eval/quotation";
import { readStaticEncoder } from "../../src/inference/static/read-encoder";
import { buildMeanings } from "../../src/search/build-meanings";
import { createSearchIndex } from "../../src/search/search-index";
import { foldText } from "../../src/text/fold";
import { loadCentre } from "../centre";

/**
 * Writes labelled help centres as the reader meets them: the passages that search finds for each question, which of
 * them answer it and where. One file a centre, for `examples.py`.
 *
 * @param args target folder, the encoder's file, then folders of centres
 */
export async function main([target = "", encoderFile = "", ...centres]: readonly string[]): Promise<void> {
  const encoder = await readStaticEncoder(readFileSync(encoderFile));
  if (!encoder.ok) throw new Error(JSON.stringify(encoder.error));
  for (const folder of centres) {
    const centre = await loadCentre(dirname(resolve(folder)), basename(folder));
    const index = createSearchIndex();
    for (const pack of centre.packs) index.add(pack, undefined, buildMeanings(pack, encoder.value));
    const lines: string[] = [];
    const ids = new Map<string, number>();
    for (const { articles } of centre.packs) {
      for (const article of articles) {
        for (const [n, { headings, text }] of article.passages.entries()) {
          ids.set(`${article.id} ${n}`, ids.size);
          const context = clean([article.title, ...headings].join(" . "));
          lines.push(JSON.stringify({ type: "passage", id: ids.size - 1, context, text: clean(text) }));
        }
      }
    }
    for (const { q, accepted, answer, answerable } of centre.questions) {
      const found = index.retrieve({ text: q, locale: centre.locale }, encoder.value.query);
      const right: [number, number, number][] = [];
      const wrong: number[] = [];
      for (const { article, passage, text } of candidatesOf(found.articles)) {
        const id = ids.get(`${article.id} ${passage}`) as number;
        const sentences = accepted.includes(article.id)
          ? sentencesOf(text).map(({ start, end }) => [start, end] as const)
          : [];
        const answers = sentences.filter(([start, end]) => quotesAnswer(text.slice(start, end), answer));
        const [first] = answers;
        const last = answers.at(-1);
        if (first && last) {
          const before = clean(text.slice(0, first[0]));
          const length = clean(text.slice(first[0], last[1])).length;
          right.push([id, before.length + (before === "" ? 0 : 1), length]);
        } else if (!accepted.includes(article.id)) wrong.push(id);
      }
      if (right.length > 0 || !answerable)
        lines.push(JSON.stringify({ type: "question", q: clean(q), passages: right, wrong: wrong.slice(0, 12) }));
    }
    writeFileSync(join(target, `${centre.name}.jsonl`), `${lines.join("\n")}\n`);
  }
}

function clean(text: string): string {
  return foldText(text).replace(/\s+/g, " ").trim();
}
