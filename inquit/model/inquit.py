"""The inquit: the words that name who said something."""

from __future__ import annotations

from inquit.model.quotation import Analysis, Attribution, MentionKind
from inquit.model.span import Span

LONGEST = 80
"""The most code points between the name and the reporting word of an inquit."""


def inquit_of(attribution: Attribution) -> Span | None:
    """Return the span from the name to the reporting word, or None where the text names nobody.

    Args:
        attribution: who is credited, by what words.
    """
    mention, cue = attribution.mention, attribution.cue
    if mention is None or mention.kind is not MentionKind.NAME:
        return None
    if cue is None:
        return mention.span
    start, end = min(mention.span.start, cue.span.start), max(mention.span.end, cue.span.end)
    return Span(start, end) if end - start <= LONGEST else mention.span


def inquit_at(analysis: Analysis, span: Span) -> Span | None:
    """Return the words that say by name who said a passage, where one quote is there.

    Args:
        analysis: what was found in the article.
        span: the passage, which may differ from the quote by a comma.
    """
    found = {quote.id for quote in analysis.quotes if quote.span.overlaps(span)}
    given = [each for each in analysis.attributions if each.quote_id in found]
    return inquit_of(given[0]) if len(given) == 1 else None
