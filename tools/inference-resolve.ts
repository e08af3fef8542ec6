/**
 * How the bundler must find the model runtime: its WebGPU build would come with a second WebAssembly file of 27 MB,
 * and the default one inlines a copy where the site serves its own.
 */
export const inferenceResolve = {
  alias: { "onnxruntime-web/webgpu": "onnxruntime-web/wasm" },
  conditions: ["onnxruntime-web-use-extern-wasm", "module", "browser", "production"],
};
