import { resolve } from "node:path";
import type { Dtype, HubEncoderSettings, Prefixes } from "../../domain/models";
import { openHubEncoder } from "../../inference/hub/hub-encoder";
import type { ModelCard } from "../../pipeline/models/model-card";
import { poolingOf, prefixesOf } from "../../pipeline/models/model-settings";
import type { ModelFiles } from "./model-files";

/** What tells how an encoder is to be used, where it has them; without them the usual is taken. */
export const ENCODER_FILES = ["1_Pooling/config.json", "config_sentence_transformers.json"];

export interface EncoderRequest {
  readonly id: string;
  readonly card: ModelCard;
  readonly dtype: Dtype;
  /** In place of what the model says. */
  readonly prefixes: Partial<Prefixes>;
}

/**
 * How to run an encoder whose files have arrived, after it has encoded two texts.
 *
 * @throws Error when it does not run as one
 */
export async function encoderDetails(files: ModelFiles, request: EncoderRequest): Promise<HubEncoderSettings> {
  const small = {
    pooling: await files.text("1_Pooling/config.json"),
    sentenceTransformers: await files.text("config_sentence_transformers.json"),
  };
  const settings = {
    dtype: request.dtype,
    pooling: poolingOf(small),
    prefixes: { ...prefixesOf(request.id, request.card, small), ...request.prefixes },
  };
  return { dimensions: await tryOut(files.staging, settings), ...settings };
}

/** @returns the numbers in a vector */
async function tryOut(folder: string, settings: Omit<HubEncoderSettings, "dimensions">): Promise<number> {
  const opened = await openHubEncoder({ folder: resolve(folder), settings });
  if (!opened.ok)
    throw new Error(
      `The model does not run as an encoder: ${opened.error.detail ?? opened.error.code}\n` +
        "  A model that finds answers in texts (question-answering) is added with --reader.",
    );
  const encoder = opened.value;
  const [query] = await encoder.encode(["How do I return an item?"], "query");
  const [passage] = await encoder.encode(["退货"], "passage");
  await encoder.dispose();
  if (query?.length !== encoder.dimensions || passage?.length !== encoder.dimensions)
    throw new Error("The model does not run as an encoder: two texts gave vectors of different lengths.");
  return encoder.dimensions;
}
