"""Filters the quotes of the sidebar by words, by kind and by confidence."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable

from inquit.model.article import Article
from inquit.model.quotation import QuoteType
from widgets.accent_folding import fold_accents
from widgets.attributed_quotes import AttributedQuote, Wanted

UNSURE = 0.6
"""Confidence below which a quote counts as unsure."""

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
_IS, _CONFIDENCE = "is:", "conf:"
_THRESHOLD = re.compile(r"conf:(<=|>=|<|>|=|)(\d+|\d*\.\d+)(%?)")
_COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "": operator.ge,
}

TERMS = {
    "is:direct is:indirect is:mixed": "Only quotes of a kind",
    "is:named is:unnamed": "Only sources that the text names, or withholds",
    "is:unattributed": "Only quotes whose source is not known",
    "is:corrected": "Only what you set right",
    "is:unsure": f"Only below {UNSURE:.0%} of confidence",
    "conf:<80 conf:>=.9": "Only that confidence, in per cent or from 0 to 1",
    "any other words": "Only quotes or sources with all of them",
}
"""What can be typed into the filter, with what it shows."""

_OFFERED = (*(_IS + kind for kind in _KINDS), _CONFIDENCE + "<80", _CONFIDENCE + ">=90")


def parse_filter(query: str, article: Article) -> Wanted | None:
    """Return the predicate of the quotes that a filter lets through, or None for all.

    Args:
        query: words that must be in the source's name or in the quote, accents left out, and any of
            TERMS; a term that is not finished yet lets everything through.
        article: the article.
    """
    parts = fold_accents(query).casefold().split()
    terms = [term for part in parts if _is_term(part) and (term := _term(part)) is not None]
    words = [part for part in parts if not _is_term(part)]
    if not terms and not words:
        return None

    def wanted(finding: AttributedQuote) -> bool:
        if not all(term(finding) for term in terms):
            return False
        name = finding.source.name if finding.source is not None else ""
        said = " ".join(span.of(article.text) for span in finding.quote.content_spans)
        said = fold_accents(f"{name} {said}").casefold()
        return all(word in said for word in words)

    return wanted


def complete_term(query: str) -> str | None:
    """Return a query with its last term completed to the first known one, or None."""
    before, space, last = query.rpartition(" ")
    if not last:
        return None
    begun = last.casefold()
    fit = (term for term in _OFFERED if term.startswith(begun) and term != begun)
    found = next(fit, None)
    return before + space + last + found[len(last) :] if found is not None else None


def _is_term(part: str) -> bool:
    return part.startswith((_IS, _CONFIDENCE))


def _term(part: str) -> Wanted | None:
    """Return what a term lets through, or None where it is not finished."""
    if part.startswith(_IS):
        return _KINDS.get(part.removeprefix(_IS))
    if (given := _THRESHOLD.fullmatch(part)) is None:
        return None
    sign, number, per_cent = given.groups()
    share = float(number)
    # Numbers above 1 are per cent, as confidence is shown.
    least = share if per_cent or share > 1 else 100 * share
    return lambda finding: _COMPARISONS[sign](
        round(100 * finding.attribution.confidence), round(least, 6)
    )
