"""The reader's network: a question and a passage in, where the answer stands and whether there is one out.

A transformer of a few layers over rows of the encoder's table, which stay as they are. Two things make it learn from
little text: every piece is told how well the other side matches it, by the table, before the first layer; and a
narrow convolution in each layer shows every piece its neighbours.
"""
import math

import torch
import torch.nn as nn
import torch.nn.functional as F

PAD, CLS, SEP, MASK = 0, 1, 2, 3  # numbered behind the table's pieces: see Reader.special
SPECIAL = 4
FEATURES = 6


class Layer(nn.Module):
    def __init__(self, width, heads, inner, dropout):
        super().__init__()
        self.heads = heads
        self.near = nn.Conv1d(width, width, 5, padding=2, groups=width)
        self.ask = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.widen = nn.Linear(width, inner)
        self.narrow = nn.Linear(inner, width)
        self.before_near = nn.LayerNorm(width)
        self.before_attention = nn.LayerNorm(width)
        self.before_inner = nn.LayerNorm(width)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, bias, mask):
        batch, length, width = x.shape
        x = x + self.dropout(self.near((self.before_near(x) * mask).transpose(1, 2)).transpose(1, 2))
        parts = self.ask(self.before_attention(x)).reshape(batch, length, 3 * self.heads, width // self.heads)
        q, k, v = parts.transpose(1, 2).split(self.heads, 1)
        weights = F.softmax(q @ k.transpose(2, 3) * (width // self.heads) ** -0.5 + bias, -1)
        x = x + self.dropout(self.out((weights @ v).transpose(1, 2).reshape(batch, length, width)))
        return x + self.dropout(self.narrow(F.relu(self.widen(self.before_inner(x)))))


class Reader(nn.Module):
    """
    rows [V, D] unit rows of the table (specials are appended), weights [V] how much a piece of a question counts.
    """

    def __init__(self, rows, weights, width=256, layers=4, heads=4, inner=512, far=32, dropout=0.05):
        super().__init__()
        vocabulary, dimensions = rows.shape
        self.special = vocabulary  # number of the first special piece
        self.register_buffer("rows", torch.cat([rows, torch.zeros(SPECIAL, dimensions)]))
        self.register_buffer("weights", torch.cat([weights, torch.zeros(SPECIAL)]))
        self.own = nn.Embedding(SPECIAL + 1, width)  # of the special pieces; the last one of all others
        self.sides = nn.Embedding(2, width)
        self.widen = nn.Linear(dimensions, width)
        self.features = nn.Linear(FEATURES, width)
        self.far = far
        self.nearness = nn.Parameter(torch.zeros(2 * far + 1, heads))
        self.first = nn.LayerNorm(width)
        self.layers = nn.ModuleList(Layer(width, heads, inner, dropout) for _ in range(layers))
        self.last = nn.LayerNorm(width)
        self.span = nn.Linear(width, 2)
        self.relevance = nn.Sequential(nn.Linear(width + 3, width), nn.ReLU(), nn.Linear(width, 1))
        self.masked = nn.Linear(width, dimensions)  # for pretraining only
        self.masked_scale = nn.Parameter(torch.tensor(math.log(12.0)))
        for name, parameter in self.named_parameters():
            if parameter.dim() > 1 and "near." not in name:
                nn.init.normal_(parameter, std=0.02 if "own" in name or "sides" in name else parameter.shape[-1] ** -0.5)
        for layer in self.layers:
            nn.init.zeros_(layer.near.weight)
            nn.init.zeros_(layer.near.bias)
            nn.init.normal_(layer.out.weight, std=0.2 * width ** -0.5)
            nn.init.normal_(layer.narrow.weight, std=0.2 * inner ** -0.5)

    def forward(self, input_ids, attention_mask, token_type_ids):
        """[B, L] each -> start logits [B, L], end logits [B, L], relevance [B, 1], states [B, L, width]."""
        length = input_ids.shape[1]
        mask = attention_mask.unsqueeze(2).float()
        rows = self.rows[input_ids]
        weights = self.weights[input_ids]
        is_piece = (input_ids < self.special).float() * attention_mask.float()
        passage = is_piece * token_type_ids.float()
        question = is_piece - passage
        # How well the best piece of the other side matches each piece: by meaning, and by spelling.
        alike = rows @ rows.transpose(1, 2)
        across = question.unsqueeze(2) * passage.unsqueeze(1)
        across = across + across.transpose(1, 2)
        alike = alike * across
        same = (alike > 0.99).float()
        best = alike.max(2).values
        exact = same.max(2).values
        weight_of_same = (same * weights.unsqueeze(1)).max(2).values
        weight_of_best = (alike.clamp(min=0) ** 2 * weights.unsqueeze(1)).max(2).values
        place = torch.cumsum(passage, 1) * (1 / 128)
        features = torch.stack([best, exact, weight_of_same, weight_of_best, weights, place], 2)
        own = (input_ids - self.special).clamp(min=-1) + 1  # 0 for pieces of text
        own = torch.where(own == 0, torch.full_like(own, SPECIAL), own - 1)
        x = self.widen(rows) * 4 + self.own(own) + self.sides(token_type_ids) + self.features(features)
        x = self.first(x) * mask
        at = torch.arange(length, device=input_ids.device)
        distance = (at.unsqueeze(0) - at.unsqueeze(1)).clamp(-self.far, self.far) + self.far
        bias = self.nearness[distance].permute(2, 0, 1).unsqueeze(0)
        bias = bias + (1.0 - mask.transpose(1, 2).unsqueeze(1)) * -10000.0
        for layer in self.layers:
            x = layer(x, bias, mask)
        x = self.last(x)
        spans = self.span(x) + (1.0 - mask) * -10000.0
        asked = (question * weights).sum(1, keepdim=True) + 1e-6
        cover = torch.cat([(question * weights * best).sum(1, keepdim=True) / asked,
                           (question * weights * exact).sum(1, keepdim=True) / asked,
                           (question * best).sum(1, keepdim=True) / (question.sum(1, keepdim=True) + 1e-6)], 1)
        relevance = self.relevance(torch.cat([x[:, 0], cover * 2], 1))
        return spans[:, :, 0], spans[:, :, 1], relevance, x
