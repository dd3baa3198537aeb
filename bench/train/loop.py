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
from bench.train.network import Tagger
from inquit.attribution.tagger.windows import RELATIONS, windows_of

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
        self.anchors = gold.anchors.tolist()
        self.relations = torch.zeros((0, len(RELATIONS)), dtype=torch.long)
        if not self.anchors:
            return
        windows = windows_of(table, self.anchors)
        self.rows = torch.from_numpy(windows.rows)
        self.relations = torch.from_numpy(windows.relations)
        self.cells = [int(at) for at in windows.bounds]
        goal = np.zeros(len(windows.rows), dtype=np.int64)
        for number, (rows, kinds) in enumerate(gold.labels):
            dense = np.zeros(len(table), dtype=np.int64)
            dense[rows] = kinds
            a, b = self.cells[number], self.cells[number + 1]
            goal[a:b] = dense[windows.rows[a:b]]
        self.goal = torch.from_numpy(goal)


def loss_of(model: Tagger, batch: Batch) -> tuple[Tensor, Tensor]:
    """Return the losses of cues and of labels."""
    states = model.read(batch.features, batch.tensor, batch.bounds)
    cue = nn.functional.cross_entropy(
        model.cues(states), batch.anchor, ignore_index=-1, reduction="sum"
    )
    if not batch.anchors:
        return cue, torch.zeros(())
    emissions = model.window(states, batch.rows, batch.relations, batch.cells)
    return cue, model.likelihood(emissions, batch.goal, batch.cells).sum()


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
        started, sums = time.perf_counter(), np.zeros(2)
        order = list(range(len(batches)))
        chance.shuffle(order)
        model.train()
        for number in order:
            batch = (masked if chance.random() < DISGUISED else batches)[number]
            for group in optimiser.param_groups:
                group["lr"] = RATE * min(1.0, (step + 1) / 200) * max(0.05, 1 - step / total)
            losses = loss_of(model, batch)
            ((losses[0] + losses[1]) / 40).backward()  # type: ignore[no-untyped-call]
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
