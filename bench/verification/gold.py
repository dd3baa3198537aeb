"""An analysis that says what the annotators say, for verdicts with the speaker given."""

from __future__ import annotations

from collections.abc import Iterable

from bench.verification.making import GoldQuote
from inquit.model.article import Article
from inquit.model.quotation import (
    Analysis,
    Attribution,
    Quote,
    QuoteType,
    Source,
    SourceId,
    SourceKind,
    quote_id,
)


def gold_analysis(article: Article, quotes: Iterable[GoldQuote]) -> Analysis:
    """Return the quotes of an article with those who are credited with them.

    Args:
        article: the article.
        quotes: its quotes.
    """
    held = [each for each in quotes if each.article is article]
    names = {each.speaker: SourceId(f"s{at}") for at, each in enumerate(held)}
    made = [
        Quote(
            id=quote_id(article.text_digest, each.span),
            type=QuoteType(each.kind),
            content_spans=(each.span,),
        )
        for each in held
    ]
    return Analysis(
        article_id=article.id,
        text_digest=article.text_digest,
        engine_version="gold",
        model_name="gold",
        quotes=tuple(made),
        mentions=(),
        sources=tuple(
            Source(id=known, name=name, kind=_kind(name)) for name, known in names.items()
        ),
        attributions=tuple(
            Attribution(
                quote_id=quote.id,
                cue=None,
                mention=None,
                source_id=names[each.speaker],
                addressee=None,
                method="gold",
                confidence=1.0,
                reason="",
            )
            for quote, each in zip(made, held, strict=True)
        ),
    )


def _kind(name: str) -> SourceKind:
    return SourceKind.PERSON if name[:1].isupper() else SourceKind.UNNAMED
