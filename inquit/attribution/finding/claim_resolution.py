"""Claims settled against each other: one owner a word, and quotations over paragraphs whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

import numpy as np

from inquit.attribution.finding.cue_claims import Claim, claim_of, run_rows, snap
from inquit.attribution.finding.encoder.reading import EncoderReader
from inquit.attribution.finding.token_table import TokenTable
from inquit.model.span import Span

CUE_FLOOR = 0.5
"""Least probability of a cue."""

Rows: TypeAlias = tuple[int, int]
"""First and last row, the last not included."""


def settle(
    table: TokenTable, claims: Iterable[Claim], *, rows: Rows, owners: Mapping[int, Span]
) -> list[Claim]:
    """Return the claims of a stretch of paragraphs, in reading order, disjoint.

    Args:
        table: the tokens.
        claims: by cue, which this changes.
        rows: where claims are sought; the rows around only give context.
        owners: the cues of inquits that quoted runs touch, by the runs' numbers.
    """
    claims = list(claims)
    _give_to_owners(claims, table, owners)
    _leave_other_inquits(claims, table)
    claims = _disjoint(claims, table)
    _chain(claims, table)
    for claim in claims:
        claim.content = {row for row in claim.content if row < rows[1]}
    return sorted((one for one in claims if one.content), key=lambda one: min(one.content))


def claims_by_cue(table: TokenTable, reader: EncoderReader, *, rows: Rows) -> list[Claim]:
    """Return what each cue claims by itself.

    Args:
        table: the tokens.
        reader: the encoder, having read table.
        rows: where cues are sought.
    """
    chances = reader.cue_chances
    chance = 1 - chances[:, 0]
    tops = np.flatnonzero(chance >= CUE_FLOOR)
    tops = tops[(tops >= rows[0]) & (tops < rows[1])]
    labellings = reader.label(tops.tolist())
    claims = [
        claim_of(
            labelling,
            table,
            chance=float(chance[row]),
            speech=float(chances[row, 1] / chance[row]),
        )
        for row, labelling in zip(tops.tolist(), labellings, strict=True)
    ]
    for claim in claims:
        snap(claim, table)
    return [claim for claim in claims if claim.content]


def _give_to_owners(claims: list[Claim], table: TokenTable, owners: Mapping[int, Span]) -> None:
    """Take from each claim the runs that touch another inquit, and give it its own."""
    for claim in claims:
        cues = [Span(int(table.start[n]), int(table.end[n])) for n in (claim.top, *claim.cue)]
        for run, owner in owners.items():
            rows = set(run_rows(table, run).tolist())
            if any(owner.overlaps(cue) for cue in cues):
                claim.content |= rows
                claim.runs.add(run)
            elif run in claim.runs:
                claim.content -= rows
                claim.runs.discard(run)


def _leave_other_inquits(claims: list[Claim], table: TokenTable) -> None:
    """Take from each claim the sentences without its cue that another claim has with one."""
    for claim in claims:
        own = set(table.sentence[claim.cue].tolist())
        for other in claims:
            theirs = set(table.sentence[other.cue].tolist()) - own
            if other is claim or other.top in claim.content or not theirs:
                continue
            claim.content -= {
                row for row in claim.content & other.content if int(table.sentence[row]) in theirs
            }
            claim.runs = {run for run in claim.runs if claim.content & set(run_rows(table, run))}


def _disjoint(claims: list[Claim], table: TokenTable) -> list[Claim]:
    """Return the claims that stand beside each other; the likelier cue keeps shared words."""
    kept: list[Claim] = []
    for claim in sorted(claims, key=lambda one: -one.chance):
        if any(claim.top in other.cue for other in kept):
            continue
        if any(claim.top in other.content for other in kept):
            continue
        shared = {row for other in kept for row in claim.content & other.content}
        if not claim.content or 2 * len(shared) >= len(claim.content):
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
    """Tell whether a run goes on with the one before: left open at its paragraph's end, alike."""
    before, here = table.runs[run - 1], table.runs[run]
    if before.sign and here.sign not in ("", before.sign):
        return False
    if before.closed or table.run_paragraph[run] != table.run_paragraph[run - 1] + 1:
        return False
    row = int(np.searchsorted(table.end, here.outer.start, side="right"))
    return row == 0 or bool(table.paragraph[row - 1] != table.paragraph[row])
