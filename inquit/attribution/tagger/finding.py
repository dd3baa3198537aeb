"""What the networks and the rules find in a stretch of paragraphs, with its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from inquit.attribution.report import Report
from inquit.attribution.rules.nominal import METHOD as NOMINAL
from inquit.attribution.rules.structure import TURN
from inquit.attribution.rules.verbs import FORMS
from inquit.attribution.tagger.agreement import (
    agreed,
    counterpart,
    forms_of_page,
    left_over,
    touching,
    unclaimed,
)
from inquit.attribution.tagger.calibration import evidence_of
from inquit.attribution.tagger.claims import Claim, with_articles
from inquit.attribution.tagger.doubt import (
    NAMING,
    asks_in_passing,
    is_charged,
    is_doubtful,
    keeps_silent,
    says_no_comment,
    says_nothing,
)
from inquit.attribution.tagger.preference import prefers_rules
from inquit.attribution.tagger.reading import Reader
from inquit.attribution.tagger.settling import Rows, settle
from inquit.attribution.tagger.spans import content_spans, rows_span, tight
from inquit.attribution.tagger.table import TAG_COLUMN, Floats, TokenTable, tag_numbers
from inquit.model.span import Span

SPEECH_FLOOR = 0.5
"""Least probability that an unquoted report is one of speech and not of belief or intention."""

METHOD = "cue"
EVEN = 0.5
"""Probability of what the networks have no opinion of."""
FAINT = 0.7
"""A cue less likely than this gives way to rules that see the same quotation without one."""

_POSSESSIVE = tag_numbers("POS")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A report, its confidence still to be worked out.

    Attributes:
        report: what was found.
        evidence: the numbers that the confidence rests on.
        top: row of the cue's head token, -1 without a cue.
    """

    report: Report
    evidence: Floats
    top: int


def find_all(
    table: TokenTable,
    reader: Reader,
    text: str,
    opinions: Sequence[Report],
    *,
    rows: Rows,
) -> list[Finding]:
    """Return the findings of a stretch of paragraphs, in reading order.

    Args:
        table: the tokens.
        reader: the networks, having read table.
        text: the article's text.
        opinions: what the rules found in them.
        rows: first and last row to find claims in; those around are only context.
    """
    forms = forms_of_page(opinions)
    found = []
    for claim in settle(table, reader, rows=rows):
        report = _report(claim, table, text)
        if not report.content_spans or (claim.speech < SPEECH_FLOOR and not claim.runs):
            continue
        if says_nothing(claim, table, text) or touching(report, forms):
            continue
        opinion = counterpart(report, opinions)
        if opinion is None:
            if not is_doubtful(claim, table, text):
                found.append(_finding(report, claim, own=True))
            continue
        same = table.opinions[opinions.index(opinion)]
        trusted = opinion.method == NOMINAL or prefers_rules(
            claim, same, table, lemma=opinion.cue_lemma
        )
        faint = claim.chance < FAINT
        report, own = agreed(report, opinion, trusted=trusted, faint=faint)
        found.append(_finding(report, claim, own=own))
    found += _rules_alone(table, reader, found, opinions, forms, text, first_row=rows[0])
    return sorted(found, key=lambda finding: finding.report.content_spans)


def _finding(report: Report, claim: Claim, *, own: bool) -> Finding:
    evidence = evidence_of(
        cued=True,
        chance=claim.chance,
        source_chance=claim.source_chance if own else EVEN,
        quoted=bool(claim.runs),
    )
    return Finding(report=report, evidence=evidence, top=claim.top)


def _rules_alone(
    table: TokenTable,
    reader: Reader,
    found: list[Finding],
    opinions: Sequence[Report],
    forms: Sequence[Report],
    text: str,
    *,
    first_row: int,
) -> list[Finding]:
    start = int(table.start[first_row])
    reports = [one.report for one in found]
    new = [one for one in opinions if one.content_spans[0].start >= start]
    fresh = [left_over(one, reports, text) for one in new]
    chances = [_cue_chance(table, reader, one.cue) if one.cue else 1.0 for one in fresh]
    return [
        Finding(
            report=report,
            evidence=evidence_of(
                cued=_judged(report),
                chance=chance if _judged(report) else EVEN,
                source_chance=EVEN,
                quoted=False,
            ),
            top=-1,
        )
        for report, chance in unclaimed(reports, fresh, chances, forms=forms)
        if not _keeps_silent(report, text)
    ]


def _keeps_silent(report: Report, text: str) -> bool:
    """Tell whether a report of the rules is only of silence, or of what a thing is called."""
    cue = report.cue.of(text) if report.cue is not None else ""
    if any(says_no_comment(cue, span.of(text)) for span in report.content_spans):
        return True
    if report.source is None and report.cue is not None:
        named = report.cue.of(text).casefold() in NAMING
        if named or asks_in_passing(report.cue, text):
            return True
    return any(keeps_silent(span.of(text)) for span in report.content_spans)


def _judged(report: Report) -> bool:
    """Tell whether a report of the rules has a cue of which the networks know what to think.

    They see nothing in the colon of `NAME: words`.
    """
    return report.cue is not None and report.method != TURN


def _cue_chance(table: TokenTable, reader: Reader, cue: Span) -> float:
    """Return the networks' probability that a cue of the rules is one."""
    low = int(np.searchsorted(table.end, cue.start, side="right"))
    high = int(np.searchsorted(table.start, cue.end, side="left"))
    return float(1 - reader.cue_chances[low : max(high, low + 1), 0].min())


def _report(claim: Claim, table: TokenTable, text: str) -> Report:
    cue = rows_span(table, claim.cue.tolist())
    word = text[int(table.start[claim.top]) : int(table.end[claim.top])] if cue else ""
    credited = [] if is_charged(claim, table, text) else claim.source.tolist()
    source = tight(rows_span(table, _without_possessive(credited, table)), text)
    return Report(
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
    possessive = rows and int(table.features[rows[-1], TAG_COLUMN]) in _POSSESSIVE
    return rows[:-1] if possessive else rows


def _reason(claim: Claim, cue: Span | None, source: Span | None, text: str) -> str:
    if source is None:
        said = f"“{cue.of(text)}” reports it" if cue is not None else "it stands in quotation marks"
        return f"{said}, but nobody nearby is credited"
    if cue is None:
        return f"no reporting word of its own; “{source.of(text)}” is who speaks here"
    beside = "stands with the quotation" if claim.runs else "reports the clause"
    return f"“{cue.of(text)}” {beside}, and “{source.of(text)}” is who does so"
