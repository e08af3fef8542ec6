"""
Fits how sure an answer is: python3 confidence.py CHOSEN.jsonl OUT.json [--develop NAME ...]
CHOSEN.jsonl comes from choose.ts. Centres after --develop are measured and never fitted.
"""
import argparse
import json

import numpy as np
from sklearn.linear_model import LogisticRegression


def design(rows):
    return np.array([row["features"] for row in rows])


def curve(rows, sure):
    """threshold, coverage, article precision, quotation precision, false answers, by falling threshold."""
    counted = [at for at, row in enumerate(rows) if row["labelled"] or not row["answerable"]]
    rows, sure = [rows[at] for at in counted], np.asarray(sure)[counted]
    answerable = np.array([row["answerable"] for row in rows])
    article = np.array([row["article"] for row in rows])
    quote = np.array([row["quote"] for row in rows])
    out = []
    for threshold in sorted(set(sure), reverse=True):
        given = sure >= threshold
        out.append((threshold, (given & answerable).sum() / answerable.sum(), article[given].mean(), quote[given].mean(),
                    (given & ~answerable).sum() / max(1, (~answerable).sum())))
    return out


def at_coverage(found, coverage):
    return next((point for point in found if point[1] >= coverage), found[-1])


def report(name, rows, sure):
    found = curve(rows, sure)
    print(name, "; ".join("coverage %.2f (threshold %.2f): article %.2f, quotation %.2f, false %.2f" % (p[1], p[0], p[2], p[3], p[4])
                          for p in (at_coverage(found, c) for c in (0.3, 0.45, 0.55))),
          "| all: article %.2f quotation %.2f, mean length %.0f" % (
              np.mean([r["article"] for r in rows if r["answerable"]]), np.mean([r["quote"] for r in rows if r["answerable"]]),
              np.mean([len(r["quotation"]) for r in rows])))


def fit(rows, penalty=1.0):
    x = design(rows)
    scale = x.std(0) + 1e-6
    # An answer of the right article that misses the labelled words is half an answer.
    y = np.array([1.0 if row["quote"] else 0.5 if row["article"] else 0.0 for row in rows])
    model = LogisticRegression(C=penalty, max_iter=2000)
    model.fit(np.concatenate([x, x]) / scale, np.concatenate([np.ones(len(x)), np.zeros(len(x))]), np.concatenate([y, 1 - y]))
    return np.append(model.coef_[0] / scale, model.intercept_[0])


def predict(weights, rows):
    return 1 / (1 + np.exp(-(design(rows) @ weights[:-1] + weights[-1])))


def ndcg(rows, weight):
    """nDCG@10 of articles by search's score and, so much weighted, the reader's highest relevance of their passages."""
    values = []
    for row in rows:
        if not row["answerable"] or not row["ranked"]:
            continue
        best = max(score for _, score in row["ranked"]) or 1
        order = sorted(row["ranked"], key=lambda one: -(one[1] / best + weight * row["relevance"].get(one[0], -5)))
        gain = sum(1 / np.log2(at + 2) for at, (article, _) in enumerate(order[:10]) if article in row["accepted"])
        values.append(gain / sum(1 / np.log2(at + 2) for at in range(min(10, len(row["accepted"])))))
    return np.mean(values)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("chosen")
    parser.add_argument("out")
    parser.add_argument("--develop", nargs="*", default=[])
    parser.add_argument("--penalty", type=float, default=0.3)
    options = parser.parse_args()
    rows = [json.loads(line) for line in open(options.chosen, encoding="utf8")]
    fitted = [row for row in rows if row["centre"] not in options.develop]
    develop = [row for row in rows if row["centre"] in options.develop]
    names = sorted({row["centre"] for row in fitted})
    sure = np.zeros(len(fitted))
    for name in names:
        weights = fit([row for row in fitted if row["centre"] != name], options.penalty)
        for at, row in enumerate(fitted):
            if row["centre"] == name:
                sure[at] = predict(weights, [row])[0]
    report("own centres, each left out:", fitted, sure)
    weights = fit(fitted, options.penalty)
    for name in options.develop:
        part = [row for row in develop if row["centre"] == name]
        report(name, part, predict(weights, part))
    if develop:
        report("never fitted, pooled:", develop, predict(weights, develop))
    # Of weights that rank alike the least: what search says holds for articles that were not read, too.
    ranks = {weight: ndcg(fitted, weight) for weight in (0, 0.02, 0.05, 0.1, 0.15, 0.2)}
    rerank = min(weight for weight, value in ranks.items() if value >= max(ranks.values()) - 0.004)
    print("reranked:", {weight: round(value, 3) for weight, value in ranks.items()})
    for name in options.develop:
        part = [row for row in develop if row["centre"] == name]
        print(" ", name, {weight: round(ndcg(part, weight), 3) for weight in ranks})
    json.dump({"confidence": [round(float(weight), 4) for weight in weights], "rerank": rerank}, open(options.out, "w"))


if __name__ == "__main__":
    main()
