"""
Fits how much each feature speaks for a sentence: python3 fit.py DUMP.jsonl OUT.json [--develop NAME ...]

DUMP.jsonl comes from dump.ts. Centres after --develop are measured and never fitted.
"""
import argparse
import json

import numpy as np
import torch


def load(path):
    rows = [json.loads(line) for line in open(path, encoding="utf8")]
    for row in rows:
        if not row["sentences"]:
            continue
        row["x"] = torch.tensor([sentence["features"] for sentence in row["sentences"]], dtype=torch.float64).reshape(len(row["sentences"]), -1)
        row["y"] = torch.tensor([sentence["right"] for sentence in row["sentences"]], dtype=torch.bool)
    return [row for row in rows if row["sentences"]]


def fit(rows, penalty=2.0):
    """Weights under which most of a question's probability lies on the sentences that answer it."""
    used = [row for row in rows if row["answerable"] and row["y"].any()]
    x = torch.cat([row["x"] for row in used])
    sizes = [len(row["y"]) for row in used]
    y = torch.cat([row["y"] for row in used])
    group = torch.repeat_interleave(torch.arange(len(used)), torch.tensor(sizes))
    scale = x.std(0).clamp(min=1e-6)
    weights = torch.zeros(x.shape[1], dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def total(values, keep):
        most = torch.full((len(used),), -1e9, dtype=torch.float64).index_reduce(0, group, values.detach(), "amax")
        sums = torch.zeros(len(used), dtype=torch.float64).index_add(0, group, torch.exp(values - most[group]) * keep)
        return torch.log(sums + 1e-30) + most

    def closure():
        optimizer.zero_grad()
        values = (x / scale) @ weights
        loss = -(total(values, y.double()) - total(values, torch.ones_like(values))).sum() + penalty * (weights ** 2).sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    return (weights.detach() / scale).numpy()


def accuracy(rows, weights):
    """Of questions whose answer is among the sentences: how often the best sentence is right; and of all answerable ones."""
    right, reachable, asked = 0, 0, 0
    for row in rows:
        if not row["answerable"] or not row["answers"]:
            continue
        asked += 1
        if not row["y"].any():
            continue
        reachable += 1
        scores = row["x"] @ torch.tensor(weights)
        right += bool(row["y"][scores.argmax()])
    return right / max(1, reachable), right / max(1, asked), reachable / max(1, asked)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("dump")
    parser.add_argument("out")
    parser.add_argument("--develop", nargs="*", default=[])
    options = parser.parse_args()
    rows = load(options.dump)
    centres = sorted({row["centre"] for row in rows})
    fitted = [name for name in centres if name not in options.develop]
    for name in fitted:
        weights = fit([row for row in rows if row["centre"] in fitted and row["centre"] != name])
        print(name, "left out: right %.3f of reachable, %.3f of all (reachable %.3f)" % accuracy([row for row in rows if row["centre"] == name], weights))
    weights = fit([row for row in rows if row["centre"] in fitted])
    for name in options.develop:
        print(name, "never fitted: right %.3f of reachable, %.3f of all (reachable %.3f)" % accuracy([row for row in rows if row["centre"] == name], weights))
    json.dump([round(float(weight), 4) for weight in weights], open(options.out, "w"))


if __name__ == "__main__":
    main()
