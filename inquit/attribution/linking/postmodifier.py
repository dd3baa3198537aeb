"""What follows a description and tells who is meant: `sources` who know both women."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from spacy.tokens import Token

from inquit.attribution.passage import Passage
from inquit.attribution.rules.phrases import TELLING, TEMPORAL
from inquit.model.span import Span

LONGEST = 14
"""Words of a description with what follows it."""


def with_postmodifier(span: Span, passage: Passage, others: Iterable[Span]) -> Span:
    """Return the span of a description with the relative clause and the like that restrict it.

    Args:
        span: a description.
        passage: the paragraph that it lies in.
        others: the report's other parts, which it must not run into.
    """
    first, end = bisect_right(passage.ends, span.start), bisect_left(passage.starts, span.end)
    tokens = list(passage.doc[first:end])
    head = next((token for token in tokens if token.head not in tokens), None)
    if head is None or head.tag_ not in ("NN", "NNS"):
        return span
    last = tokens[-1].i
    for child in head.rights:
        if child.left_edge.i == last + 1 and _restricts(child) and _is_plain(child, passage):
            last = child.right_edge.i
    whole = Span(span.start, passage.ends[last])
    short = last - tokens[0].i < LONGEST
    return whole if short and not any(whole.overlaps(one) for one in others) else span


def _restricts(child: Token) -> bool:
    """Tell whether a clause or phrase tells who is meant: no comma, no time."""
    if child.dep_ == "relcl":
        return child.left_edge.tag_ in ("WP", "WDT", "WP$")
    if child.dep_ == "acl":
        return child.tag_ in ("VBG", "VBN") and child.left_edge is child
    timed = any(token.lower_ in TEMPORAL for token in child.children)
    return child.dep_ == "prep" and child.lower_ in TELLING and not timed


def _is_plain(child: Token, passage: Passage) -> bool:
    """Tell whether nothing in it is quoted."""
    return all(passage.run_at[token.i] < 0 for token in child.subtree)
