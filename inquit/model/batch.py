"""What the engine hands over while it is still working."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from inquit.model.article import Article
from inquit.model.quotation import Analysis, Attribution, Mention, Quote, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisBatch:
    """The result for the next stretch of an article.

    Attributes:
        done: code points analysed so far.
        total: code points in all.
        quotes: quotes found in this stretch, in reading order.
        mentions: mentions of sources in this stretch.
        sources: sources that are new or that this stretch tells more about (same id).
        attributions: one for each of the quotes, or a better one for an earlier quote.
        english: whether the article is in the language that the engine reads.
    """

    done: int
    total: int
    quotes: tuple[Quote, ...]
    mentions: tuple[Mention, ...]
    sources: tuple[Source, ...]
    attributions: tuple[Attribution, ...]
    english: bool = True


def collect(
    article: Article, batches: Iterable[AnalysisBatch], *, engine_version: str, model_name: str
) -> Analysis:
    """Return the whole analysis that the batches of one article add up to."""
    quotes: dict[str, Quote] = {}
    mentions: list[Mention] = []
    sources: dict[str, Source] = {}
    attributions: dict[str, Attribution] = {}
    english = True
    for batch in batches:
        english = english and batch.english
        quotes.update((quote.id, quote) for quote in batch.quotes)
        mentions.extend(batch.mentions)
        sources.update((source.id, source) for source in batch.sources)
        attributions.update((given.quote_id, given) for given in batch.attributions)
    ordered = sorted(quotes.values(), key=lambda quote: quote.content_spans)
    return Analysis(
        article_id=article.id,
        text_digest=article.text_digest,
        engine_version=engine_version,
        model_name=model_name,
        quotes=tuple(ordered),
        mentions=tuple(sorted(mentions, key=lambda mention: mention.span)),
        sources=tuple(sources.values()),
        attributions=tuple(attributions[quote.id] for quote in ordered),
        english=english,
    )


def as_single_batch(article: Article, analysis: Analysis) -> AnalysisBatch:
    """Return a finished analysis as a single batch that covers the whole article."""
    length = len(article.text)
    return AnalysisBatch(
        done=length,
        total=length,
        quotes=analysis.quotes,
        mentions=analysis.mentions,
        sources=analysis.sources,
        attributions=analysis.attributions,
        english=analysis.english,
    )
