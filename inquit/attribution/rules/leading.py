"""The unquoted start of what is said, where the inquit stands between it and the quotation."""

from __future__ import annotations

from inquit.attribution.passage import Passage
from inquit.attribution.rules.clauses import FINITE, trim
from inquit.attribution.rules.inquit import Inquit
from inquit.model.span import Span

SUBORDINATING = frozenset({"when", "as", "after", "before", "since", "once", "until"})
"""A clause that starts so tells when somebody spoke, unless the quotation goes on from it."""


def left_part(passage: Passage, inquit: Inquit, run: int) -> list[Span]:
    """Return the words before an inquit that its speaker said: `The streets, he said, "are safe"`.

    Args:
        passage: the paragraph.
        inquit: what stands between.
        run: index of the first run that the inquit owns.

    Returns:
        One span, or none where what stands before only tells when or where it was said.
    """
    doc = passage.doc
    start = inquit.start
    outer = passage.runs[run].outer
    if outer.start < passage.starts[inquit.verb] or start < 3 or doc[start - 1].lower_ != ",":
        return []
    after = inquit.end + 1
    if after >= len(doc) or doc[after].lower_ != ",":
        return []
    first = start - 1
    while first > 0 and not doc[first].is_sent_start and passage.run_at[first - 1] < 0:
        first -= 1
    if passage.run_at[first] >= 0 or (not passage.run_at[first - 1] < 0 and first > 0):
        return []
    before = trim(doc, first, start - 2)
    if before is None:
        return []
    tags = {doc[i].tag_ for i in range(before[0], before[1] + 1)}
    words = passage.slice(passage.runs[run].inner.start, passage.runs[run].inner.start + 1)
    goes_on = words.islower() or passage.starts[after] + 2 < outer.start
    clause = bool(tags & FINITE) and doc[before[0]].lower_ not in SUBORDINATING
    noun = any(doc[i].dep_ in ("nsubj", "nsubjpass") for i in range(before[0], before[1] + 1))
    if not (clause or (goes_on and noun)):
        return []
    if clause and not goes_on:
        return []
    end = passage.ends[before[1]]
    between = passage.slice(passage.starts[after] + 1, outer.start).strip()
    spans = [Span(passage.starts[before[0]], end)]
    if between:
        left = passage.starts[after] + 1
        gap = passage.slice(left, outer.start)
        spans.append(Span(left + len(gap) - len(gap.lstrip()), left + len(gap.rstrip())))
    return spans
