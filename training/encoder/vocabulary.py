"""Learns the word pieces: python3 vocabulary.py WORK SIZE. Writes WORK/pieces.model and pieces.vocab (sentencepiece, unigram)."""
import json, random, sys
from pathlib import Path

import sentencepiece

SHARE = {"en": 0.25, "zh": 0.35}
OWN = 12  # how often text in customers' wording is repeated: it is little, and its words matter


def lines(work: Path):
    rng = random.Random(2)
    for path in sorted(work.glob("*.jsonl")):
        name = path.name.removeprefix("own.")
        for line in open(path, encoding="utf8"):
            row = json.loads(line)
            if name.startswith(("en.", "zh.")):
                if rng.random() < SHARE[row["lang"]]:
                    yield f'{row["q"]} {row["a"]}'[:800]
            elif name.startswith("support."):
                for _ in range(OWN):
                    yield row["title"] + " " + row["text"]
                    yield from (question["q"] for question in row["questions"])
            elif name.startswith("concepts."):
                for _ in range(OWN):
                    for key in ("en", "en_said", "zh", "zh_said"):
                        yield " ".join(row[key])
            elif name.startswith("headings") and rng.random() < 0.3:
                yield row["q_en"]
                yield row["q_zh"]
            elif name.startswith("question-sentence") and rng.random() < 0.5:
                yield row["q"] + " " + row["a"]
            elif name.startswith("qa") and rng.random() < 0.3:
                yield row["question"] + " " + row["context"]


def main(work: Path, size: int) -> None:
    text = work / "vocabulary.txt"
    with open(text, "w", encoding="utf8") as out:
        for line in lines(work):
            out.write(" ".join(line.split()) + "\n")
    sentencepiece.SentencePieceTrainer.train(
        input=str(text), model_prefix=str(work / f"pieces.{size}"), vocab_size=size, model_type="unigram",
        character_coverage=0.9998, max_sentencepiece_length=16, split_digits=True, normalization_rule_name="identity",
        input_sentence_size=500_000, shuffle_input_sentence=True, num_threads=1, max_sentence_length=8000,
        bos_id=-1, eos_id=-1, pad_id=-1, unk_id=0, minloglevel=1,
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
