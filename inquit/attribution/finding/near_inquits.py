"""Quotations right beside an inquit, which are that one's whatever the encoder thinks.

In `“Where is it?” asked Tom. “On the hook!” cried the porter.` each quotation touches its inquit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from inquit.attribution.extraction import Extraction, Method
from inquit.attribution.marks import QuotedRun
from inquit.model.span import Span

LONGEST = 60
"""Code points of an inquit, with who speaks, that is taken for one."""
_PAUSES = ",!?…—–-"
_NEXT = 1
"""Code points between the reporting word and who speaks."""


def near_inquit(opinion: Extraction) -> Span | None:
    """Return the stretch of reporting word and speaker, None where they stand apart."""
    cue, source = opinion.cue, opinion.source
    if opinion.method is not Method.INQUIT or cue is None or source is None:
        return None
    first, second = sorted((cue, source))
    stretch = Span(first.start, second.end)
    close = second.start - first.end <= _NEXT and len(stretch) <= LONGEST
    return stretch if close else None


def owners_of_runs(
    runs: Sequence[QuotedRun], opinions: Iterable[Extraction], text: str
) -> dict[int, Span]:
    """Return the cue of the inquit that a run touches, for each run that does.

    Args:
        runs: quoted runs, in the order of the text.
        opinions: what the rules found.
        text: the article's text.
    """
    found: dict[int, Span] = {}
    for opinion in opinions:
        inquit = near_inquit(opinion)
        if inquit is None or opinion.cue is None:
            continue
        for number, run in enumerate(runs):
            if _touches(run, inquit, text) and _says(opinion, run):
                found[number] = opinion.cue
    return found


def _touches(run: QuotedRun, inquit: Span, text: str) -> bool:
    """Tell whether an inquit follows a run that does not end a sentence, or leads to it."""
    if run.outer.end <= inquit.start:
        between = text[run.outer.end : inquit.start].strip()
        last = text[run.inner.end - 1 : run.inner.end]
        return between == "," or (not between and last in _PAUSES)
    return text[inquit.end : run.outer.start].strip() in (",", ":")


def _says(opinion: Extraction, run: QuotedRun) -> bool:
    return any(run.outer.overlaps(span) for span in opinion.content_spans)
