"""Development figures: dense, late interaction and a plain fusion on dumped help centres."""
import json
from pathlib import Path

import numpy as np

LONGEST = 320


def corrected(query, model):
    """The question with its misspelt words mended as the lexical search mends them, unless the table knows the word."""
    words = query["q"].split(" ")
    for correction in query.get("corrections", []):
        if len(model.encode(correction["from"])) > 1:
            words = [correction["to"] if word.strip(".,?!") == correction["from"] else word for word in words]
    return " ".join(words)


class Centre:
    """Passages and questions of one help centre as pieces, with lexical scores."""

    def __init__(self, path: Path, model):
        data = json.loads(path.read_text(encoding="utf8"))
        self.name = data["name"]
        self.articles = data["articles"]
        self.article_of = np.array([p["a"] for p in data["passages"]])
        texts = [" ".join([p["title"], *p["asked"], *p["headings"], p["text"]]) for p in data["passages"]]
        self.passages = [np.array(row[:LONGEST], np.int64) for row in model.encode(texts)]
        self.queries = [q for q in data["queries"] if q["accepted"]]
        self.query_pieces = [np.array(row, np.int64) for row in model.encode([corrected(q, model) for q in self.queries])]
        self.accepted = [set(q["accepted"]) for q in self.queries]
        self.kinds = np.array([q["kind"] for q in self.queries])
        self.lexical = np.zeros((len(self.queries), self.articles))
        for at, query in enumerate(self.queries):
            for article, score in query["lexical"]:
                self.lexical[at, article] = score
        self.unique, flat = np.unique(np.concatenate(self.passages), return_inverse=True)
        lengths = [len(row) for row in self.passages]
        self.flat = flat
        self.starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        self.empty = np.array(lengths) == 0
        df = np.zeros(len(self.unique))
        at = 0
        for length in lengths:
            df[np.unique(flat[at:at + length])] += 1
            at += length
        self.df = dict(zip(self.unique.tolist(), df.tolist()))

    def idf(self, pieces):
        n = len(self.passages)
        df = np.array([self.df.get(int(piece), 0.0) for piece in pieces])
        return np.log(1 + (n - df + 0.5) / (df + 0.5))

    def by_article(self, passage_scores):
        """Best passage of each article."""
        out = np.full(self.articles, -np.inf)
        np.maximum.at(out, self.article_of, passage_scores)
        return out


def unit(rows):
    return rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-9)


class Model:
    """rows: unit directions [V, D]; weights: dense weight of a piece; attention: weight of a query's piece."""

    def __init__(self, rows, weights, attention, idf_power=1.0):
        self.rows, self.weights, self.attention = unit(rows).astype(np.float32), weights, attention
        self.idf_power = idf_power

    def vector(self, pieces):
        if len(pieces) == 0:
            return np.zeros(self.rows.shape[1], np.float32)
        return unit((self.rows[pieces] * self.weights[pieces][:, None]).sum(0))


def ndcg(ranking, accepted):
    gain = sum(1 / np.log2(rank + 2) for rank, article in enumerate(ranking[:10]) if article in accepted)
    return gain / sum(1 / np.log2(rank + 2) for rank in range(min(10, len(accepted))))


def spread(scores):
    """Scores of the articles brought to 0..1, so that different scores can be added."""
    low, high = scores.min(), scores.max()
    return (scores - low) / (high - low) if high > low else np.zeros_like(scores)


def features(centre: Centre, model: Model):
    """Per question: article scores by words, by vectors and by late interaction."""
    passage_vectors = np.stack([model.vector(row) for row in centre.passages])
    unique_rows = model.rows[centre.unique]
    dense, interaction = [], []
    for pieces in centre.query_pieces:
        dense.append(centre.by_article(passage_vectors @ model.vector(pieces)))
        similarity = model.rows[pieces] @ unique_rows.T
        best = np.maximum.reduceat(similarity[:, centre.flat], centre.starts, axis=1)
        best[:, centre.empty] = 0
        weight = model.attention[pieces] * centre.idf(pieces) ** model.idf_power
        interaction.append(centre.by_article((weight @ best) / max(weight.sum(), 1e-9)))
    return np.array(dense), np.array(interaction)


def scores(centre, ranked_scores):
    values = np.array([ndcg(np.argsort(-row, kind="stable"), accepted) for row, accepted in zip(ranked_scores, centre.accepted)])
    return values


def summary(centre, values):
    natural = values[centre.kinds == "natural"]
    return values.mean(), natural.mean()


def fuse(centre, dense, late, w_late, w_dense):
    best = np.maximum(centre.lexical.max(1, keepdims=True), 1e-9)
    out = centre.lexical / best
    out = out + w_late * np.array([spread(row) for row in late])
    return out + w_dense * np.array([spread(row) for row in dense])


GRID = [(0, 0), (0, 0.5), (0, 1), (1, 0), (1, 0.5), (1.5, 0.5), (2, 0), (2, 0.5), (2, 1), (3, 0.5), (3, 1)]


def report(centres, model):
    """Figures by group of centres, and the fusion weights that suit their mean best."""
    lines, table = {}, {}
    for centre in centres:
        dense, late = features(centre, model)
        group = "support." + centre.name.split(".")[1] if centre.name.startswith("support") else centre.name
        entry = table.setdefault(group, {})
        entry.setdefault("lexical", []).append(summary(centre, scores(centre, centre.lexical)))
        entry.setdefault("dense", []).append(summary(centre, scores(centre, dense)))
        entry.setdefault("late", []).append(summary(centre, scores(centre, late)))
        for pair in GRID:
            entry.setdefault(pair, []).append(summary(centre, scores(centre, fuse(centre, dense, late, *pair))))
    means = {group: {key: tuple(np.mean(value, 0).round(3).tolist()) for key, value in entry.items()} for group, entry in table.items()}
    real = [group for group in means if not group.startswith("support")]
    for group, entry in means.items():
        lines[group] = {str(key): entry[key] for key in ("lexical", "dense", "late")}
    best = max(GRID, key=lambda pair: np.mean([means[group][pair][0] for group in real]))
    for group in means:
        lines[group]["fused"] = means[group][best]
        lines[group]["fused(2,.5)"] = means[group][(2, 0.5)]
    lines["mean"] = {
        "best": best,
        "fused": [round(float(np.mean([means[group][best][n] for group in real])), 4) for n in (0, 1)],
        "fused(2,.5)": [round(float(np.mean([means[group][(2, 0.5)][n] for group in real])), 4) for n in (0, 1)],
        "late": [round(float(np.mean([means[group]["late"][n] for group in real])), 4) for n in (0, 1)],
        "dense": [round(float(np.mean([means[group]["dense"][n] for group in real])), 4) for n in (0, 1)],
    }
    return lines
