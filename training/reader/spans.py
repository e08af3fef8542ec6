"""
F1 and exact matches of the reader's spans on question-answering sets: python3 spans.py TRAINED.pt PIECES.model SET.jsonl ...
The likeliest span of all windows of a text counts; every question has an answer. F1 over characters in Chinese, over
words in English.
"""
import collections
import json
import re
import sys
import unicodedata

import numpy as np
import sentencepiece
import torch
import torch.nn.functional as F

from network import SPECIAL, Reader
from train import Row, tensors

WINDOW, STEP, LONGEST_SPAN = 168, 112, 40


def folded(text):
    return unicodedata.normalize("NFKC", text).lower()


def units(text, chinese):
    if chinese:
        return [c for c in text if re.match(r"\w", c)]
    return [w for w in re.findall(r"\w+", text) if w not in ("a", "an", "the")]


def overlap(found, wanted, chinese):
    a, b = units(found, chinese), units(wanted, chinese)
    same = sum((collections.Counter(a) & collections.Counter(b)).values())
    return (2 * same / (len(a) + len(b)) if same else 0.0), a == b


def main(trained, pieces, *sets):
    torch.set_num_threads(1)
    saved = torch.load(trained, map_location="cpu")
    reader = Reader(saved["state"]["rows"][:-SPECIAL], saved["state"]["weights"][:-SPECIAL], saved["width"], saved["layers"])
    reader.load_state_dict(saved["state"])
    reader.eval()
    model = sentencepiece.SentencePieceProcessor(model_file=pieces)
    for path in sets:
        rows = [json.loads(line) for line in open(path, encoding="utf8")]
        scores = []
        for row in rows:
            text = re.sub(r"\s+", " ", folded(row["context"]))
            parts = model.encode(text, out_type="immutable_proto").pieces
            question = np.array(model.encode(folded(row["question"]))[:24])
            ids = np.array([part.id for part in parts])
            starts = list(range(0, max(1, len(ids) - WINDOW + STEP), STEP))
            made = [Row(question, ids[:0], ids[at:at + WINDOW]) for at in starts]
            a, b, c, *_ = tensors(made, reader.special, "cpu")
            with torch.no_grad():
                first, last, relevance, _ = reader(a, b, c)
            best, found = -1e9, ""
            for n, at in enumerate(starts):
                shift, count = made[n].shift, len(made[n].passage)
                s, e = F.log_softmax(first[n, shift:shift + count], 0), F.log_softmax(last[n, shift:shift + count], 0)
                table = torch.triu(s[:, None] + e[None, :]).masked_fill(torch.ones(count, count).triu().logical_not() | torch.ones(count, count).triu(LONGEST_SPAN).bool(), -1e9)
                top = int(table.argmax())
                value = float(table.max()) + F.logsigmoid(relevance[n, 0]).item()
                if value > best:
                    best, found = value, text[parts[at + top // count].begin:parts[at + top % count].end]
            answers = row.get("answers") or [row["answer"]]
            chinese = row.get("lang") == "zh" or "cmrc" in path
            scores.append(max(overlap(found, folded(answer if isinstance(answer, str) else answer["text"]), chinese) for answer in answers))
        print(path.rsplit("/", 1)[-1], f"{len(rows)} questions, F1 {np.mean([s for s, _ in scores]):.3f}, exact {np.mean([e for _, e in scores]):.3f}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
