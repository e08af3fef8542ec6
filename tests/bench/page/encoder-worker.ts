import { readStaticEncoder } from "../../../src/inference/static/read-encoder";
import { type EncoderTexts, encoderSpeed } from "./encoder-speed";

/** Addresses of the table's file and of what is to be encoded, as JSON. */
export interface EncoderRequest {
  readonly model: string;
  readonly texts: string;
}

self.addEventListener("message", async ({ data: { model, texts } }: MessageEvent<EncoderRequest>) => {
  const material = (await (await fetch(texts)).json()) as EncoderTexts;
  const encoder = await readStaticEncoder(new Uint8Array(await (await fetch(model)).arrayBuffer()));
  if (!encoder.ok) throw new Error(encoder.error.detail);
  self.postMessage(encoderSpeed(encoder.value, material));
});
