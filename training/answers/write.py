"""Puts fitted weights together: python3 write.py WORK weights.json"""
import json
import sys
from pathlib import Path


def main(work: Path, out: Path) -> None:
    read = lambda name: json.loads((work / name).read_text())
    fitted = {}
    for by in ("words", "sentences", "readerOnWords", "reader"):
        fitted[by] = {"sentence": read(f"weights.{by}.json"), **read(f"confidence.{by}.json")}
    text = json.dumps(fitted, indent=2)
    out.write_text(text + "\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
