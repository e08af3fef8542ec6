"""
Teaches the reader how text goes on, before it is asked anything: python3 pretrain.py --work WORK --out FILE.pt

Every example is a question side and a passage side of one section of documentation. Some pieces are masked and must be
guessed; whether the two sides belong together must be told (the others come from neighbouring sections); and where the
question side was made of a stretch of the passage with half of its pieces dropped, that stretch must be found.
"""
import argparse
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

import table
from network import CLS, MASK, PAD, SEP, Reader

MIX = {"docs.en": 6, "docs.zh": 5, "support.en": 1, "support.zh": 0.7, "sentence": 0.5, "qa.en": 0.5, "qa.zh": 0.5, "cross": 0.3}
LONGEST_QUESTION = 24
LONGEST_PASSAGE = 112


class Texts:
    def __init__(self, data, name, side):
        self.offsets, self.pieces = data[f"{name}|{side}|offsets"], data[f"{name}|{side}|pieces"]

    def __len__(self):
        return len(self.offsets) - 1

    def row(self, at):
        return self.pieces[self.offsets[at]:self.offsets[at + 1]]


def piece_counts(data, size):
    counts = np.zeros(size)
    for name in data.files:
        if name.endswith("|pieces"):
            counts += np.bincount(data[name], minlength=size)
    return counts


def example(rng, questions, passages, at, blocks, special):
    """question pieces, passage pieces, whether they belong together, stretch of the passage or None"""
    passage = passages.row(at)
    if len(passage) > LONGEST_PASSAGE:
        start = 0 if rng.random() < 0.6 else rng.integers(0, len(passage) - LONGEST_PASSAGE)
        passage = passage[start:start + LONGEST_PASSAGE]
    stretch = None
    belongs = rng.random() < 0.55
    draw = rng.random()
    if draw < 0.5 or len(passage) < 24:
        near = at
        if not belongs:
            near = at + int(rng.choice([-3, -2, -1, 1, 2, 3])) if rng.random() < 0.6 else int(rng.integers(0, len(questions)))
            if not 0 <= near < len(questions) or (rng.random() < 0.9 and blocks[near] != blocks[at]):
                near = int(rng.integers(0, len(questions)))
        question = questions.row(near)[:LONGEST_QUESTION]
    else:
        length = int(rng.integers(8, min(28, len(passage) - 8)))
        start = int(rng.integers(0, len(passage) - length))
        kept = passage[start:start + length]
        question = kept[rng.random(length) < 0.5][:LONGEST_QUESTION]
        if rng.random() < 0.3:
            question = rng.permutation(question)
        if belongs:
            stretch = (start, start + length - 1)
            # Not by spelling alone: some of the stretch goes missing from the passage too.
            passage = passage.copy()
            lost = start + np.flatnonzero(rng.random(length) < 0.25)
            passage[lost] = special + MASK
        else:
            passage = np.concatenate([passage[:start], passage[start + length:]])
    return question, passage, belongs, stretch


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, default=Path("public/models/pocket-help-encoder/model.safetensors.gz"))
    parser.add_argument("--size", type=int, default=32768)
    parser.add_argument("--dimensions", type=int, default=192)
    parser.add_argument("--layers", type=int, default=4)
    parser.add_argument("--width", type=int, default=256)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--seed", type=int, default=11)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    rng = np.random.default_rng(options.seed)
    data = np.load(options.work / f"corpus.{options.size}.npz")
    data = {name: data[name] for name in data.files if name.split("|")[0] in MIX}
    counts = sum(np.bincount(part, minlength=options.size) for name, part in data.items() if name.endswith("|pieces"))
    rows, weights = table.rows_of(options.encoder, options.dimensions, counts)
    device = options.device
    reader = Reader(torch.from_numpy(rows).float(), torch.from_numpy(weights).float(), options.width, options.layers).to(device)
    special = reader.special
    print(f"{sum(p.numel() for p in reader.parameters()) / 1e6:.2f} million numbers are learned", flush=True)
    groups = []
    for name in MIX:
        passages = Texts(data, name, "a1" if name.startswith("support") else "a0")
        groups.append((Texts(data, name, "q"), passages, data[f"{name}|blocks"]))
    chance = np.array(list(MIX.values()))
    chance /= chance.sum()
    frequency = torch.from_numpy(counts ** 0.75).float()

    decayed = [p for p in reader.parameters() if p.dim() > 1]
    others = [p for p in reader.parameters() if p.dim() <= 1]
    optimizer = torch.optim.AdamW([{"params": decayed, "weight_decay": 0.01}, {"params": others, "weight_decay": 0}], lr=options.rate, betas=(0.9, 0.98))
    begin, step, seen = time.time(), 0, 0
    sums, reported = np.zeros(5), 0
    waiting = []
    reader.train()
    while True:
        done = (time.time() - begin) / (60 * options.minutes)
        if done >= 1:
            break
        if not waiting:
            # Batches of like length waste no padding.
            pool = []
            for _ in range(options.batch * 24):
                questions, passages, blocks = groups[rng.choice(len(groups), p=chance)]
                made = example(rng, questions, passages, int(rng.integers(0, len(questions))), blocks, special)
                if len(made[0]) > 0 and len(made[1]) > 7:
                    pool.append(made)
            pool.sort(key=lambda made: len(made[0]) + len(made[1]))
            waiting = [pool[at:at + options.batch] for at in range(0, len(pool) - options.batch + 1, options.batch)]
            rng.shuffle(waiting)
        batch = waiting.pop()
        length = max(len(q) + len(p) for q, p, _, _ in batch) + 3
        ids = np.full((len(batch), length), special + PAD)
        sides = np.zeros((len(batch), length), np.int64)
        mask = np.zeros((len(batch), length), np.int64)
        start = np.zeros(len(batch), np.int64)
        end = np.zeros(len(batch), np.int64)
        related = np.zeros(len(batch), np.float32)
        for at, (question, passage, belongs, stretch) in enumerate(batch):
            row = np.concatenate([[special + CLS], question, [special + SEP], passage, [special + SEP]])
            ids[at, :len(row)] = row
            mask[at, :len(row)] = 1
            sides[at, len(question) + 2:len(row)] = 1
            related[at] = belongs
            if stretch:
                start[at], end[at] = stretch[0] + len(question) + 2, stretch[1] + len(question) + 2
        hidden = (rng.random(ids.shape) < 0.15) & (ids < special)
        wanted = torch.from_numpy(ids[hidden]).to(device)
        shown = ids.copy()
        shown[hidden] = np.where(rng.random(hidden.sum()) < 0.85, special + MASK, ids[hidden])
        tensor = lambda array: torch.from_numpy(array).to(device)
        starts, ends, relevance, states = reader(tensor(shown), tensor(mask), tensor(sides))
        guesses = F.normalize(reader.masked(states[tensor(hidden)]), dim=1)
        choices, local = torch.unique(torch.cat([wanted, torch.multinomial(frequency, 1500).to(device)]), return_inverse=True)
        scores = guesses @ reader.rows[choices].t() * reader.masked_scale.exp()
        masked_loss = F.cross_entropy(scores, local[:len(wanted)])
        relevance_loss = F.binary_cross_entropy_with_logits(relevance[:, 0], tensor(related))
        # Where nothing was made of a stretch, the first piece stands for "nowhere"; where a heading asks, anything may.
        found = torch.from_numpy(np.array([s is not None or not b for _, _, b, s in batch])).to(device)
        span_loss = (F.cross_entropy(starts[found], tensor(start)[found]) + F.cross_entropy(ends[found], tensor(end)[found])) / 2
        loss = masked_loss + relevance_loss + 0.5 * span_loss
        for group in optimizer.param_groups:
            group["lr"] = options.rate * min(1, step / 150) * max(0.05, 1 - done)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        step += 1
        seen += int(mask.sum())
        with torch.no_grad():
            sums += [masked_loss.item(), relevance_loss.item(), span_loss.item(),
                     ((relevance[:, 0] > 0).float() == tensor(related)).float().mean().item(),
                     (scores.argmax(1) == local[:len(wanted)]).float().mean().item()]
        if step - reported == 100:
            names = ("masked", "relevance", "span", "told apart", "guessed")
            print(f"{step} {time.time() - begin:.0f} s, {seen / 1e6:.2f} million pieces: " + ", ".join(f"{n} {v:.3f}" for n, v in zip(names, sums / 100)), flush=True)
            sums, reported = np.zeros(5), step
        if step % 500 == 0:
            save(reader, options)
    save(reader, options)


def save(reader, options):
    state = {name: value for name, value in reader.state_dict().items()}
    torch.save({"state": state, "width": options.width, "layers": options.layers}, options.out)


if __name__ == "__main__":
    main()
