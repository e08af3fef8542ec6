import { cp } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { runtimeFolder } from "../../../../src/cli/models/tool-models";
import { type HubEncoder, openHubEncoder } from "../../../../src/inference/hub/hub-encoder";
import { useNodeRuntime } from "../../../../src/pipeline/models/node-runtime";
import { addFiles, emptyFolder } from "../../../support/folders";
import { TINY_ENCODER } from "../../../support/model-mirror";

const settings = { dtype: "q8", pooling: "mean", prefixes: { query: "query: ", passage: "passage: " } } as const;

async function opened(options: Partial<Parameters<typeof openHubEncoder>[0]> = {}): Promise<HubEncoder> {
  await useNodeRuntime(runtimeFolder());
  const result = await openHubEncoder({ folder: TINY_ENCODER, settings, ...options });
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}

const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, n) => sum + value * b[n]!, 0);

describe("a hub encoder", () => {
  it("gives vectors of unit length, near for texts that share words", async () => {
    const encoder = await opened();
    const [reset, password, parcel] = await encoder.encode(
      ["reset my password", "password reset", "track a parcel"],
      "query",
    );
    expect(encoder.dimensions).toBe(16);
    for (const vector of [reset, password, parcel]) expect(cosine(vector!, vector!)).toBeCloseTo(1, 5);
    expect(cosine(reset!, password!)).toBeGreaterThan(cosine(reset!, parcel!) + 0.1);
  });

  it("puts the prefixes before queries and passages", async () => {
    const encoder = await opened();
    const bare = await opened({ settings: { ...settings, prefixes: { query: "", passage: "" } } });
    const [[query], [passage]] = [await encoder.encode(["order"], "query"), await encoder.encode(["order"], "passage")];
    const [asQuery, asPassage] = await bare.encode(["query: order", "passage: order"], "query");
    expect(query).toEqual(asQuery);
    expect(passage).toEqual(asPassage);
    expect(query).not.toEqual(passage);
  });

  it("gives the same vector whatever else is encoded, also at once", async () => {
    const encoder = await opened();
    const long = "order ".repeat(2000);
    const [alone, together] = await Promise.all([
      encoder.encode(["退款"], "query"),
      encoder.encode([long, "退款"], "query"),
    ]);
    expect(together[1]).toEqual(alone[0]);
  });

  it("cuts off what is longer than the model, where the tokeniser does not", async () => {
    const folder = emptyFolder();
    await cp(TINY_ENCODER, folder, { recursive: true });
    await addFiles(folder, { "tokenizer_config.json": '{ "tokenizer_class": "BertTokenizer", "pad_token": "[PAD]" }' });
    const encoder = await opened({ folder });
    const long = "order ".repeat(600);
    const [one, other] = await encoder.encode([`${long} parcel parcel`, `${long} password`], "query");
    expect(one).toEqual(other);
  });

  it("tells a missing model from a broken one", async () => {
    const missing = await openHubEncoder({ folder: `${TINY_ENCODER}-gone`, settings });
    expect(missing).toMatchObject({ ok: false, error: { code: "encoder-unreachable" } });
    const wrong = await openHubEncoder({ folder: TINY_ENCODER, settings: { ...settings, dimensions: 384 } });
    expect(wrong).toEqual({
      ok: false,
      error: { code: "encoder-invalid", detail: "it gives 16 numbers a text where 384 were expected" },
    });
  });
});
