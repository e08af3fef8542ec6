import { encodeEverything } from "../support/encode-everything";

/** Fetches the model and what is to be encoded from beside the page. */
async function run(): Promise<unknown> {
  const [model, material] = await Promise.all([fetch("model.bin"), fetch("material.json")]);
  return encodeEverything(new Uint8Array(await model.arrayBuffer()), await material.json());
}

run().then(
  (result) => self.postMessage(result),
  (error: unknown) => self.postMessage({ failed: String(error) }),
);
