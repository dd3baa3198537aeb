"""Which findings the sidebar shows: narrowed by words and by what they are."""

from __future__ import annotations

from inquit.model.article import Article
from inquit.model.quotation import QuoteType
from widgets.findings import Finding, Wanted

UNSURE = 0.6
"""Confidence below which a finding counts as unsure."""

_KINDS: dict[str, Wanted] = {
    "direct": lambda finding: finding.quote.type is QuoteType.DIRECT,
    "indirect": lambda finding: finding.quote.type is QuoteType.INDIRECT,
    "mixed": lambda finding: finding.quote.type is QuoteType.MIXED,
    "named": lambda finding: finding.source is not None and not finding.unnamed,
    "unnamed": lambda finding: finding.unnamed,
    "unattributed": lambda finding: finding.source is None,
    "corrected": lambda finding: (
        finding.corrected or (finding.source is not None and finding.source.corrected is not None)
    ),
    "unsure": lambda finding: finding.attribution.confidence < UNSURE,
}
KINDS = tuple(_KINDS)
"""What may follow ``is:``."""


def wanted_by(query: str, article: Article) -> Wanted | None:
    """Return what tells the findings that a filter lets through, or None for all.

    Args:
        query: words that must be in the source's name or in the quote, and any of KINDS each
            after ``is:``; a word after ``is:`` that is not finished yet lets everything through.
        article: the article.
    """
    parts = query.casefold().split()
    kinds = [_KINDS[part[3:]] for part in parts if part.startswith("is:") and part[3:] in _KINDS]
    words = [part for part in parts if not part.startswith("is:")]
    if not kinds and not words:
        return None

    def wanted(finding: Finding) -> bool:
        if not all(kind(finding) for kind in kinds):
            return False
        name = finding.source.name if finding.source is not None else ""
        said = " ".join(span.of(article.text) for span in finding.quote.content_spans)
        said = f"{name} {said}".casefold()
        return all(word in said for word in words)

    return wanted
