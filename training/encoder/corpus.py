"""Training text as arrays of word pieces: python3 corpus.py WORK SIZE."""
import json
import random
import sys
from pathlib import Path

import numpy as np
import sentencepiece

LONGEST_QUERY = 40
LONGEST_PASSAGE = 192
# Documentation that no customer asks about; it would drown the rest.
LEFT_OUT = ("win32", "windows-driver", "cpp-docs", "VBA-Docs", "biztalk", "azure-docs-sdk", "sql-docs-archive")


class Texts:
    """Ragged rows of piece ids."""

    def __init__(self, rows):
        self.offsets = np.zeros(len(rows) + 1, np.int64)
        np.cumsum([len(row) for row in rows], out=self.offsets[1:])
        self.pieces = np.fromiter((piece for row in rows for piece in row), np.int32, self.offsets[-1])

    @classmethod
    def of(cls, offsets, pieces):
        texts = cls.__new__(cls)
        texts.offsets, texts.pieces = offsets, pieces
        return texts

    def __len__(self):
        return len(self.offsets) - 1

    def row(self, at):
        return self.pieces[self.offsets[at]:self.offsets[at + 1]]

    def padded(self, rows, longest):
        """Rows as a matrix padded with -1."""
        taken = [self.row(at)[:longest] for at in rows]
        out = np.full((len(rows), max(1, max(len(row) for row in taken))), -1, np.int64)
        for at, row in enumerate(taken):
            out[at, :len(row)] = row
        return out


def read(path):
    return [json.loads(line) for line in open(path, encoding="utf8")]


def build(work: Path, size: int) -> None:
    rng = random.Random(3)
    model = sentencepiece.SentencePieceProcessor(model_file=str(work / f"pieces.{size}.model"))
    groups: dict[str, list] = {}

    def pair(group, q, a, block):
        groups.setdefault(group, []).append((q, a, block))

    for path in sorted(work.glob("*.jsonl")):
        name = path.name.removeprefix("own.").split(".")[0]
        lang = path.name.removeprefix("own.").split(".")[1][:2]
        rows = read(path)
        if name in ("en", "zh"):
            for row in rows:
                if any(part in row["source"] for part in LEFT_OUT) or len(row["a"]) < 30:
                    continue
                title = row.get("t") or ""
                pair(f"docs.{name}", row["q"] if rng.random() < 0.6 or not title else f"{title} {row['q']}", row["a"], row["source"])
        elif name == "parallel":
            for row in rows:
                pair("cross", row["q_zh"], row["q_en"] + " " + row["a_en"], "parallel")
                pair("cross", row["q_en"], row["q_zh"] + " " + row["a_zh"], "parallel")
        elif name == "headings":
            for row in rows:
                one, other = (row["q_en"], row["q_zh"]) if rng.random() < 0.5 else (row["q_zh"], row["q_en"])
                pair("headings", one, other, row["source"])
        elif name == "question-sentence":
            for row in rows:
                pair("sentence", row["q"], row["a"], row["source"])
        elif name == "qa":
            for row in rows:
                pair(f"qa.{row['lang']}", row["question"], row["context"], row["source"])
        elif name == "support":
            for row in rows:
                for question in row["questions"]:
                    pair(f"support.{lang}", question["q"], (row["title"], row["text"], question["answer"]), row["domain"])
        elif name == "concepts":
            for row in rows:
                for one in ("en", "zh"):
                    other = "zh" if one == "en" else "en"
                    for text in row[f"{one}_said"]:
                        pair(f"concepts.{one}", text, " . ".join(row[one]), path.name)
                        pair("concepts.cross", text, " . ".join(row[other]), path.name)
                    # One customer's words for another's, and one official name for the other.
                    said = row[f"{one}_said"]
                    pair(f"concepts.{one}", said[0], said[-1], path.name)
                    if len(row[one]) > 1:
                        pair(f"concepts.{one}", row[one][0], row[one][1], path.name)
    arrays = {}
    for group, pairs in groups.items():
        order = sorted(range(len(pairs)), key=lambda at: pairs[at][2])  # stable: neighbours stay neighbours
        pairs = [pairs[at] for at in order]
        queries = Texts(model.encode([q for q, _, _ in pairs]))
        if group.startswith("support"):
            parts = [Texts(model.encode([a[n] for _, a, _ in pairs])) for n in range(3)]
        else:
            parts = [Texts([row[:LONGEST_PASSAGE] for row in model.encode([a for _, a, _ in pairs])])]
        names = sorted({block for _, _, block in pairs})
        number = {block: at for at, block in enumerate(names)}
        arrays[f"{group}|blocks"] = np.array([number[block] for _, _, block in pairs], np.int32)
        arrays[f"{group}|names"] = np.array(names)
        for key, texts in [("q", queries)] + [(f"a{n}", part) for n, part in enumerate(parts)]:
            arrays[f"{group}|{key}|offsets"] = texts.offsets
            arrays[f"{group}|{key}|pieces"] = texts.pieces.astype(np.int32)
        print(group, len(pairs), len(names), "blocks", flush=True)
    np.savez(work / f"corpus.{size}.npz", **arrays)


if __name__ == "__main__":
    build(Path(sys.argv[1]), int(sys.argv[2]))
