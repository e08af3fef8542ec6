"""The encoder's word pieces as a sentencepiece model: python3 pieces.py ENCODER OUT.model"""
import sys
from pathlib import Path

from sentencepiece import sentencepiece_model_pb2 as proto

import table


def main(encoder: Path, out: Path) -> None:
    tensors = table.safetensors(encoder)
    spellings = bytes(tensors["pieces"]).decode("utf8").split("\n")
    model = proto.ModelProto()
    model.trainer_spec.model_type = proto.TrainerSpec.UNIGRAM
    model.trainer_spec.vocab_size = len(spellings)
    model.normalizer_spec.name = "identity"
    for spelling, score in zip(spellings, tensors["scores"]):
        kind = proto.ModelProto.SentencePiece.UNKNOWN if spelling == "<unk>" else proto.ModelProto.SentencePiece.NORMAL
        model.pieces.add(piece=spelling, score=float(score), type=kind)
    out.write_bytes(model.SerializeToString())


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
