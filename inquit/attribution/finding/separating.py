"""Contents taken apart where two quotes were joined.

A direct quote holds nothing unquoted, and a quotation that was closed does not go on in the next
paragraph: what follows is a quote of its own, by the same source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from inquit.attribution.extraction import Extraction, Method
from inquit.attribution.finding.calibration import UNCUED
from inquit.model.span import Span

CONTINUED = Method.CONTINUED
FEWEST_WORDS = 3
"""Of an unquoted sentence that was joined to a quotation."""
_CLOSING = "”»’'\""
_OPENING = "“«‘'\""
_SENTENCE_ENDS = re.compile(r"[.!?…][”»’'\")\]]*(?:\s|$)")


def separate_quotes(report: Extraction, text: str) -> Iterator[Extraction]:
    """Yield a report, and after it what its content holds of other quotes.

    Args:
        report: what was found, contents in order.
        text: the article's text.
    """
    groups = [[report.content_spans[0]]]
    for before, after in zip(report.content_spans, report.content_spans[1:], strict=False):
        if _are_two_quotes(before, after, text):
            groups.append([])
        groups[-1].append(after)
    holder = _with_cue(groups, report.cue)
    held = groups[holder][0]
    for number, group in enumerate(groups):
        part = replace(report, content_spans=tuple(group))
        if number == holder:
            yield part
        elif _is_quoted(group[0], text) or _is_sentence(group, held, text):
            yield _continued(part)


def _with_cue(groups: list[list[Span]], cue: Span | None) -> int:
    """Return which group the cue belongs to: the nearest one."""
    if cue is None:
        return 0
    return min(
        range(len(groups)),
        key=lambda n: min(_distance(cue, span) for span in groups[n]),
    )


def _distance(cue: Span, span: Span) -> int:
    return max(cue.start - span.end, span.start - cue.end, 0)


def _continued(part: Extraction) -> Extraction:
    return replace(
        part,
        cue=None,
        cue_lemma="",
        addressee=None,
        evidence=UNCUED,
        method=CONTINUED,
        reason="no inquit; whoever was quoted just before goes on",
    )


def _is_sentence(group: list[Span], held: Span, text: str) -> bool:
    """Tell whether an unquoted part is a sentence of its own in the paragraph of the cue's part."""
    first, second = sorted((held, group[0]))
    words = sum(len(span.of(text).split()) for span in group)
    return words >= FEWEST_WORDS and "\n" not in text[first.end : second.start]


def _are_two_quotes(before: Span, after: Span, text: str) -> bool:
    gap = text[before.end : after.start]
    first, second = _is_quoted(before, text), _is_quoted(after, text)
    if any(any(map(str.isalnum, line)) for line in gap.split("\n")[1:-1]):
        return True  # A whole paragraph of the narrator's stands between them.
    if "\n" in gap and first:
        return gap.lstrip(".,!?…")[:1] in _CLOSING and gap[:1] != ""
    if first != second:
        return "\n" in gap or _SENTENCE_ENDS.search(text[before.end - 1 : after.start]) is not None
    return False


def _is_quoted(span: Span, text: str) -> bool:
    """Tell whether a span stands between quotation marks as a whole."""
    before = text[max(0, span.start - 1) : span.start]
    return bool(before) and before in _OPENING
