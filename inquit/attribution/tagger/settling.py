"""Claims settled against each other: one owner a word, and an owner for every quoted run."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np

from inquit.attribution.tagger.claims import Claim, claim_of, run_rows, snap
from inquit.attribution.tagger.reading import Labelling, Reader
from inquit.attribution.tagger.table import TokenTable
from inquit.attribution.tagger.windows import Anchor, cue_anchor, run_anchor

CUE_FLOOR = 0.5
RUN_FLOOR = 0.55
FEWEST_WORDS = 4
"""A shorter run that no cue claims is a term, a nickname or a scare quote."""


Rows: TypeAlias = tuple[int, int]
"""First and last row, the last not included."""


def settle(table: TokenTable, reader: Reader, text: str, *, rows: Rows) -> list[Claim]:
    """Return the claims of a stretch of paragraphs, in reading order, disjoint.

    Args:
        table: the tokens.
        reader: the networks, having read table.
        text: the article's text.
        rows: where claims are sought; the rows around only give context.
    """
    claims = _cue_claims(table, reader, rows)
    claims = _disjoint(claims, table)
    _chain(claims, table)
    claims += _run_claims(table, reader, claims, text, rows)
    for claim in claims:
        claim.content = {row for row in claim.content if row < rows[1]}
    return sorted((one for one in claims if one.content), key=lambda one: min(one.content))


def _cue_claims(table: TokenTable, reader: Reader, within: Rows) -> list[Claim]:
    chances = reader.cue_chances
    chance = 1 - chances[:, 0]
    tops = np.flatnonzero(chance >= CUE_FLOOR)
    tops = tops[(tops >= within[0]) & (tops < within[1])]
    labellings = reader.label([cue_anchor(int(row)) for row in tops])
    claims = [
        claim_of(
            labelling,
            table,
            chance=float(chance[row]),
            speech=float(chances[row, 1] / chance[row]),
            method="cue",
        )
        for row, labelling in zip(tops.tolist(), labellings, strict=True)
    ]
    for claim in claims:
        snap(claim, table)
    return [claim for claim in claims if claim.content]


def _disjoint(claims: list[Claim], table: TokenTable) -> list[Claim]:
    """Return the claims that stand beside each other; the likelier anchor keeps shared words."""
    kept: list[Claim] = []
    for claim in sorted(claims, key=lambda one: -one.chance):
        if any(claim.top in other.cue for other in kept):
            continue
        if any(claim.top in other.content for other in kept):
            continue
        shared = {row for other in kept for row in claim.content & other.content}
        if 2 * len(shared) >= len(claim.content):
            continue
        claim.content -= shared
        claim.runs = {run for run in claim.runs if not shared & set(run_rows(table, run).tolist())}
        kept.append(claim)
    return kept


def _chain(claims: list[Claim], table: TokenTable) -> None:
    """Join the runs of a quotation that goes on over paragraphs to the claim that has one."""
    owner = {run: claim for claim in claims for run in claim.runs}
    for run in range(1, len(table.runs)):
        if run - 1 not in owner or not continues(table, run):
            continue
        if run in owner and not _far_cue(owner[run], table, run):
            continue
        if run in owner:
            owner[run].runs.discard(run)
            owner[run].content.difference_update(run_rows(table, run).tolist())
        owner[run] = owner[run - 1]
        owner[run].runs.add(run)
        owner[run].content.update(run_rows(table, run).tolist())
    for run in range(len(table.runs) - 1, 0, -1):
        if run - 1 in owner or run not in owner or not continues(table, run):
            continue
        owner[run - 1] = owner[run]
        owner[run].runs.add(run - 1)
        owner[run].content.update(run_rows(table, run - 1).tolist())


def _far_cue(claim: Claim, table: TokenTable, run: int) -> bool:
    """Tell whether a claim's cue stands in another paragraph than a run that it has."""
    here = int(table.run_paragraph[run])
    return all(int(table.paragraph[row]) != here for row in claim.cue.tolist())


def continues(table: TokenTable, run: int) -> bool:
    """Tell whether a run goes on with the one before: unclosed at its paragraph's end."""
    before, here = table.runs[run - 1], table.runs[run]
    if before.closed or table.run_paragraph[run] != table.run_paragraph[run - 1] + 1:
        return False
    row = int(np.searchsorted(table.end, here.outer.start, side="right"))
    return row == 0 or bool(table.paragraph[row - 1] != table.paragraph[row])


def _run_claims(
    table: TokenTable, reader: Reader, claims: list[Claim], text: str, within: Rows
) -> list[Claim]:
    """Return claims for runs of some length that no cue has; some join the claims there are."""
    taken = {row for claim in claims for row in claim.content}
    open_runs: list[tuple[int, Anchor]] = []
    for run, item in enumerate(table.runs):
        anchor = run_anchor(table, run)
        if anchor is None or anchor.first not in range(*within) or anchor.first in taken:
            continue
        long = len(item.inner.of(text).split()) >= FEWEST_WORDS
        if long or (open_runs and continues(table, run)):
            open_runs.append((run, anchor))
    labellings = reader.label([anchor for _, anchor in open_runs])
    found: list[Claim] = []
    owner = {run: claim for claim in claims for run in claim.runs}
    for (run, _), labelling in zip(open_runs, labellings, strict=True):
        if run in owner:
            continue
        if run - 1 in owner and continues(table, run):
            claim = owner[run - 1]
        else:
            if labelling.accepted < RUN_FLOOR:
                continue
            claim = _run_claim(table, labelling, claims + found)
            if all(claim is not one for one in claims + found):
                found.append(claim)
        claim.runs.add(run)
        claim.content.update(run_rows(table, run).tolist())
        owner[run] = claim
    return found


def _run_claim(table: TokenTable, labelling: Labelling, claims: list[Claim]) -> Claim:
    """Return the claim that a run belongs to: one with the same cue, or a new one."""
    fresh = claim_of(labelling, table, chance=labelling.accepted, speech=1.0, method="run")
    for claim in claims:
        if len(fresh.cue) and len(claim.cue) and np.isin(fresh.cue, claim.cue).any():
            return claim
    fresh.content.clear()
    if not len(fresh.cue):
        fresh.top = -1
        fresh.method = "continued" if len(fresh.source) else "unattributed"
    return fresh
