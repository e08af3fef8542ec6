"""Trains the table: python3 train.py --work WORK --out FILE.npz [...]. ../README.md tells the recipe."""
import argparse
import json
import math
import time
from pathlib import Path

import numpy as np
import sentencepiece
import torch
import torch.nn.functional as F

from corpus import LONGEST_QUERY, Texts
import evaluate

# How often a step takes its batch from each kind of text.
MIX = {"support.en": 3, "support.zh": 2, "docs.en": 7, "docs.zh": 5, "sentence": 1, "qa.en": 0.5, "qa.zh": 0.5,
       "cross": 1.5, "headings": 1.5, "concepts.en": 4, "concepts.zh": 3, "concepts.cross": 1}
HELD_OUT = 8  # every eighth domain of the support passages is kept for measuring, unless all are trained on


class Group:
    def __init__(self, data, name, hold_out):
        self.name = name
        load = lambda key: Texts.of(data[f"{name}|{key}|offsets"], data[f"{name}|{key}|pieces"])
        self.queries = load("q")
        self.answers = [load(f"a{n}") for n in range(3) if f"{name}|a{n}|offsets" in data]
        blocks = data[f"{name}|blocks"]
        names = data[f"{name}|names"]
        kept = np.ones(len(blocks), bool)  # rows that may be trained on
        if name.startswith("support"):
            kept &= ~np.isin(names[blocks], hold_out)
        bounds = np.flatnonzero(np.diff(blocks)) + 1
        self.blocks = [block for block in np.split(np.arange(len(blocks)), bounds) if kept[block[0]] and len(block) > 1]
        sizes = np.array([len(block) for block in self.blocks], float)
        self.chance = sizes ** 0.6 / (sizes ** 0.6).sum()

    def batch(self, rng, size):
        """Question and answer pieces of one block: runs of neighbours, so that the negatives are near."""
        block = self.blocks[rng.choice(len(self.blocks), p=self.chance)]
        if self.name.startswith("support"):
            return self.support(rng, block, size)
        if len(block) <= size:
            rows = block
        elif rng.random() < 0.5:
            run = 8
            starts = rng.choice(len(block) - run + 1, max(1, size // run), replace=False)
            rows = np.unique(np.concatenate([block[start:start + run] for start in starts]))
        else:
            rows = rng.choice(block, size, replace=False)
        return self.queries.padded(rows, LONGEST_QUERY), self.answers[0].padded(rows, 160)

    def support(self, rng, block, size):
        """One question each of as many passages as fit; the passage with its title, its text, or the answering sentence."""
        passages = len(block) // 6
        chosen = rng.choice(passages, min(size, passages), replace=False)
        if size > passages:  # a second domain
            other = self.blocks[rng.choice(len(self.blocks))]
            rows = np.concatenate([block[chosen * 6 + rng.integers(0, 6, len(chosen))],
                                   other[rng.choice(len(other) // 6, min(size - passages, len(other) // 6), replace=False) * 6] + rng.integers(0, 6)])
        else:
            rows = block[chosen * 6 + rng.integers(0, 6, len(chosen))]
        queries = self.queries.padded(rows, LONGEST_QUERY)
        draw = rng.random()
        if draw < 0.2:
            return queries, self.answers[2].padded(rows, 100)
        text = self.answers[1].padded(rows, 160)
        if draw < 0.5:
            return queries, text
        title = self.answers[0].padded(rows, 30)
        return queries, np.concatenate([title, text], 1)


class BestMatch(torch.autograd.Function):
    """similarity [U, P] and passages [B, L] (columns of similarity, -1 padded) -> for each row its best match in each passage [U, B]."""

    @staticmethod
    def forward(ctx, similarity, passages):
        mask = passages < 0
        flat = similarity.index_select(1, passages.clamp(min=0).reshape(-1)).view(len(similarity), *passages.shape)
        flat.masked_fill_(mask.unsqueeze(0), -2.0)
        values, at = flat.max(2)
        columns = passages.clamp(min=0).gather(1, at.t()).t()
        ctx.save_for_backward(columns)
        ctx.shape = similarity.shape
        return values

    @staticmethod
    def backward(ctx, gradient):
        (columns,) = ctx.saved_tensors
        out = gradient.new_zeros(ctx.shape)
        out.scatter_add_(1, columns, gradient)
        return out, None


class Table(torch.nn.Module):
    def __init__(self, counts, dimensions):
        super().__init__()
        size = len(counts)
        self.rows = torch.nn.Embedding(size, dimensions, sparse=True)
        with torch.no_grad():
            self.rows.weight.copy_(torch.randn(size, dimensions) / math.sqrt(dimensions))
        share = torch.from_numpy(counts / counts.sum()).float()
        start = torch.log(3e-4 / (3e-4 + share))
        self.weight = torch.nn.Embedding.from_pretrained(start[:, None].clone(), freeze=False, sparse=True)
        self.attention = torch.nn.Embedding.from_pretrained(start[:, None].clone() * 0.5, freeze=False, sparse=True)
        self.scale = torch.nn.Parameter(torch.tensor(math.log(20.0)))
        self.dense_scale = torch.nn.Parameter(torch.tensor(math.log(15.0)))

    def dense(self, unique, local):
        """local [B, L]: positions in unique (-1 padded) -> unit vectors [B, D]"""
        unit = F.normalize(self.rows(unique), dim=1)
        weighted = unit * self.weight(unique).exp()
        counts = torch.zeros(len(local), len(unique))
        mask = local >= 0
        counts.scatter_add_(1, local.clamp(min=0), mask.float())
        return F.normalize(counts @ weighted, dim=1)


def held_out(path):
    """Domains kept for measuring, with the id of their first passage."""
    first = {}
    for line in open(path, encoding="utf8"):
        row = json.loads(line)
        first.setdefault(row["domain"], row["id"])
    return {domain: first[domain] for domain in sorted(first)[3::HELD_OUT]}


def localise(matrix):
    unique, local = np.unique(matrix, return_inverse=True)
    local = local.reshape(matrix.shape)
    if unique[0] == -1:
        unique, local = unique[1:], local - 1
    return torch.from_numpy(unique), torch.from_numpy(local)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--size", type=int, default=32768)
    parser.add_argument("--dimensions", type=int, default=256)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=8000)
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--rate", type=float, default=4e-3)
    parser.add_argument("--late", type=float, default=1.0)
    parser.add_argument("--dense", type=float, default=1.0)
    parser.add_argument("--distil", type=float, default=1.0)
    parser.add_argument("--teacher", nargs="*", default=[])
    parser.add_argument("--all", action="store_true", help="train on the held-out domains too")
    parser.add_argument("--mix", type=str, default="")
    parser.add_argument("--dev", type=Path)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    rng = np.random.default_rng(options.seed)

    data = np.load(options.work / f"corpus.{options.size}.npz")
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(options.work / f"pieces.{options.size}.model"))
    names = sorted({key.split("|")[0] for key in data.files})
    mix = dict(MIX)
    mix.update({key: float(value) for key, value in (part.split("=") for part in options.mix.split(",") if part)})
    hold_out = {lang: held_out(options.work / f"support.{lang}.jsonl") for lang in ("en", "zh")}
    groups = [Group(data, name, [] if options.all else [*hold_out["en"], *hold_out["zh"]]) for name in names if mix.get(name, 0) > 0]
    chance = np.array([mix[group.name] for group in groups])
    chance = chance / chance.sum()

    counts = np.ones(pieces.get_piece_size())
    for group in groups:
        for texts in [group.queries, *group.answers]:
            counts += np.bincount(texts.pieces, minlength=len(counts))
    table = Table(counts, options.dimensions)

    teacher = []
    for name in options.teacher:
        texts = [line for line in Path(f"{name}.txt").read_text(encoding="utf8").split("\n") if line]
        vectors = np.fromfile(f"{name}.f32", np.float32).reshape(-1, 512)
        texts = texts[:len(vectors)]
        teacher.append((Texts([row[:48] for row in pieces.encode(texts)]), torch.from_numpy(evaluate.unit(vectors[:len(texts)]))))

    sparse = torch.optim.SparseAdam([table.rows.weight, table.weight.weight, table.attention.weight], lr=options.rate)
    plain = torch.optim.Adam([table.scale, table.dense_scale], lr=1e-3)
    begin, step = time.time(), 0
    losses = {"late": [], "dense": [], "distil": []}
    while step < options.steps:
        done = step / options.steps
        for group in sparse.param_groups:
            group["lr"] = options.rate * min(1, step / 200) * max(0.03, 1 - done)
        group = groups[rng.choice(len(groups), p=chance)]
        queries, passages = group.batch(rng, options.batch)
        same = (passages[:, None, :12] == passages[None, :, :12]).all(2)
        usable = (queries >= 0).any(1) & (passages >= 0).any(1)
        queries, passages, same = queries[usable], passages[usable], same[usable][:, usable]
        if len(queries) < 4:
            continue
        loss = torch.zeros(())
        target = torch.arange(len(queries))
        # The same passage twice is no negative of itself.
        same = torch.from_numpy(same) & ~torch.eye(len(queries), dtype=torch.bool)
        query_pieces, query_local = localise(queries)
        passage_pieces, passage_local = localise(passages)
        if options.late:
            similarity = F.normalize(table.rows(query_pieces), dim=1) @ F.normalize(table.rows(passage_pieces), dim=1).t()
            best = BestMatch.apply(similarity, passage_local)
            weight = table.attention(query_pieces).exp()[:, 0]
            mask = query_local >= 0
            token = weight[query_local.clamp(min=0)] * mask
            spread = torch.zeros(len(queries), len(query_pieces)).scatter_add(1, query_local.clamp(min=0), token)
            score = (spread / spread.sum(1, keepdim=True).clamp(min=1e-6)) @ best
            late = F.cross_entropy((score * table.scale.exp()).masked_fill(same, -1e4), target)
            loss = loss + options.late * late
            losses["late"].append(late.item())
        if options.dense:
            one, other = table.dense(query_pieces, query_local), table.dense(passage_pieces, passage_local)
            logits = (one @ other.t() * table.dense_scale.exp()).masked_fill(same, -1e4)
            dense = F.cross_entropy(logits, target) * 0.7 + F.cross_entropy(logits.t(), target) * 0.3
            loss = loss + options.dense * dense
            losses["dense"].append(dense.item())
        if teacher and options.distil and step % 2 == 0:
            texts, vectors = teacher[rng.integers(len(teacher))]
            start = rng.integers(0, len(texts) - 32, 4)  # runs of neighbours, and strangers
            rows = np.unique((start[:, None] + np.arange(32)).ravel())
            matrix = texts.padded(rows, 48)
            unique, local = localise(matrix)
            mine = table.dense(unique, local)
            theirs = vectors[torch.from_numpy(rows)]
            off = ~torch.eye(len(rows), dtype=torch.bool)
            distil = F.mse_loss((mine @ mine.t())[off], (theirs @ theirs.t())[off]) * 20
            loss = loss + options.distil * distil
            losses["distil"].append(distil.item())
        sparse.zero_grad(); plain.zero_grad()
        loss.backward()
        sparse.step(); plain.step()
        step += 1
        if step % 500 == 0:
            print(step, f"{time.time() - begin:.0f} s", {key: round(float(np.mean(value[-1000:])), 3) for key, value in losses.items() if value},
                  f"scales {table.scale.exp().item():.1f} {table.dense_scale.exp().item():.1f}", flush=True)

    rows = evaluate.unit(table.rows.weight.detach().numpy())
    weights = table.weight.weight.detach().exp().numpy()[:, 0]
    attention = table.attention.weight.detach().exp().numpy()[:, 0]
    np.savez(options.out, rows=rows, weights=weights, attention=attention, counts=counts)
    print(f"{step} steps")
    if options.dev:
        centres = [evaluate.Centre(path, pieces) for path in sorted(options.dev.glob("*.json"))]
        held = [c for c in centres if not c.name.startswith("support")]
        held += [c for c in centres if c.name.split(".")[-1] in {*hold_out["en"].values(), *hold_out["zh"].values()}]
        for power in (0.0, 0.5, 1.0):
            model = evaluate.Model(rows, weights, attention, idf_power=power)
            print("idf power", power)
            for key, line in evaluate.report(held, model).items():
                print("  ", key, json.dumps(line))


if __name__ == "__main__":
    main()
