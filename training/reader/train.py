"""
Teaches the pretrained reader to tell which passage answers a question, and where: python3 train.py --work WORK
--start PRETRAINED.pt --out FILE.pt. Examples come from examples.py.
"""
import argparse
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

import table
from network import CLS, PAD, SEP, Reader

MIX = {"support.en": 4, "support.zh": 2.6, "miss.en": 0.7, "miss.zh": 0.5, "centre.en": 1.2, "centre.zh": 1.2, "lost.en": 0.3, "lost.zh": 0.3, "sentence": 1.2,
       "qa.en": 0.7, "qa.zh": 0.7, "docs.en": 0.8, "docs.zh": 0.6}
LONGEST_CONTEXT, LONGEST = 24, 200
HELD_OUT = 8  # every eighth domain is kept for measuring, unless all are trained on


class Examples:
    def __init__(self, path):
        data = np.load(path)
        self.parts = {name: (data[f"{name}|offsets"], data[f"{name}|pieces"]) for name in ("context", "text", "question")}
        for name in ("domains", "source", "passage", "first", "last", "nearest"):
            setattr(self, name, data[name])
        self.by_domain = {}
        for number, domain in enumerate(self.domains):
            self.by_domain.setdefault(domain, []).append(number)

    def row(self, name, at):
        offsets, pieces = self.parts[name]
        return pieces[offsets[at]:offsets[at + 1]]

    def held_out(self):
        names = sorted({domain for domain in self.by_domain if domain[:3] in ("en:", "zh:") and len(self.by_domain[domain]) <= 60 and ":centre:" not in domain})
        return set(names[3::HELD_OUT])


class Row:
    """One question with one passage side, ready for the network."""

    def __init__(self, question, context, text, first=-1, last=-1, relevant=0.0, point=False):
        self.question, self.passage = question, np.concatenate([context, text])
        self.shift = len(question) + 2 + len(context)
        self.relevant = relevant
        # Where the span is to be: on the answer, on the first piece of all for none, or nowhere told.
        self.first = self.shift + first if first >= 0 else (0 if point else -100)
        self.last = self.shift + last if first >= 0 else (0 if point else -100)

    def __len__(self):
        return len(self.question) + len(self.passage) + 3


def passage_side(examples, rng, passage, first, last, augment):
    """Context and text of a passage; now and then without context, or with a neighbour's text before or behind."""
    context, text = examples.row("context", passage)[:LONGEST_CONTEXT], examples.row("text", passage)
    if augment and rng.random() < 0.25:
        context = context[:0]
    if augment and rng.random() < 0.3:
        family = examples.by_domain[examples.domains[passage]]
        other = examples.row("text", family[rng.integers(len(family))])
        other = other[:int(rng.integers(20, 90))]
        if rng.random() < 0.5:
            text = np.concatenate([text, other])
        else:
            text = np.concatenate([other, text])
            if first >= 0:
                first, last = first + len(other), last + len(other)
    room = LONGEST - len(context)
    if augment:
        room = min(room, int(rng.integers(120, LONGEST)))
    if len(text) > room:
        low = 0
        if first >= 0:
            low = max(0, min(first - int(rng.integers(0, max(1, room - (last - first)))) if augment else first - room // 2, len(text) - room))
            if last - low >= room:
                low = first
        text = text[low:low + room]
        if first >= 0:
            first, last = first - low, min(last - low, len(text) - 1)
    return context, text, first, last


def group(examples, rng, at, negatives):
    question = examples.row("question", at)
    passage, first, last = int(examples.passage[at]), int(examples.first[at]), int(examples.last[at])
    rows = []
    if passage >= 0:
        context, text, first, last = passage_side(examples, rng, passage, first, last, True)
        rows.append(Row(question, context, text, first, last, 1.0))
    wrong = examples.nearest[at]
    wrong = wrong[wrong >= 0]
    if len(wrong):
        chance = 1 / (2 + np.arange(len(wrong)))
        for number in rng.choice(wrong, min(negatives, len(wrong)), replace=False, p=chance / chance.sum()):
            rows.append(Row(question, *passage_side(examples, rng, int(number), -1, -1, True)[:2], point=True))
    return rows


def tensors(rows, special, device):
    length = max(len(row) for row in rows)
    ids = np.full((len(rows), length), special + PAD)
    sides, mask = np.zeros((len(rows), length), np.int64), np.zeros((len(rows), length), np.int64)
    for at, row in enumerate(rows):
        line = np.concatenate([[special + CLS], row.question, [special + SEP], row.passage, [special + SEP]])
        ids[at, :len(line)], mask[at, :len(line)] = line, 1
        sides[at, len(row.question) + 2:len(line)] = 1
    numbers = lambda values, kind: torch.from_numpy(np.array(values, kind)).to(device)
    return (*(torch.from_numpy(array).to(device) for array in (ids, mask, sides)),
            numbers([row.relevant for row in rows], np.float32), numbers([row.first for row in rows], np.int64), numbers([row.last for row in rows], np.int64))


def measure(reader, examples, numbers, device):
    """Of held-out questions: how often their passage comes first among its nearest, its reciprocal rank, and how often the answer's middle is in the best span."""
    rng = np.random.default_rng(1)
    first, ranks, inside, spans = [], [], [], 0
    reader.eval()
    with torch.no_grad():
        for at in numbers:
            question = examples.row("question", at)
            passage = int(examples.passage[at])
            candidates = [passage, *[int(n) for n in examples.nearest[at] if n >= 0]]
            rows = []
            for number in candidates:
                f, l = (int(examples.first[at]), int(examples.last[at])) if number == passage else (-1, -1)
                context, text, f, l = passage_side(examples, rng, number, f, l, False)
                rows.append(Row(question, context, text, f, l))
            ids, mask, sides, _, starts, ends = tensors(rows, reader.special, device)
            start, end, relevance, _ = reader(ids, mask, sides)
            rank = int((relevance[:, 0] > relevance[0, 0]).sum())
            first.append(rank == 0)
            ranks.append(1 / (1 + rank))
            if starts[0] >= 0:
                spans += 1
                shift = rows[0].shift
                a = F.softmax(start[0, shift:len(rows[0]) - 1], 0)
                b = F.softmax(end[0, shift:len(rows[0]) - 1], 0)
                product = torch.triu(a[:, None] * b[None, :]).tril(60)
                best = int(product.argmax())
                low, high = best // len(b) + shift, best % len(b) + shift
                middle = (int(starts[0]) + int(ends[0])) // 2
                inside.append(low <= middle <= high or int(starts[0]) <= (low + high) // 2 <= int(ends[0]))
    reader.train()
    return np.mean(first), np.mean(ranks), np.mean(inside) if inside else 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, default=Path("public/models/pocket-help-encoder/model.safetensors.gz"))
    parser.add_argument("--questions", type=int, default=10, help="a step")
    parser.add_argument("--negatives", type=int, default=3)
    parser.add_argument("--rate", type=float, default=6e-4)
    parser.add_argument("--minutes", type=float, default=35)
    parser.add_argument("--mix", default="")
    parser.add_argument("--all", action="store_true", help="train on the held-out domains too")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--seed", type=int, default=13)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    rng = np.random.default_rng(options.seed)
    examples = Examples(options.work / "reader.npz")
    saved = torch.load(options.start, map_location="cpu")
    rows, weights = saved["state"]["rows"][:-4], saved["state"]["weights"][:-4]
    device = options.device
    reader = Reader(rows, weights, saved["width"], saved["layers"], dropout=0.1).to(device)
    reader.load_state_dict(saved["state"])
    held_out = examples.held_out()
    is_held = np.array([passage >= 0 and str(examples.domains[passage]) in held_out for passage in examples.passage])
    is_held |= np.array([passage < 0 and str(examples.domains[wrong[0]]) in held_out for passage, wrong in zip(examples.passage, examples.nearest)])
    mix = dict(MIX)
    mix.update({key: float(value) for key, value in (part.split("=") for part in options.mix.split(",") if part)})
    pools = {name: np.flatnonzero((examples.source == name) & (options.all | ~is_held)) for name in mix}
    pools = {name: pool for name, pool in pools.items() if len(pool)}
    # Each pool in a shuffled order, again and again: no question comes twice before all have come once.
    queues = {name: rng.permutation(pool).tolist() for name, pool in pools.items()}
    chance = np.array([mix[name] for name in pools])
    chance /= chance.sum()
    names = list(pools)
    measured = [at for lang in ("en", "zh") for at in np.flatnonzero(is_held & (examples.source == f"support.{lang}"))[:: 12]]
    decayed = [p for p in reader.parameters() if p.dim() > 1]
    others = [p for p in reader.parameters() if p.dim() <= 1]
    optimizer = torch.optim.AdamW([{"params": decayed, "weight_decay": 0.01}, {"params": others, "weight_decay": 0}], lr=options.rate, betas=(0.9, 0.98))
    print(len(measured), "questions of", len(held_out), "held-out domains;", {name: len(pool) for name, pool in pools.items()}, flush=True)

    begin, step, asked = time.time(), 0, 0
    sums, reported = np.zeros(3), 0
    waiting = []
    reader.train()
    while True:
        done = (time.time() - begin) / (60 * options.minutes)
        if done >= 1:
            break
        if not waiting:
            # Batches of like length waste no padding.
            pool = []
            for _ in range(options.questions * 16):
                name = names[rng.choice(len(names), p=chance)]
                if not queues[name]:
                    queues[name] = rng.permutation(pools[name]).tolist()
                made = group(examples, rng, queues[name].pop(), options.negatives)
                if made:
                    pool.append(made)
            pool.sort(key=lambda rows: max(len(row) for row in rows))
            waiting = [pool[at:at + options.questions] for at in range(0, len(pool), options.questions)]
            rng.shuffle(waiting)
        groups = waiting.pop()
        batch = [row for rows in groups for row in rows]
        ids, mask, sides, relevant, first, last = tensors(batch, reader.special, device)
        start, end, relevance, _ = reader(ids, mask, sides)
        scores = relevance[:, 0]
        told_apart = F.binary_cross_entropy_with_logits(scores, relevant)
        ranked, count, at = scores.new_zeros(()), 0, 0
        for rows in groups:
            if rows[0].relevant and len(rows) > 1:
                ranked = ranked - F.log_softmax(scores[at:at + len(rows)], 0)[0]
                count += 1
            at += len(rows)
        ranked = ranked / max(1, count)
        # "Here is no answer" is easy and comes often: it counts less than the place of one.
        weight = torch.where(first > 0, 1.0, torch.where(first == 0, 0.15, 0.0))
        place = F.cross_entropy(start, first.clamp(min=0), reduction="none") + F.cross_entropy(end, last.clamp(min=0), reduction="none")
        place = (place * weight).sum() / (2 * weight.sum() + 1e-6)
        loss = told_apart + 0.7 * ranked + 0.5 * place
        for parameters in optimizer.param_groups:
            parameters["lr"] = options.rate * min(1, step / 100) * max(0.03, 1 - done)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        step += 1
        asked += len(groups)
        sums += [told_apart.item(), float(ranked), place.item()]
        if step - reported == 100:
            print(f"{step} {time.time() - begin:.0f} s, {asked} questions: told apart {sums[0] / 100:.3f}, ranked {sums[1] / 100:.3f}, place {sums[2] / 100:.3f}", flush=True)
            sums, reported = np.zeros(3), step
        if step % 800 == 0:
            torch.save({"state": reader.state_dict(), "width": saved["width"], "layers": saved["layers"]}, options.out)
            print("  held out: first %.3f, reciprocal rank %.3f, place %.3f" % measure(reader, examples, measured, device), flush=True)
    torch.save({"state": reader.state_dict(), "width": saved["width"], "layers": saved["layers"]}, options.out)
    print("  held out: first %.3f, reciprocal rank %.3f, place %.3f" % measure(reader, examples, measured, device), flush=True)


if __name__ == "__main__":
    main()
