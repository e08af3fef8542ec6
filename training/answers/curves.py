"""
How sure answers are against how right they are: python3 curves.py WORK OUT --develop NAME ... writes OUT.json and OUT.svg:
risk against coverage (left) and reliability (right), by the reader (solid) and by sentences (dashed), over the centres
after --develop, which nothing was fitted on.
"""
import argparse
import json
from pathlib import Path

import numpy as np

import confidence

COLOURS = {"reader": "#9c4221", "sentences": "#2b6cb0"}
SIZE, EDGE = 300, 50


def measured(work, by, centres):
    rows = [json.loads(line) for line in open(work / f"chosen.{by}.jsonl", encoding="utf8")]
    rows = [row for row in rows if row["centre"] in centres]
    weights = np.array(json.loads((work / f"confidence.{by}.json").read_text())["confidence"])
    sure = confidence.predict(weights, rows)
    counted = [n for n, row in enumerate(rows) if row["labelled"] or not row["answerable"]]
    bins = []
    for low in np.arange(0, 1, 0.2):
        inside = [n for n in counted if low <= sure[n] < low + 0.2 + 1e-9 * (low > 0.7)]
        if inside:
            bins.append({"from": round(float(low), 1), "answers": len(inside), "confidence": round(float(np.mean(sure[inside])), 3),
                         "precisionArticle": round(float(np.mean([rows[n]["article"] for n in inside])), 3),
                         "precisionQuote": round(float(np.mean([rows[n]["quote"] for n in inside])), 3)})
    names = ("threshold", "coverage", "precisionArticle", "precisionQuote", "falseAnswers")
    curve = [dict(zip(names, (round(float(value), 4) for value in point))) for point in confidence.curve(rows, sure)]
    return {"questions": len(counted), "curve": curve, "reliability": bins}


def line(points, colour, dash, x0):
    path = " ".join(f"{x0 + SIZE * x:.1f},{EDGE + SIZE * (1 - y):.1f}" for x, y in points)
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"{" stroke-dasharray=%s" % chr(34) + "6 4" + chr(34) if dash else ""}/>'


def axes(x0, title, x, y):
    parts = [f'<rect x="{x0}" y="{EDGE}" width="{SIZE}" height="{SIZE}" fill="none" stroke="#888"/>',
             f'<text x="{x0}" y="{EDGE - 18}" font-weight="bold">{title}</text>',
             f'<text x="{x0 + SIZE / 2}" y="{EDGE + SIZE + 38}" text-anchor="middle">{x}</text>',
             f'<text transform="translate({x0 - 34} {EDGE + SIZE / 2}) rotate(-90)" text-anchor="middle">{y}</text>']
    for tick in (0, 0.25, 0.5, 0.75, 1):
        parts.append(f'<text x="{x0 + SIZE * tick}" y="{EDGE + SIZE + 18}" text-anchor="middle">{tick}</text>')
        parts.append(f'<text x="{x0 - 6}" y="{EDGE + SIZE * (1 - tick) + 4}" text-anchor="end">{tick}</text>')
    return parts


def picture(found):
    left, right = EDGE + 10, 2 * EDGE + SIZE + 40
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {right + SIZE + 30} {SIZE + 2 * EDGE + 50}" font-family="sans-serif" font-size="12">',
             f'<rect width="100%" height="100%" fill="#fff"/>', *axes(left, "Risk against coverage", "coverage", "risk (1 - precision)"),
             *axes(right, "Reliability", "confidence", "share that is right"), line([(0, 0), (1, 1)], "#bbb", False, right)]
    for by, one in found.items():
        curve = [point for point in one["curve"] if point["coverage"] > 0.05]
        parts.append(line([(p["coverage"], 1 - p["precisionArticle"]) for p in curve], COLOURS[by], False, left))
        parts.append(line([(p["coverage"], 1 - p["precisionQuote"]) for p in curve], COLOURS[by], True, left))
        parts.append(line([(b["confidence"], b["precisionArticle"]) for b in one["reliability"]], COLOURS[by], False, right))
        parts.append(line([(b["confidence"], b["precisionQuote"]) for b in one["reliability"]], COLOURS[by], True, right))
    below = SIZE + 2 * EDGE + 24
    for n, by in enumerate(found):
        parts.append(f'<text x="{left + 90 * n}" y="{below}" fill="{COLOURS[by]}">by {by}</text>')
    parts.append(f'<text x="{left + 200}" y="{below}">solid: the right article, dashed: the labelled words</text></svg>')
    return "\n".join(parts)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("work", type=Path)
    parser.add_argument("out")
    parser.add_argument("--develop", nargs="+", required=True)
    options = parser.parse_args()
    found = {by: measured(options.work, by, options.develop) for by in COLOURS}
    thinned = {by: {**one, "curve": one["curve"][::3]} for by, one in found.items()}
    Path(f"{options.out}.json").write_text(json.dumps(thinned, separators=(",", ":")) + "\n")
    Path(f"{options.out}.svg").write_text(picture(found) + "\n")


if __name__ == "__main__":
    main()
