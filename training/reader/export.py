"""Writes a trained reader in Hugging Face layout: python3 export.py TRAINED.pt PIECES.model ENCODER FOLDER."""
import json
import sys
from pathlib import Path

import numpy as np
import onnx
import sentencepiece
import torch
from onnx import TensorProto, helper, numpy_helper

import table
from network import SPECIAL, Reader

ID = "pocket-help-reader"
SPELLINGS = ["[PAD]", "[CLS]", "[SEP]", "[MASK]"]  # behind the table's pieces
# Seven bits of eight: processors without the newer instructions add up pairs of products in sixteen.
WEIGHT_STEPS = 63


class Outputs(torch.nn.Module):
    def __init__(self, reader):
        super().__init__()
        self.reader = reader

    def forward(self, input_ids, attention_mask, token_type_ids):
        start, end, relevance, _ = self.reader(input_ids, attention_mask, token_type_ids)
        return start, end, relevance


def traced(reader, path):
    ids = torch.tensor([[reader.special + 1, 5, 6, reader.special + 2, 7, 8, 9, reader.special + 2]])
    sides = torch.tensor([[0, 0, 0, 0, 1, 1, 1, 1]])
    axes = {0: "batch", 1: "sequence"}
    torch.onnx.export(
        Outputs(reader).eval(), (ids, torch.ones_like(ids), sides), path, opset_version=13,
        input_names=["input_ids", "attention_mask", "token_type_ids"], output_names=["start_logits", "end_logits", "relevance_logits"],
        dynamic_axes={**{name: axes for name in ("input_ids", "attention_mask", "token_type_ids", "start_logits", "end_logits")}, "relevance_logits": {0: "batch"}})
    return onnx.load(path)


def quantized(model):
    """Whole numbers for the table's rows (a scale a row) and for all matrices (a scale a column)."""
    graph = model.graph
    weights = {tensor.name: tensor for tensor in graph.initializer}
    nodes, added, gone = [], [], set()
    for number, node in enumerate(graph.node):
        matrix = weights.get(node.input[1]) if node.op_type == "MatMul" else None
        rows = weights.get(node.input[0]) if node.op_type == "Gather" else None
        if matrix is not None:
            array = numpy_helper.to_array(matrix)
            scale = np.maximum(np.abs(array).max(0), 1e-9) / WEIGHT_STEPS
            whole = np.clip(np.rint(array / scale), -WEIGHT_STEPS, WEIGHT_STEPS).astype(np.int8)
            name = f"matrix_{number}"
            added += [numpy_helper.from_array(whole, name), numpy_helper.from_array(scale.astype(np.float32), f"{name}_scale"),
                      numpy_helper.from_array(np.zeros((), np.int8), f"{name}_zero")]
            gone.add(matrix.name)
            nodes += [
                helper.make_node("DynamicQuantizeLinear", [node.input[0]], [f"{name}_a", f"{name}_a_scale", f"{name}_a_zero"]),
                helper.make_node("MatMulInteger", [f"{name}_a", name, f"{name}_a_zero", f"{name}_zero"], [f"{name}_sum"]),
                helper.make_node("Cast", [f"{name}_sum"], [f"{name}_float"], to=TensorProto.FLOAT),
                helper.make_node("Mul", [f"{name}_a_scale", f"{name}_scale"], [f"{name}_both"]),
                helper.make_node("Mul", [f"{name}_float", f"{name}_both"], node.output),
            ]
        elif rows is not None and rows.data_type == TensorProto.FLOAT and len(rows.dims) == 2 and rows.dims[0] > 1000:
            array = numpy_helper.to_array(rows)
            whole = np.rint(array / np.maximum(np.abs(array).max(1, keepdims=True), 1e-9) * 127).astype(np.int8)
            scale = 1 / np.maximum(np.linalg.norm(whole.astype(np.float32), axis=1, keepdims=True), 1e-6)
            scale[np.abs(array).max(1) < 1e-9] = 0
            added += [numpy_helper.from_array(whole, "rows"), numpy_helper.from_array(scale.astype(np.float32), "rows_scale")]
            gone.add(rows.name)
            nodes += [
                helper.make_node("Gather", ["rows", node.input[1]], ["rows_whole"]),
                helper.make_node("Gather", ["rows_scale", node.input[1]], ["rows_scales"]),
                helper.make_node("Cast", ["rows_whole"], ["rows_float"], to=TensorProto.FLOAT),
                helper.make_node("Mul", ["rows_float", "rows_scales"], node.output),
            ]
        else:
            nodes.append(node)
    del graph.node[:]
    graph.node.extend(nodes)
    kept = [tensor for tensor in graph.initializer if tensor.name not in gone]
    del graph.initializer[:]
    graph.initializer.extend(kept + added)
    model.ir_version = 8
    onnx.checker.check_model(model)
    return model


def tokenizer(spellings, scores):
    """For users of transformers.js; the product cuts pieces itself, from the same vocabulary."""
    first = len(spellings)
    ids = {spelling: first + n for n, spelling in enumerate(SPELLINGS)}
    special = lambda spelling, side: {"SpecialToken": {"id": spelling, "type_id": side}}
    return {
        "version": "1.0", "truncation": None, "padding": None,
        "added_tokens": [{"id": number, "content": spelling, "special": True, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False}
                         for spelling, number in ids.items()],
        "normalizer": {"type": "Sequence", "normalizers": [
            {"type": "NFKC"}, {"type": "Lowercase"}, {"type": "Replace", "pattern": {"Regex": "\\s+"}, "content": " "},
            {"type": "Strip", "strip_left": True, "strip_right": True}]},
        "pre_tokenizer": {"type": "Metaspace", "replacement": "\u2581", "prepend_scheme": "always", "split": True},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [special("[CLS]", 0), {"Sequence": {"id": "A", "type_id": 0}}, special("[SEP]", 0)],
            "pair": [special("[CLS]", 0), {"Sequence": {"id": "A", "type_id": 0}}, special("[SEP]", 0), {"Sequence": {"id": "B", "type_id": 1}}, special("[SEP]", 1)],
            "special_tokens": {spelling: {"id": spelling, "ids": [ids[spelling]], "tokens": [spelling]} for spelling in ("[CLS]", "[SEP]")},
        },
        "decoder": {"type": "Metaspace", "replacement": "\u2581", "prepend_scheme": "always", "split": True},
        "model": {"type": "Unigram", "unk_id": 0, "byte_fallback": False,
                  "vocab": [[spelling, round(float(score), 4)] for spelling, score in zip(spellings, scores)]},
    }


def main(trained: Path, pieces: Path, encoder: Path, folder: Path) -> None:
    saved = torch.load(trained, map_location="cpu")
    state = saved["state"]
    reader = Reader(state["rows"][:-SPECIAL], state["weights"][:-SPECIAL], saved["width"], saved["layers"])
    reader.load_state_dict(state)
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    path = folder / "onnx" / "model_quantized.onnx"
    model = quantized(traced(reader, str(path)))
    path.write_bytes(model.SerializeToString())
    vocabulary = sentencepiece.SentencePieceProcessor(model_file=str(pieces))
    scores = table.safetensors(encoder)["scores"]
    spellings = [vocabulary.id_to_piece(n) for n in range(vocabulary.get_piece_size())]
    write = lambda name, value: (folder / name).write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf8")
    write("tokenizer.json", tokenizer(spellings, scores))
    write("tokenizer_config.json", {"tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": 256, "pad_token": "[PAD]", "cls_token": "[CLS]", "sep_token": "[SEP]", "mask_token": "[MASK]", "unk_token": "<unk>"})
    write("config.json", {
        "model_type": "bert", "architectures": ["BertForQuestionAnswering"], "vocab_size": len(spellings) + SPECIAL, "hidden_size": saved["width"],
        "num_hidden_layers": saved["layers"], "num_attention_heads": reader.layers[0].heads, "intermediate_size": reader.layers[0].widen.out_features,
        "max_position_embeddings": 512, "pad_token_id": len(spellings), "transformers.js_config": {"dtype": "q8"}})
    print(f"{path}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
