"""
Questions with passages that answer them and passages that nearly do: python3 examples.py WORK SIZE ENCODER [CENTRES ...]

Reads the folded text in WORK and writes WORK/reader.npz: passages as pieces (what stands above the text first), and
for each question its pieces, the passage that answers it with the answer's place, and the passages of the same domain
that are nearest to it and do not answer it.
"""
import json
import random
import sys
from pathlib import Path

import numpy as np
import sentencepiece

import table

NEAREST = 12
LONGEST = 168  # pieces of a passage, context and all
LONGEST_CONTEXT = 24


class Corpus:
    def __init__(self, model):
        self.model = model
        self.passages = []  # (context pieces, text pieces)
        self.domains = []
        self.questions = []  # (source, pieces, passage, first, last, [passages that do not answer])

    def offsets(self, text):
        parts = self.model.encode(text, out_type="immutable_proto").pieces
        return [part.id for part in parts], [(part.begin, part.end) for part in parts]

    def passage(self, context, text, domain):
        self.passages.append((self.model.encode(f"{context} .")[:LONGEST_CONTEXT] if context else [], self.model.encode(text)))
        self.domains.append(domain)
        return len(self.passages) - 1

    def ask(self, source, question, passage, span=None, wrong=()):
        self.questions.append((source, self.model.encode(question)[:24], passage, *(span or (-1, -1)), list(wrong)))

    def span(self, text, start, length):
        """First and last piece of a stretch of characters."""
        _, offsets = self.offsets(text)
        inside = [n for n, (begin, end) in enumerate(offsets) if begin < start + length and end > start and end > begin]
        return (inside[0], inside[-1]) if inside else None


def read(path):
    return [json.loads(line) for line in open(path, encoding="utf8")]


def support(corpus, work):
    for path in sorted(work.glob("*support.*.jsonl")):
        lang = path.name.split(".")[-2]
        for row in read(path):
            text, domain = row["text"], f"{lang}:{row['domain']}"
            passage = corpus.passage(row["title"], text, domain)
            for question in row["questions"]:
                at = text.find(question["answer"])
                span = corpus.span(text, at, len(question["answer"])) if at >= 0 else None
                corpus.ask(f"support.{lang}", question["q"], passage, span)
            for miss in row.get("near_misses", []):
                corpus.ask(f"miss.{lang}", miss if isinstance(miss, str) else miss["q"], -1, None, [passage])


def quizzes(corpus, work):
    seen = {}
    for row in read(work / "qa.jsonl"):
        context, answer = row["context"], row["answer"]
        starts = [at for at in range(len(context)) if context.startswith(answer, at)]
        if not answer or not starts:
            continue
        start = min(starts, key=lambda at: abs(at - row["start"]))
        key = (row["source"], context)
        if key not in seen:
            seen[key] = corpus.passage("", context, f"qa:{row['source']}")
        corpus.ask(f"qa.{row['lang']}", row["question"], seen[key], corpus.span(context, start, len(answer)))


def sentences(corpus, work, rng):
    """Sentences of neighbouring questions put together to a passage: which of them answers?"""
    rows = read(work / "question-sentence.jsonl")
    for at, row in enumerate(rows):
        if len(row["a"]) < 20:
            continue
        others = []
        for near in rng.sample(range(max(0, at - 12), min(len(rows), at + 13)), min(12, len(rows))):
            other = rows[near]["a"]
            if other != row["a"] and rows[near]["source"] == row["source"] and other not in others and row["a"] not in other and other not in row["a"]:
                others.append(other)
        chosen = others[:rng.choice([2, 3, 4])]
        place = rng.randint(0, len(chosen))
        text = " ".join([*chosen[:place], row["a"], *chosen[place:]])
        before = len(" ".join(chosen[:place])) + (1 if place else 0)
        passage = corpus.passage("", text, f"sentence:{row['source']}:{at // 400}")
        corpus.ask("sentence", row["q"], passage, corpus.span(text, before, len(row["a"])))


def documentation(corpus, work, rng):
    """Headings for questions: no answer is marked in their sections."""
    left_out = ("win32", "windows-driver", "cpp-docs", "VBA-Docs", "biztalk", "azure-docs-sdk", "sql-docs-archive")
    for lang, share in (("en", 0.12), ("zh", 0.14)):
        for path in sorted(work.glob(f"{lang}.*.jsonl")):
            for row in read(path):
                if rng.random() > share or len(row["a"]) < 80 or len(row["q"]) < 6 or any(part in row["source"] for part in left_out):
                    continue
                passage = corpus.passage(row.get("t") or "" if rng.random() < 0.5 else "", row["a"], f"{lang}:{row['source']}")
                corpus.ask(f"docs.{lang}", row["q"], passage)


def centres(corpus, folders):
    """Help centres written for this, cut into passages by the product: see centres.ts."""
    for path in folders:
        name = Path(path).stem
        lang = name[:2]
        numbers, texts = {}, {}
        for row in read(path):
            if row["type"] == "passage":
                numbers[row["id"]] = corpus.passage(row["context"], row["text"], f"{lang}:centre:{name}")
                texts[row["id"]] = row["text"]
            else:
                wrong = [numbers[number] for number in row["wrong"]]
                if not row["passages"] and wrong:
                    corpus.ask(f"lost.{lang}", row["q"], -1, None, wrong)
                for number, start, length in row["passages"]:
                    corpus.ask(f"centre.{lang}", row["q"], numbers[number], corpus.span(texts[number], start, length), wrong)


def main(work, size, encoder, *folders):
    work = Path(work)
    rng = random.Random(5)
    corpus = Corpus(sentencepiece.SentencePieceProcessor(model_file=str(work / f"pieces.{size}.model")))
    support(corpus, work)
    quizzes(corpus, work)
    sentences(corpus, work, rng)
    documentation(corpus, work, rng)
    centres(corpus, folders)
    print(len(corpus.passages), "passages", len(corpus.questions), "questions", flush=True)

    tensors = table.safetensors(Path(encoder))
    rows = tensors["directions"].astype(np.float32) * (tensors["scales"] * tensors["weights"])[:, None]

    def vector(pieces):
        total = rows[np.asarray(pieces, np.int64)].sum(0) if len(pieces) else np.zeros(rows.shape[1], np.float32)
        return total / max(float(np.linalg.norm(total)), 1e-9)

    vectors = np.stack([vector(context + text) for context, text in corpus.passages])
    by_domain = {}
    for number, domain in enumerate(corpus.domains):
        by_domain.setdefault(domain, []).append(number)
    by_domain = {domain: np.array(numbers) for domain, numbers in by_domain.items()}
    nearest = np.full((len(corpus.questions), NEAREST), -1, np.int32)
    for at, (source, pieces, passage, first, last, wrong) in enumerate(corpus.questions):
        if passage < 0 or wrong:
            taken = wrong[:NEAREST]
        else:
            domain = by_domain[corpus.domains[passage]]
            scores = vectors[domain] @ vector(pieces)
            order = domain[np.argsort(-scores)[:NEAREST + 1]]
            taken = [number for number in order if number != passage][:NEAREST]
        nearest[at, :len(taken)] = taken

    def ragged(name, lists):
        offsets = np.zeros(len(lists) + 1, np.int64)
        np.cumsum([len(one) for one in lists], out=offsets[1:])
        return {f"{name}|offsets": offsets, f"{name}|pieces": np.fromiter((piece for one in lists for piece in one), np.int32, offsets[-1])}

    np.savez(
        work / "reader.npz",
        **ragged("context", [context for context, _ in corpus.passages]),
        **ragged("text", [text for _, text in corpus.passages]),
        **ragged("question", [pieces for _, pieces, *_ in corpus.questions]),
        domains=np.array(corpus.domains),
        source=np.array([source for source, *_ in corpus.questions]),
        passage=np.array([question[2] for question in corpus.questions], np.int32),
        first=np.array([question[3] for question in corpus.questions], np.int32),
        last=np.array([question[4] for question in corpus.questions], np.int32),
        nearest=nearest,
    )
    names, counts = np.unique([source for source, *_ in corpus.questions], return_counts=True)
    print(dict(zip(names.tolist(), counts.tolist())))


if __name__ == "__main__":
    main(*sys.argv[1:])
