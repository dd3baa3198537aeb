"""The training loop: seeded, on one core."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from typing import cast

import numpy as np
import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from bench.train.corpus import Example
from bench.train.labels import Gold
from bench.train.network import Tagger, grid_of
from inquit.attribution.tagger.table import TokenTable
from inquit.attribution.tagger.windows import (
    RELATIONS,
    RUN_KIND,
    Anchor,
    cue_anchor,
    run_anchor,
    windows_of,
)

EPOCHS = 10
RATE = 2e-3
DISGUISED = 0.25
"""Share of documents that are read with their marks swapped."""
DECAY = 0.998
"""Of the running mean of the weights, which is what is kept (Polyak and Juditsky, 1992)."""


class Batch:
    """What one step learns from: the tokens, windows and labels of one document."""

    def __init__(self, example: Example) -> None:
        table, gold = example.table, example.gold
        self.features = torch.from_numpy(table.features)
        self.tensor = torch.from_numpy(table.tensor)
        self.bounds = [int(at) for at in table.bounds]
        self.anchor = torch.from_numpy(gold.anchor)
        anchors, labels, accept = _anchors(table, gold)
        self.anchors = anchors
        self.relations = torch.zeros((0, len(RELATIONS)), dtype=torch.long)
        if not anchors:
            return
        windows = windows_of(table, anchors)
        self.rows = torch.from_numpy(windows.rows)
        self.relations = torch.from_numpy(windows.relations)
        self.cells = [int(at) for at in windows.bounds]
        goal = np.zeros(len(windows.rows), dtype=np.int64)
        for number, quote in enumerate(labels):
            if quote >= 0:
                dense = np.zeros(len(table), dtype=np.int64)
                rows, kinds = gold.labels[quote]
                dense[rows] = kinds
                a, b = self.cells[number], self.cells[number + 1]
                goal[a:b] = dense[windows.rows[a:b]]
        self.goal = torch.from_numpy(goal)
        self.accept = torch.tensor(accept, dtype=torch.float32)


def _anchors(table: TokenTable, gold: Gold) -> tuple[list[Anchor], list[int], list[int]]:
    """Return anchors, the quote each is about or -1, and whether a run is a quote (-1 unknown)."""
    anchors = [cue_anchor(int(row)) for row in gold.anchors]
    labels, accept = list(range(len(anchors))), [-1] * len(anchors)
    for number, quote in enumerate(gold.run_quote.tolist()):
        anchor = run_anchor(table, number)
        if anchor is not None and quote > -2:
            anchors.append(anchor)
            labels.append(quote)
            accept.append(int(quote >= 0))
    return anchors, labels, accept


def loss_of(model: Tagger, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """Return the losses of cues, of labels and of accepting runs."""
    states = model.read(batch.features, batch.tensor, batch.bounds)
    cue = nn.functional.cross_entropy(
        model.cues(states), batch.anchor, ignore_index=-1, reduction="sum"
    )
    zero = torch.zeros(())
    if not batch.anchors:
        return cue, zero, zero
    emissions, inner = model.window(states, batch.rows, batch.relations, batch.cells)
    field = model.likelihood(emissions, batch.goal, batch.cells)
    wanted = batch.accept != 0
    kept = field[wanted].sum()
    runs = [i for i, anchor in enumerate(batch.anchors) if anchor.kind == RUN_KIND]
    if not runs:
        return cue, kept, zero
    accepted = nn.functional.binary_cross_entropy_with_logits(
        accept_logits(model, batch, inner, runs), batch.accept[runs], reduction="sum"
    )
    return cue, kept, accepted


def accept_logits(model: Tagger, batch: Batch, inner: Tensor, runs: list[int]) -> Tensor:
    """Return the logits that runs are quotes, from the mean and the peak of the states in them."""
    cells, bounds = [], [0]
    for number in runs:
        a, b = batch.cells[number], batch.cells[number + 1]
        rows, anchor = batch.rows[a:b], batch.anchors[number]
        inside = torch.nonzero((rows >= anchor.first) & (rows < anchor.last)).squeeze(1)
        cells.append(inside + a)
        bounds.append(bounds[-1] + len(inside))
    states = inner.index_select(0, torch.cat(cells))
    grid, mask = grid_of(states, bounds)
    full = mask.unsqueeze(2)
    mean = (grid * full).sum(1) / full.sum(1)
    peak = grid.masked_fill(~full, -2.0).amax(1)
    logits: Tensor = model.accept(torch.cat([mean, peak], 1)).squeeze(1)
    return logits


def train(
    plain: Sequence[Example],
    disguised: Sequence[Example],
    *,
    seed: int,
    epochs: int = EPOCHS,
) -> Tagger:
    """Return networks trained on documents, some of them in disguise.

    Args:
        plain: parsed documents.
        disguised: the same with their marks swapped.
        seed: of everything that is left to chance.
        epochs: how often each document is read.
    """
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    chance = random.Random(seed)
    model = Tagger()
    mean = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(DECAY))
    batches = [Batch(one) for one in plain]
    masked = [Batch(one) for one in disguised]
    optimiser = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=1e-4)
    total = epochs * len(batches)
    step = 0
    for epoch in range(epochs):
        started, sums = time.perf_counter(), np.zeros(3)
        order = list(range(len(batches)))
        chance.shuffle(order)
        model.train()
        for number in order:
            batch = (masked if chance.random() < DISGUISED else batches)[number]
            for group in optimiser.param_groups:
                group["lr"] = RATE * min(1.0, (step + 1) / 200) * max(0.05, 1 - step / total)
            losses = loss_of(model, batch)
            (sum(losses[1:], losses[0]) / 40).backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            mean.update_parameters(model)
            sums += [float(one.detach()) for one in losses]
            step += 1
        print(
            f"seed {seed} epoch {epoch + 1}: losses {sums.round(0).tolist()}, "
            f"{time.perf_counter() - started:.0f} s",
            flush=True,
        )
    averaged = cast(Tagger, mean.module)
    return averaged.eval()
