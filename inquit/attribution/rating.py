"""What linking does not look at, told of its quotes: confidences, denial, topics."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from inquit.attribution.extraction import Extraction
from inquit.model.batch import AnalysisBatch
from inquit.model.quotation import Attribution, Confidences, Quote, quote_id


def rate(batch: AnalysisBatch, found: Iterable[Extraction], text_digest: str) -> AnalysisBatch:
    """Return a batch with what the extractions say of its quotes.

    Args:
        batch: what linking made of them; the confidence of each is its source's.
        found: the extractions.
        text_digest: of the article.
    """
    by_id = {quote_id(text_digest, one.content_spans[0]): one for one in found}
    quotes = tuple(_marked(quote, by_id.get(quote.id)) for quote in batch.quotes)
    given = tuple(_rated(one, by_id.get(one.quote_id)) for one in batch.attributions)
    return replace(batch, quotes=quotes, attributions=given)


def _marked(quote: Quote, found: Extraction | None) -> Quote:
    if found is None or not (found.negated or found.topic):
        return quote
    return replace(quote, negated=found.negated, topic=found.topic)


def _rated(given: Attribution, found: Extraction | None) -> Attribution:
    if found is None:
        return given
    confidences = Confidences(
        quote=round(found.quote_confidence, 4),
        ends=round(found.ends_confidence, 4),
        source=given.confidence,
    )
    return replace(given, confidence=confidences.smallest, confidences=confidences)
