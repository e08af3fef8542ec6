"""The encoder's table as the reader's rows."""
import gzip
import json
import struct
from pathlib import Path

import numpy as np


def safetensors(path: Path):
    """name -> array, of a gzipped safetensors file."""
    raw = gzip.decompress(path.read_bytes())
    (size,) = struct.unpack("<Q", raw[:8])
    header = json.loads(raw[8:8 + size])
    kinds = {"I8": np.int8, "U8": np.uint8, "F32": np.float32}
    return {name: np.frombuffer(raw[8 + size + info["data_offsets"][0]:8 + size + info["data_offsets"][1]], kinds[info["dtype"]]).reshape(info["shape"])
            for name, info in header.items() if name != "__metadata__"}


def rows_of(path: Path, dimensions: int, counts):
    """
    Unit rows [V, dimensions]: the directions in which the table's rows differ most, weighed by how much pieces say;
    and the weights [V] of pieces in a question: the table's own times their rarity, about 0..1.

    counts [V]: how often each piece stands in the training text
    """
    tensors = safetensors(path)
    rows = tensors["directions"].astype(np.float32)
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    weights = tensors["attention"].astype(np.float32).reshape(-1)
    share = (counts + 1) / counts.sum()
    weights = weights * np.log(1 / share)
    weights = weights / np.quantile(weights, 0.9)
    covariance = (rows * weights[:, None]).T @ rows
    values, vectors = np.linalg.eigh(covariance)
    short = rows @ vectors[:, ::-1][:, :dimensions]
    print(f"{dimensions} of {rows.shape[1]} dimensions keep {values[::-1][:dimensions].sum() / values.sum():.3f} of the variance")
    return short / np.maximum(np.linalg.norm(short, axis=1, keepdims=True), 1e-9), np.minimum(weights, 2)
