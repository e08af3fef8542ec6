import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { candidatesOf } from "../../src/answer/candidates";
import { gatherEvidence } from "../../src/answer/evidence";
import { bare, quotesAnswer } from "../../src/cli/eval/quotation";
import type { StaticEncoder } from "../../src/domain/encoder";
import type { Reader } from "../../src/domain/reader";
import { openReader } from "../../src/inference/reader/open-reader";
import { readStaticEncoder } from "../../src/inference/static/read-encoder";
import { fetchLocal } from "../../src/pipeline/models/fetch-local";
import { buildMeanings } from "../../src/search/build-meanings";
import { createSearchIndex } from "../../src/search/search-index";
import { loadCentre } from "../centre";

/**
 * Writes what speaks for every sentence of every candidate passage, one question a line, for `fit.py`.
 *
 * @param args target file, the encoder's file or `none`, folder of the reader or `none`, then folders of labelled centres
 */
export async function main([
  target = "",
  encoderFile = "",
  readerFolder = "none",
  ...centres
]: readonly string[]): Promise<void> {
  const encoder = encoderFile === "none" ? undefined : await readTable(encoderFile);
  const reader = readerFolder === "none" ? undefined : await open(readerFolder);
  const lines: string[] = [];
  for (const folder of centres) {
    const centre = await loadCentre(dirname(resolve(folder)), basename(folder));
    const index = createSearchIndex();
    for (const pack of centre.packs) index.add(pack, undefined, encoder && buildMeanings(pack, encoder));
    for (const { id, q, kind, accepted, answer, answerable } of centre.questions) {
      const query = { text: q, locale: centre.locale };
      const found = index.retrieve(query, encoder?.query);
      const candidates = candidatesOf(found.articles);
      const readings = await reader?.read(q, candidates);
      const likeness = encoder && index.likeness(query, found, encoder);
      const gathered = gatherEvidence(q, candidates, likeness, readings);
      lines.push(
        JSON.stringify({
          centre: centre.name,
          id,
          q,
          kind,
          answerable,
          answers: answer.map(bare),
          accepted,
          ranked: found.articles.slice(0, 20).map((one) => [one.pack.articles[one.article]?.id, one.score]),
          known: gathered.known,
          candidates: candidates.map(({ article, rank, text }, n) => ({
            article: article.id,
            rank,
            text,
            ...gathered.passages[n],
          })),
          sentences: gathered.sentences.map(({ candidate, sentence, features }) => ({
            candidate,
            start: sentence.start,
            end: sentence.end,
            list: sentence.list ?? -1,
            right:
              accepted.includes(candidates[candidate]?.article.id ?? "") &&
              quotesAnswer((candidates[candidate]?.text ?? "").slice(sentence.start, sentence.end), answer),
            features: Array.from(features, (value) => Math.round(value * 1e4) / 1e4),
          })),
        }),
      );
    }
    console.error(centre.name, centre.questions.length);
  }
  writeFileSync(target, `${lines.join("\n")}\n`);
}

async function readTable(file: string): Promise<StaticEncoder> {
  const encoder = await readStaticEncoder(readFileSync(file));
  if (!encoder.ok) throw new Error(JSON.stringify(encoder.error));
  return encoder.value;
}

/** In a native runtime, several times faster than the browser's, which gives the same numbers but for rounding. */
async function open(folder: string): Promise<Reader> {
  const runtime = await import("onnxruntime-node");
  const { InferenceSession } = runtime;
  const create = (model: string, options: object) =>
    InferenceSession.create(model, { ...options, executionProviders: ["cpu"], intraOpNumThreads: 1 });
  // Where transformers.js looks for a runtime to use in place of its own.
  Object.assign(globalThis, { [Symbol.for("onnxruntime")]: { ...runtime, InferenceSession: { create } } });
  const opened = await openReader({
    folder: resolve(folder),
    kind: "own",
    id: "reader",
    dtype: "q8",
    fetch: fetchLocal,
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}
