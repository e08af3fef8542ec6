import type { Dtype } from "../../domain/models";

/** ONNX files by number format, below a model's folder, as transformers.js looks for them. */
export const ONNX_FILES: Readonly<Record<Dtype, string>> = {
  q8: "onnx/model_quantized.onnx",
  fp32: "onnx/model.onnx",
  fp16: "onnx/model_fp16.onnx",
  int8: "onnx/model_int8.onnx",
  uint8: "onnx/model_uint8.onnx",
  q4: "onnx/model_q4.onnx",
  q4f16: "onnx/model_q4f16.onnx",
  bnb4: "onnx/model_bnb4.onnx",
};
