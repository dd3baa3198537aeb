"""What the engine hands over while it is still working."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from inquit.model.article import Article
from inquit.model.quotation import Analysis, Attribution, Mention, Quote, Source
from inquit.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisBatch:
    """The result for the next stretch of an article.

    Attributes:
        done: code points analysed so far from the beginning on.
        total: code points in all.
        quotes: quotes found in this stretch, in reading order.
        mentions: mentions of sources in this stretch.
        sources: sources that are new or that this stretch tells more about (same id).
        attributions: one for each of the quotes, or a better one for an earlier quote.
        english: whether the article is in the language that the engine reads.
        preview: the stretch that was looked at ahead of the rest; what was found there holds until
            the rest is analysed up to there. None for what is final.
    """

    done: int
    total: int
    quotes: tuple[Quote, ...]
    mentions: tuple[Mention, ...]
    sources: tuple[Source, ...]
    attributions: tuple[Attribution, ...]
    english: bool = True
    preview: Span | None = None


def collect(
    article: Article, batches: Iterable[AnalysisBatch], *, engine_version: str, model_name: str
) -> Analysis:
    """Return the whole analysis that the batches of one article add up to.

    Previews count only where the rest is not analysed yet.
    """
    quotes: dict[str, Quote] = {}
    mentions: list[Mention] = []
    sources: dict[str, Source] = {}
    attributions: dict[str, Attribution] = {}
    english = True
    for batch in in_force(batches):
        english = english and batch.english
        quotes.update((quote.id, quote) for quote in batch.quotes)
        mentions.extend(batch.mentions)
        if batch.preview is None:
            sources.update((source.id, source) for source in batch.sources)
        else:
            sources = {source.id: source for source in batch.sources} | sources
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


def in_force(batches: Iterable[AnalysisBatch]) -> Iterator[AnalysisBatch]:
    """Yield what is final as it comes, then what previews show of the stretches after that.

    Args:
        batches: of one article, in the order in which they were made.
    """
    done, previews = 0, []
    for batch in batches:
        if batch.preview is None:
            done = batch.done
            yield batch
        else:
            previews.append(batch)
    shown: list[Span] = []
    for batch in reversed(previews):
        stretch = batch.preview
        if stretch is None or stretch.end <= done:
            continue
        yield _only_between(batch, max(done, stretch.start), hidden=shown)
        shown.append(stretch)


def _only_between(batch: AnalysisBatch, start: int, *, hidden: list[Span]) -> AnalysisBatch:
    """Return a preview without the quotes that begin earlier or that a later preview shows."""
    quotes = tuple(
        quote
        for quote in batch.quotes
        if quote.span.start >= start and not any(map(quote.span.overlaps, hidden))
    )
    kept = {quote.id for quote in quotes}
    return replace(
        batch,
        quotes=quotes,
        attributions=tuple(one for one in batch.attributions if one.quote_id in kept),
        mentions=tuple(
            one
            for one in batch.mentions
            if one.span.start >= start and not any(map(one.span.overlaps, hidden))
        ),
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
