"""Passages of articles made from templates after 20,000 edits: none may move to a look-alike."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

from bench.store.template_edits import EDITS, Case, Outcome, case, text_of
from bench.store.templates import TEMPLATES
from inquit.model.annotation import Target, target_of
from inquit.model.article import article_of
from inquit.model.span import Span
from inquit.model.surroundings import CONTEXT
from inquit.store.anchors.anchoring import find, locate

ROUNDS = 20_000

Counts = Counter[tuple[str, Outcome]]
"""How often each came of each kind of edit."""


def main() -> None:
    """Print what becomes of passages, of which the inquit is known and of which it is not."""
    for known in (True, False):
        told = "known" if known else "not known"
        print(f"re-anchoring in templates: {ROUNDS} edits, who said it is {told}")
        _print(outcomes(ROUNDS, seed=27, inquit_known=known))
    wrong = surely_wrong(ROUNDS, seed=27, kept=CONTEXT)
    print(f"  of {ROUNDS} passages kept by an earlier version, {wrong} wrong and not to check")


def outcomes(rounds: int, *, seed: int, inquit_known: bool) -> Counts:
    """Return what becomes of passages, evenly of all kinds of article and edit.

    Args:
        rounds: how many edits to make.
        seed: what the articles, passages and edits are drawn from.
        inquit_known: whether the words that name who said it are kept with the passage.
    """
    chance, counts = random.Random(seed), Counts()
    for number in range(rounds):
        kind = list(TEMPLATES)[number % len(TEMPLATES)]
        edit = list(EDITS)[number // len(TEMPLATES) % len(EDITS)]
        drawn = case(kind, edit, chance)
        counts[edit, drawn.outcome(_found(drawn, inquit_known=inquit_known))] += 1
    return counts


def surely_wrong(rounds: int, *, seed: int, kept: int) -> int:
    """Return how many passages of earlier records are sure where they are wrong.

    Args:
        rounds: how many edits to make.
        seed: what the articles, passages and edits are drawn from.
        kept: how many code points those records keep on either side, and nothing else.
    """
    chance, wrong = random.Random(seed), 0
    for number in range(rounds):
        kind = list(TEMPLATES)[number % len(TEMPLATES)]
        drawn = case(kind, list(EDITS)[number // len(TEMPLATES) % len(EDITS)], chance)
        target = _cut(
            target_of(article_of(text_of(drawn.before), article_id="article"), drawn.span), kept
        )
        found = locate(target, article_of(text_of(drawn.after), article_id="article"))
        sure = found is not None and found.sure
        wrong += sure and drawn.outcome(found.span) is Outcome.WRONG
    return wrong


def _cut(target: Target, kept: int) -> Target:
    quote = target.quote
    cut = replace(quote, prefix=quote.prefix[-kept:], suffix=quote.suffix[:kept])
    return replace(target, quote=cut, twin_share=None, framed_share=None)


def _found(drawn: Case, *, inquit_known: bool) -> Span | None:
    before = article_of(text_of(drawn.before), article_id="article")
    inquit = drawn.inquit if inquit_known else None
    target = target_of(before, drawn.span, inquit)
    return find(target, article_of(text_of(drawn.after), article_id="article"))


def _print(counts: Counts) -> None:
    print(f"  {'':20}" + "".join(f"{outcome:>18}" for outcome in Outcome))
    for edit in EDITS:
        print(f"  {edit:20}" + "".join(f"{counts[edit, outcome]:18}" for outcome in Outcome))
    totals = [sum(counts[edit, outcome] for edit in EDITS) for outcome in Outcome]
    print(f"  {'all':20}" + "".join(f"{total:18}" for total in totals))
