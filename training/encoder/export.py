"""Writes a trained table in Hugging Face layout: python3 export.py TRAINED.npz PIECES.model FOLDER."""
import gzip
import hashlib
import json
import struct
import sys
from pathlib import Path

import numpy as np
import onnx
import sentencepiece
from onnx import TensorProto, helper, numpy_helper

ID = "pocket-help-encoder"
# A row's numbers are stored as whole ones with this standard deviation: 3 bits a number after compression, and
# coarser or finer ones rank no worse or better (RESULTS.md).
STEPS = 2.0


def shortened(values, bits):
    """Float32 with only so many bits of mantissa, which compress to about their number."""
    raw = values.astype("<f4").view(np.uint32)
    drop = 23 - bits
    half = np.uint32(1 << (drop - 1))
    return ((raw + half) & np.uint32((0xFFFFFFFF << drop) & 0xFFFFFFFF)).view("<f4")


def safetensors(tensors, metadata):
    header, data = {"__metadata__": metadata}, b""
    for name, array in tensors.items():
        kind = {"int8": "I8", "uint8": "U8", "float32": "F32"}[array.dtype.name]
        header[name] = {"dtype": kind, "shape": list(array.shape), "data_offsets": [len(data), len(data) + array.nbytes]}
        data += array.tobytes()
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-(len(text) + 8) % 8)  # so that float32 tensors lie at multiples of 4
    return struct.pack("<Q", len(text)) + text + data


def tokenizer(spellings, scores):
    return {
        "version": "1.0", "truncation": None, "padding": None, "added_tokens": [],
        "normalizer": {"type": "Sequence", "normalizers": [
            {"type": "NFKC"}, {"type": "Lowercase"}, {"type": "Replace", "pattern": {"Regex": "\\s+"}, "content": " "},
            {"type": "Strip", "strip_left": True, "strip_right": True}]},
        "pre_tokenizer": {"type": "Metaspace", "replacement": "\u2581", "prepend_scheme": "always", "split": True},
        "post_processor": None,
        "decoder": {"type": "Metaspace", "replacement": "\u2581", "prepend_scheme": "always", "split": True},
        "model": {"type": "Unigram", "unk_id": 0, "byte_fallback": False,
                  "vocab": [[spelling, round(float(score), 4)] for spelling, score in zip(spellings, scores)]},
    }


def network(rows, factors):
    """input_ids, attention_mask -> last_hidden_state: each piece's row times its weight, so that their mean has the encoder's direction."""
    nodes = [
        helper.make_node("Gather", ["rows", "input_ids"], ["taken"]),
        helper.make_node("Cast", ["taken"], ["numbers"], to=TensorProto.FLOAT),
        helper.make_node("Gather", ["factors", "input_ids"], ["taken_factors"]),
        helper.make_node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["taken_factors", "mask"], ["masked"]),
        helper.make_node("Unsqueeze", ["masked", "last"], ["column"]),
        helper.make_node("Mul", ["numbers", "column"], ["last_hidden_state"]),
    ]
    shape = ["batch", "sequence"]
    graph = helper.make_graph(
        nodes, ID,
        [helper.make_tensor_value_info(name, TensorProto.INT64, shape) for name in ("input_ids", "attention_mask")],
        [helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, [*shape, rows.shape[1]])],
        [numpy_helper.from_array(rows, "rows"), numpy_helper.from_array(factors, "factors"),
         numpy_helper.from_array(np.array([2], np.int64), "last")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], producer_name="pocket-help")
    model.ir_version = 8
    onnx.checker.check_model(model)
    return model.SerializeToString()


def main(trained: Path, pieces: Path, folder: Path) -> None:
    data = np.load(trained)
    model = sentencepiece.SentencePieceProcessor(model_file=str(pieces))
    size, dimensions = data["rows"].shape
    spellings = [model.id_to_piece(at) for at in range(size)]
    scores = shortened(np.array([model.get_score(at) for at in range(size)], np.float32), 11)
    rows = np.clip(np.round(data["rows"] * np.sqrt(dimensions) * STEPS), -127, 127).astype(np.int8)
    rows[0] = 0  # <unk>
    scales = shortened(1 / np.maximum(np.linalg.norm(rows.astype(np.float32), axis=1), 1), 12)
    weights, attention = (shortened(data[name].astype(np.float32), 6) for name in ("weights", "attention"))
    # Punctuation says nothing: with and without its question mark a query is the same. A trace of weight is left, since
    # a vector of length 0 has no direction.
    silent = [at for at, spelling in enumerate(spellings) if not any(letter.isalnum() for letter in spelling)]
    weights[silent], attention[silent] = 1e-6, 0
    weights[0] = attention[0] = 0
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    tensors = {"directions": rows, "scales": scales, "weights": weights, "attention": attention, "scores": scores,
               "pieces": np.frombuffer("\n".join(spellings).encode(), np.uint8)}
    # Four-byte tensors first: they must lie at multiples of 4.
    order = ["scales", "weights", "attention", "scores", "directions", "pieces"]
    # Meanings that a device keeps are compared with those of the very same table only.
    version = hashlib.sha256(b"".join(tensors[name].tobytes() for name in order)).hexdigest()[:12]
    plain = safetensors({name: tensors[name] for name in order}, {"format": "1", "id": ID, "version": version})
    (folder / "model.safetensors.gz").write_bytes(gzip.compress(plain, 9, mtime=0))
    write = lambda name, value: (folder / name).write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf8")
    write("tokenizer.json", tokenizer(spellings, scores))
    write("tokenizer_config.json", {"tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": 512, "unk_token": "<unk>", "pad_token": "<unk>"})
    write("config.json", {"model_type": "bert", "architectures": ["PocketHelpTable"], "hidden_size": dimensions, "vocab_size": size,
                          "num_hidden_layers": 0, "num_attention_heads": 0, "torch_dtype": "int8", "pocket_help": {"format": "1", "id": ID, "version": version, "pooling": "mean", "normalize": True}})
    (folder / "onnx" / "model.onnx").write_bytes(network(rows, (scales * weights).astype(np.float32)))
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            print(path.relative_to(folder), path.stat().st_size)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
