"""What the networks and the rules find in a stretch of paragraphs, with its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from inquit.attribution.extraction import Extraction, Method
from inquit.attribution.finding.calibration import Evidence, evidence_of
from inquit.attribution.finding.claim_resolution import Rows, settle
from inquit.attribution.finding.content_spans import content_spans, rows_span, tight
from inquit.attribution.finding.cue_claims import Claim, with_articles
from inquit.attribution.finding.encoder_claims import EncoderClaims
from inquit.attribution.finding.near_inquits import owners_of_runs
from inquit.attribution.finding.non_quote_claims import (
    NAMING,
    asks_in_passing,
    is_charged,
    is_doubtful,
    is_topic,
    keeps_silent,
    says_no_comment,
    says_nothing,
)
from inquit.attribution.finding.rule_reconciliation import (
    FORMS_OF_PAGE,
    agreed,
    counterpart,
    ends_by_rules,
    forms_of_page,
    left_over,
    reports_by_itself,
    touching,
    unclaimed,
    without_others,
)
from inquit.attribution.finding.token_table import TokenTable
from inquit.attribution.rules.structure import TURN
from inquit.attribution.rules.verbs import FORMS
from inquit.model.span import Span

SPEECH_FLOOR = 0.5
"""Least probability that an unquoted report is one of speech and not of belief or intention."""

METHOD = Method.ENCODER
EVEN = 0.5
"""Probability of what the networks have no opinion of."""
SURE_OF_ENDS = 0.8
"""Likeness between a content and the true one, as expected, below which rules set the ends."""
FAINT = 0.7
"""A cue less likely than this gives way to rules that see the same quotation without one."""

_POSSESSIVE = ("POS",)
_VERBAL = ("VB", "MD")


def find_all(
    table: TokenTable,
    read: EncoderClaims,
    text: str,
    opinions: Sequence[Extraction],
    *,
    rows: Rows,
) -> list[Extraction]:
    """Return the findings of a stretch of paragraphs, in reading order.

    Args:
        table: the tokens.
        read: what the encoder claims of them.
        text: the article's text.
        opinions: what the rules found in them.
        rows: first and last row to find claims in; those around are only context.
    """
    forms = forms_of_page(opinions)
    found: list[Extraction] = []
    owners = owners_of_runs(table.runs, opinions, text)
    for claim in settle(table, read.claims, rows=rows, owners=owners):
        report = without_others(_report(claim, table, text), opinions)
        if not report.content_spans or (claim.speech < SPEECH_FLOOR and not claim.runs):
            continue
        if says_nothing(claim, table, text) or touching(report, forms):
            continue
        opinion = counterpart(report, opinions)
        if opinion is None:
            about = is_topic(claim, table, text)
            if about or not is_doubtful(claim, table, text):
                evidence = _evidence(claim, own=True, ruled=False)
                found.append(replace(report, evidence=evidence, topic=about))
            continue
        faint = claim.chance < FAINT or not reports_by_itself(report)
        trusted = ends_by_rules(report, opinion) or claim.likeness() < SURE_OF_ENDS
        report, own = agreed(report, opinion, trusted=trusted, faint=faint)
        found.append(replace(report, evidence=_evidence(claim, own=own, ruled=True)))
    found += _rules_alone(table, read, found, opinions, forms, text, first_row=rows[0])
    return sorted(found, key=lambda one: one.content_spans)


def _evidence(claim: Claim, *, own: bool, ruled: bool) -> Evidence:
    return evidence_of(
        chance=claim.chance,
        source_chance=claim.source_chance if own else EVEN,
        likeness=claim.likeness(),
        quoted=bool(claim.runs),
        mixed=bool(claim.runs) and claim.holds_more_than_runs,
        ruled=ruled,
    )


def _rules_alone(
    table: TokenTable,
    read: EncoderClaims,
    found: list[Extraction],
    opinions: Sequence[Extraction],
    forms: Sequence[Extraction],
    text: str,
    *,
    first_row: int,
) -> list[Extraction]:
    start = int(table.start[first_row])
    new = [one for one in opinions if one.content_spans[0].start >= start]
    fresh = [left_over(one, found, text) for one in new]
    chances = [
        1.0
        if one.cue is None or one.method is Method.INTRODUCED
        else _cue_chance(table, read, one.cue)
        for one in fresh
    ]
    return [
        replace(report, evidence=_rules_evidence(report, chance))
        for report, chance in unclaimed(found, fresh, chances, forms=forms)
        if not _keeps_silent(report, text)
    ]


def _rules_evidence(report: Extraction, chance: float) -> Evidence:
    """Return the evidence for what only the rules found; chance is the encoder's for its cue.

    What rests on the form of the page has none: the encoder saw too few such pages to judge.
    """
    if report.method in FORMS_OF_PAGE:
        return ()
    return evidence_of(
        chance=chance if _judged(report) else None,
        source_chance=EVEN,
        likeness=EVEN,
        quoted=not _judged(report),
        mixed=False,
        ruled=True,
    )


def _keeps_silent(report: Extraction, text: str) -> bool:
    """Tell whether a report of the rules is only of silence, or of what a thing is called."""
    cue = report.cue.of(text) if report.cue is not None else ""
    if any(says_no_comment(cue, span.of(text)) for span in report.content_spans):
        return True
    if report.source is None and report.cue is not None:
        named = report.cue.of(text).casefold() in NAMING
        if named or asks_in_passing(report.cue, text):
            return True
    return any(keeps_silent(span.of(text)) for span in report.content_spans)


def _judged(report: Extraction) -> bool:
    """Tell whether a report of the rules has a cue of which the networks know what to think.

    They see nothing in the colon of `NAME: words`.
    """
    return report.cue is not None and report.method != TURN


def _cue_chance(table: TokenTable, read: EncoderClaims, cue: Span) -> float:
    """Return the networks' probability that a cue of the rules is one."""
    low = int(np.searchsorted(table.end, cue.start, side="right"))
    high = int(np.searchsorted(table.start, cue.end, side="left"))
    return float(1 - read.no_cue[low : max(high, low + 1)].min())


def _report(claim: Claim, table: TokenTable, text: str) -> Extraction:
    cue = rows_span(table, claim.cue.tolist())
    word = text[int(table.start[claim.top]) : int(table.end[claim.top])] if cue else ""
    credited = [] if is_charged(claim, table, text) else claim.source.tolist()
    if credited and table.tags[credited[0]].startswith(_VERBAL):
        credited = []  # a clause about who is credited
    source = tight(rows_span(table, _without_possessive(credited, table)), text)
    return Extraction(
        content_spans=content_spans(table, with_articles(claim, table), text),
        cue=cue,
        cue_lemma=FORMS.get(word.lower(), word.lower()),
        source=source,
        addressee=None,
        method=METHOD,
        confidence=0.0,
        reason=_reason(claim, cue, source, text),
    )


def _without_possessive(rows: list[int], table: TokenTable) -> list[int]:
    """Return the rows of a source; who `Keller's promise` credits is Keller."""
    possessive = rows and table.tags[rows[-1]].startswith(_POSSESSIVE)
    return rows[:-1] if possessive else rows


def _reason(claim: Claim, cue: Span | None, source: Span | None, text: str) -> str:
    if source is None:
        said = f"“{cue.of(text)}” reports it" if cue is not None else "it stands in quotation marks"
        return f"{said}, but nobody nearby is credited"
    if cue is None:
        return f"no reporting word of its own; “{source.of(text)}” is who speaks here"
    beside = "stands with the quotation" if claim.runs else "reports the clause"
    return f"“{cue.of(text)}” {beside}, and “{source.of(text)}” is who does so"
