"""The learned finder: passages in, reports out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inquit.attribution.passage import Passage
from inquit.attribution.report import Report
from inquit.attribution.rules.verbs import FORMS
from inquit.attribution.tagger.claims import Claim
from inquit.attribution.tagger.network import Network
from inquit.attribution.tagger.reading import Reader
from inquit.attribution.tagger.settling import settle
from inquit.attribution.tagger.spans import content_spans, rows_span
from inquit.attribution.tagger.table import TokenTable, table_of

CONTEXT = 2
"""Paragraphs of the call before that are read again, for who spoke there."""


class TaggerFinder:
    """Finds reported speech with trained networks; one for each article."""

    def __init__(self, networks: tuple[Network, ...]) -> None:
        """Start with nothing read.

        Args:
            networks: whose probabilities are averaged.
        """
        self._networks = networks
        self._before: tuple[Passage, ...] = ()

    def find(self, passages: Sequence[Passage]) -> Iterator[Report]:
        """Yield the reports of the next passages; see `inquit.attribution.finder.Finder`."""
        whole = (*self._before, *passages)
        first_row = sum(len(passage.doc) for passage in self._before)
        self._before = whole[-CONTEXT:]
        if not any(len(passage.doc) for passage in whole):
            return
        yield from reports_of(table_of(whole), _text(whole), self._networks, first_row=first_row)


def reports_of(
    table: TokenTable, text: str, networks: tuple[Network, ...], *, first_row: int = 0
) -> Iterator[Report]:
    """Yield the reports of a stretch of paragraphs in reading order.

    Args:
        table: the tokens.
        text: the article's text, or anything that agrees with it in these paragraphs.
        networks: whose probabilities are averaged.
        first_row: rows before this are only context.
    """
    reader = Reader(networks, table)
    for claim in settle(table, reader, text, first_row=first_row):
        report = _report(claim, table, text)
        if report.content_spans:
            yield report


def _report(claim: Claim, table: TokenTable, text: str) -> Report:
    cue = rows_span(table, claim.cue.tolist())
    word = text[int(table.start[claim.top]) : int(table.end[claim.top])] if cue else ""
    source = rows_span(table, claim.source.tolist())
    return Report(
        content_spans=content_spans(table, claim.content, text),
        cue=cue,
        cue_lemma=FORMS.get(word.lower(), word.lower()),
        source=source,
        addressee=None,
        method=claim.method,
        confidence=claim.chance * claim.source_chance,
        reason="",
    )


def _text(passages: Sequence[Passage]) -> str:
    """Return a text in which the passages lie at their offsets, blank elsewhere."""
    parts: list[str] = []
    done = 0
    for passage in passages:
        parts += [" " * (passage.span.start - done), passage.text]
        done = passage.span.end
    return "".join(parts)
