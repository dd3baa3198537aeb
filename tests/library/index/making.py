"""Makes articles with analyses for tests of the library."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from inquit.library.index.entries import IndexEntry
from inquit.model.article import Article, article_of
from inquit.model.quotation import (
    Analysis,
    Attribution,
    Quote,
    QuoteType,
    Source,
    SourceId,
    SourceKind,
    quote_id,
    source_id,
)
from inquit.model.span import Span

ENGINE = "test-1"

_SAID = re.compile(r"“([^”]+)” (?:said|says) ([^.(]+?)(?: \(([^)]+)\))?\.")


def make_article(
    text: str,
    *,
    article_id: str = "https://www.axios.example/1",
    title: str | None = None,
    published: str | None = None,
    site: str | None = None,
) -> Article:
    """Return an article of some text."""
    article = article_of(text, article_id=article_id)
    return replace(article, title=title, published=published, site=site)


def make_analysis(article: Article, engine: str = ENGINE) -> Analysis:
    """Return an analysis that credits each “…” said NAME (ROLE). of a text; “officials” unnamed."""
    quotes, attributions, sources = [], [], dict[str, Source]()
    for found in _SAID.finditer(article.text):
        content, named = Span(*found.span(1)), Span(*found.span(2))
        name = found[2]
        if name not in sources:
            kind = SourceKind.PERSON if name[0].isupper() else SourceKind.UNNAMED
            sources[name] = Source(
                id=source_id(article.text_digest, named), name=name, kind=kind, role=found[3]
            )
        one = quote_id(article.text_digest, content)
        quotes.append(Quote(id=one, type=QuoteType.DIRECT, content_spans=(content,)))
        attributions.append(_attribution(quotes[-1], sources[name].id))
    return Analysis(
        article_id=article.id,
        text_digest=article.text_digest,
        engine_version=engine,
        model_name="none",
        quotes=tuple(quotes),
        mentions=(),
        sources=tuple(sources.values()),
        attributions=tuple(attributions),
    )


def make_entry(
    text: str,
    *,
    engine: str = ENGINE,
    article_id: str = "https://www.axios.example/1",
    title: str | None = None,
    published: str | None = None,
    site: str | None = None,
) -> IndexEntry:
    """Return an article as it goes into the index."""
    article = make_article(text, article_id=article_id, title=title, published=published, site=site)
    return IndexEntry(
        article=article,
        analysis=make_analysis(article, engine),
        remembered="2026-11-01T10:00:00+00:00",
        home=Path(article_id).name,
        home_seen=1,
    )


def _attribution(quote: Quote, source: SourceId) -> Attribution:
    return Attribution(
        quote_id=quote.id,
        cue=None,
        mention=None,
        source_id=source,
        addressee=None,
        method="test",
        confidence=0.9,
        reason="a test says so",
    )
