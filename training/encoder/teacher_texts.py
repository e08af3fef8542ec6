"""Picks the English short texts that the teacher is asked about: python3 teacher_texts.py WORK OUT MOST."""
import json, random, re, sys
from pathlib import Path

SENTENCE = re.compile(r"(?<=[.!?])\s+")


def rows(path):
    return [json.loads(line) for line in open(path, encoding="utf8")] if path.exists() else []


def main(work: Path, out: Path, most: int) -> None:
    rng = random.Random(1)
    texts: dict[str, None] = {}

    def add(text: str) -> None:
        text = " ".join(text.split())[:200]
        if 4 < len(text):
            texts.setdefault(text)

    for name in ("support.en.jsonl", "own.support.en.jsonl"):
        for row in rows(work / name):
            add(row["title"])
            for sentence in SENTENCE.split(row["text"]):
                add(sentence)
            for question in row["questions"]:
                add(question["q"])
            for miss in row["near_misses"]:
                add(miss)
    for path in sorted(work.glob("own.concepts.*.jsonl")):
        for row in rows(path):
            for text in row["en"] + row["en_said"]:
                add(text)
    own = len(texts)
    for row in rng.sample(rows(work / "question-sentence.jsonl"), 12000):
        if row["lang"] == "en":
            add(row["q"])
    docs = [row for path in sorted(work.glob("en.*.jsonl")) for row in rows(path)]
    for row in rng.sample(docs, 40000):
        add(row["q"])
        if rng.random() < 0.4:
            add(SENTENCE.split(row["a"])[0])
    listed = list(texts)
    listed = listed[:own] + rng.sample(listed[own:], max(0, min(most, len(listed)) - own))
    out.write_text("\n".join(listed) + "\n", encoding="utf8")
    print(f"{own} own and support texts, {len(listed)} in all")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
