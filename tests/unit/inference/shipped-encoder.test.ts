import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { AutoTokenizer, env, pipeline } from "@xenova/transformers";
import { beforeAll, describe, expect, it } from "vitest";
import { runtimeFolder } from "../../../src/cli/models/tool-models";
import { STATIC_ENCODER_FILE } from "../../../src/inference/static/read-encoder";
import { readSafetensors, tensorBytes } from "../../../src/inference/static/safetensors";
import { useNodeRuntime } from "../../../src/pipeline/models/node-runtime";
import { foldText } from "../../../src/text/fold";
import { demoPacks, SHIPPED_ENCODER, sampleTexts, shippedEncoder } from "../../support/shipped-encoder";

/** How the hub's tokeniser says that no piece holds something; ours leaves it out, and its row is all zero. */
const UNKNOWN = 0;
/** Where the hub's tokeniser cuts a text off. Pieces. */
const LONGEST = 512;

const encoder = await shippedEncoder();
const scores = logProbabilities();
/** As our encoder cuts queries and folds them: the hub's tokeniser folds neither script nor accents nor pinyin. */
const texts = sampleTexts(await demoPacks()).map((text) => {
  const original = text.slice(0, 1_000);
  const { vector, pieces = new Uint32Array() } = encoder.query(original);
  return { original, folded: foldText(original), vector, pieces: [...pieces] };
});

describe("the shipped encoder in hub layout", () => {
  beforeAll(async () => {
    env.allowRemoteModels = false;
    env.useFSCache = false;
    await useNodeRuntime(runtimeFolder());
  });

  it("comes with a tokeniser that cuts texts as ours does", async () => {
    const peer = await AutoTokenizer.from_pretrained(SHIPPED_ENCODER, { local_files_only: true });
    const differing = texts.filter(({ folded, pieces }) => {
      const theirs = peer.encode(folded).filter((piece) => piece !== UNKNOWN);
      // Of two cuts that are equally likely, either may be taken.
      return theirs.join() !== pieces.join() && likelihood(theirs) !== likelihood(pieces);
    });
    expect(texts.length).toBeGreaterThan(300);
    expect(differing.map(({ original }) => original)).toEqual([]);
  });

  it("gives transformers.js the vectors that ours has", async () => {
    const extract = await pipeline("feature-extraction", SHIPPED_ENCODER, { local_files_only: true, dtype: "fp32" });
    const compared = texts.filter(({ pieces }) => pieces.length > 0 && pieces.length <= LONGEST - 10);
    expect(compared.length).toBeGreaterThan(300);
    for (const { original, folded, vector } of compared) {
      const { data } = await extract(folded, { pooling: "mean", normalize: true });
      const apart = vector.reduce((most, value, d) => Math.max(most, Math.abs(value - Number(data[d]))), 0);
      expect(apart, original).toBeLessThan(1e-3);
    }
  });
});

/** The score of each piece in the table's own file. They are short enough for sums without rounding. */
function logProbabilities(): Float32Array {
  const file = readSafetensors(gunzipSync(readFileSync(join(SHIPPED_ENCODER, STATIC_ENCODER_FILE))));
  const found = file.ok ? tensorBytes(file.value, "scores", "F32", [undefined]) : undefined;
  if (!found?.ok) throw new Error("the table has no scores");
  return new Float32Array(found.value.bytes.buffer, found.value.bytes.byteOffset, found.value.shape[0]);
}

function likelihood(pieces: readonly number[]): number {
  return pieces.reduce((sum, piece) => sum + (scores[piece] ?? 0), 0);
}
