"""The training loop: seeded, and resumed where it was interrupted."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as functions

from bench.train.corpus import Document
from bench.train.examples import Example, examples_of
from bench.train.model import PairModel
from inquit.attribution.finding.encoder.wordpieces import WordpieceSplitter

CUE_WEIGHTS, CUE_FACTOR = (1.0, 1.5, 1.5), 3.0
WARM_UP, LEAST, NEW_FASTER = 0.08, 0.02, 8.0
"""Share of the steps that the rate rises in, its least share, how much faster new parts learn."""
SILVER_FIRST, SILVER_LATER, SILVER_UNTIL = 0.6, 0.2, 0.5
"""Shares of silver articles in the first part of the training and later, and where that ends."""
MEAN_KEEPS = 0.985
"""Share of the running mean of the weights that each step leaves."""
SAVED_EVERY, TOLD_EVERY = 20, 10
DECAY, CLIPPED = 0.01, 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How to train: batches in all, chunks in each, anchors of a chunk, rate, seed."""

    steps: int
    batch: int
    anchors: int
    rate: float
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """What is learned from.

    Attributes:
        gold: articles that people annotated.
        silver: articles that a larger model labelled; more of them are read in the first half.
    """

    gold: Sequence[Document]
    silver: Sequence[Document] = ()

    def drawn(self, progress: float, chance: random.Random) -> list[Document]:
        """Return the articles of an epoch: all of gold, and a share of silver beside them.

        Args:
            progress: from 0 to 1, how much of the training is done.
            chance: the source of what is drawn.
        """
        share = SILVER_FIRST if progress < SILVER_UNTIL else SILVER_LATER
        wanted = round(len(self.gold) * share / (1 - share))
        return [*self.gold, *chance.sample(self.silver, min(wanted, len(self.silver)))]


def train(
    model: PairModel, splitter: WordpieceSplitter, texts: Texts, plan: Plan, kept: Path
) -> None:
    """Train a model in place; it ends as the running mean of its weights.

    Args:
        model: with the weights to start from.
        splitter: of the encoder's vocabulary.
        texts: what to learn from.
        plan: how to train.
        kept: where the state is kept; one that is there is gone on with.
    """
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model.to(device).train()
    optimiser = _optimiser(model, plan)
    mean = {name: part.clone() for name, part in model.state_dict().items()}
    step = epoch = done = 0
    if kept.exists():
        state = torch.load(kept, map_location=device, weights_only=True)
        model.load_state_dict(state["model"])
        optimiser.load_state_dict(state["optimiser"])
        step, epoch, done, mean = state["step"], state["epoch"], state["done"], state["mean"]
    began, losses = time.perf_counter(), []
    while step < plan.steps:
        progress = (step - done) / plan.steps
        for number, examples in enumerate(_epoch(texts, splitter, plan, epoch, progress)):
            if number < done or step >= plan.steps:
                continue
            _set_rate(optimiser, plan, step)
            torch.manual_seed(plan.seed + step)  # the same dropout if it is gone on with from here
            with torch.autocast(device, torch.bfloat16, enabled=device == "cuda"):
                loss = loss_of(model, collate(examples, device))
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(model.parameters(), CLIPPED)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            losses.append(float(loss.detach()))
            step += 1
            _follow(mean, model, step)
            if step % TOLD_EVERY == 0:
                recent, passed = np.mean(losses[-50:]), time.perf_counter() - began
                print(f"step {step}/{plan.steps}: loss {recent:.4f}, {passed:.0f} s", flush=True)
            if step % SAVED_EVERY == 0 or step == plan.steps:
                place = {"step": step, "epoch": epoch, "done": number + 1, "mean": mean}
                _keep(kept, model, optimiser, place)
        epoch, done = epoch + 1, 0
    model.load_state_dict(mean)
    model.to("cpu").eval()


def loss_of(model: PairModel, batch: tuple[Tensor, ...]) -> Tensor:
    """Return the loss of the cues and, for each anchor, of the labels around it."""
    numbers, features, mask, cues, chunk, rows, inside, anchor, labels = batch
    hidden = model.encoder(numbers, features, mask)
    weight = torch.tensor(CUE_WEIGHTS, device=numbers.device)
    scores = model.cues(hidden).flatten(0, 1).float()
    first = CUE_FACTOR * functions.cross_entropy(
        scores, cues.flatten(), ignore_index=-1, weight=weight
    )
    if not len(chunk):
        return first
    scores = model.labels(hidden, chunk, rows, inside, anchor).flatten(0, 1).float()
    return first + functions.cross_entropy(scores, labels.flatten(), ignore_index=-1)


def collate(examples: Sequence[Example], device: str) -> tuple[Tensor, ...]:
    """Return examples side by side, the shorter ones padded."""
    width = max(len(one.numbers) for one in examples)
    windows = [(n, *window) for n, one in enumerate(examples) for window in one.windows]
    span = max((high - low for _, _, low, high, _ in windows), default=0)
    numbers = np.ones((len(examples), width), np.int64)
    features = np.zeros((len(examples), width, 3), np.int64)
    cues, mask = np.full(numbers.shape, -1, np.int64), np.zeros(numbers.shape, np.bool_)
    for at, one in enumerate(examples):
        size = len(one.numbers)
        numbers[at, :size], features[at, :size] = one.numbers, one.features
        cues[at, :size], mask[at, :size] = one.cues, True
    rows, inside = (
        np.zeros((len(windows), span), np.int64),
        np.zeros((len(windows), span), np.bool_),
    )
    labels = np.full(rows.shape, -1, np.int64)
    for at, (_, _, low, high, gold) in enumerate(windows):
        rows[at, : high - low] = np.arange(low, high)
        inside[at, : high - low], labels[at, : high - low] = True, gold
    chunk = np.array([window[0] for window in windows], np.int64)
    anchor = np.array([window[1] for window in windows], np.int64)
    parts = (numbers, features, mask, cues, chunk, rows, inside, anchor, labels)
    return tuple(torch.from_numpy(part).to(device) for part in parts)


def _epoch(
    texts: Texts, splitter: WordpieceSplitter, plan: Plan, epoch: int, progress: float
) -> Iterator[list[Example]]:
    """Yield the batches of an epoch, the same for a seed, examples of like length together."""
    chance = random.Random(f"{plan.seed} {epoch}")
    drawn = texts.drawn(progress, chance)
    examples = [one for each in drawn for one in examples_of(each, splitter, plan.anchors, chance)]
    examples.sort(key=lambda one: len(one.numbers) + 40 * chance.random())
    batches = [examples[at : at + plan.batch] for at in range(0, len(examples), plan.batch)]
    chance.shuffle(batches)
    yield from batches


def _optimiser(model: PairModel, plan: Plan) -> torch.optim.AdamW:
    named = list(model.named_parameters())
    old = [part for name, part in named if _is_published(name)]
    new = [part for name, part in named if not _is_published(name)]
    return torch.optim.AdamW([{"params": old}, {"params": new}], lr=plan.rate, weight_decay=DECAY)


def _is_published(name: str) -> bool:
    return name.startswith("encoder.") and "features" not in name


def _set_rate(optimiser: torch.optim.AdamW, plan: Plan, step: int) -> None:
    rising = min(1.0, (step + 1) / (WARM_UP * plan.steps))
    factor = rising * max(LEAST, 1 - step / plan.steps)
    for group, faster in zip(optimiser.param_groups, (1.0, NEW_FASTER), strict=True):
        group["lr"] = plan.rate * factor * faster


def _follow(mean: dict[str, Tensor], model: PairModel, step: int) -> None:
    """Move the running mean of the weights towards what they are now."""
    kept_share = min(MEAN_KEEPS, (1 + step) / (10 + step))
    for name, part in model.state_dict().items():
        mean[name].lerp_(part.to(mean[name].device), 1 - kept_share)


def _keep(
    kept: Path, model: PairModel, optimiser: torch.optim.AdamW, place: dict[str, Any]
) -> None:
    state = {"model": model.state_dict(), "optimiser": optimiser.state_dict()}
    partial = kept.with_suffix(".part")
    torch.save(state | place, partial)
    partial.replace(kept)
