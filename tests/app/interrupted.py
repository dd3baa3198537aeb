"""An article of interrupted quotes, found by hand: of two pieces, of three, and a report of two."""

from __future__ import annotations

from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch
from inquit.model.quotation import (
    Attribution,
    Mention,
    MentionKind,
    Quote,
    QuoteType,
    Source,
    SourceKind,
    quote_id,
    source_id,
)
from inquit.model.span import Span
from tests.app.conftest import HandAnalyst, article_of

TEXT = """“It was in a drawer,” Mona Cook said. “Nobody can now say where.”
“We tried,” said Gina Mason, “and we failed. Then,” she went on, “we tried again.”
The bill, Police said, was paid.
“It is open,” Police said.
"""
ARTICLE = article_of(TEXT)
TWO = ("It was in a drawer", "Nobody can now say where.")
THREE = ("We tried", "and we failed. Then", "we tried again.")
REPORT = ("The bill", "was paid")
OPEN = ("It is open",)
_FOUND = (
    (TWO, QuoteType.DIRECT, "Mona Cook"),
    (THREE, QuoteType.DIRECT, "Gina Mason"),
    (REPORT, QuoteType.INDIRECT, "Police"),
    (OPEN, QuoteType.DIRECT, "Police"),
)


def span_of(words: str, after: int = 0) -> Span:
    """Return where some words are first in the text, from an offset on."""
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


def _source(name: str) -> Source:
    made = source_id(ARTICLE.text_digest, span_of(name))
    return Source(id=made, name=name, kind=SourceKind.PERSON)


def _batch(article: Article) -> AnalysisBatch:
    quotes, given, sources = [], [], {name: _source(name) for _, _, name in _FOUND}
    for pieces, kind, name in _FOUND:
        spans = tuple(map(span_of, pieces))
        quote = Quote(
            id=quote_id(article.text_digest, spans[0]), type=kind, content_spans=spans
        )  # fmt: skip
        mention = Mention(
            span=span_of(name, spans[0].end), kind=MentionKind.NAME, source_id=sources[name].id
        )
        quotes.append(quote)
        given.append(
            Attribution(
                quote_id=quote.id, cue=None, mention=mention, source_id=sources[name].id,
                addressee=None, method="hand", confidence=0.9, reason="by hand",
            )
        )  # fmt: skip
    return AnalysisBatch(
        done=len(TEXT),
        total=len(TEXT),
        quotes=tuple(quotes),
        mentions=(),
        sources=tuple(sources.values()),
        attributions=tuple(given),
    )


def analyst() -> HandAnalyst:
    """Return what finds the quotes of the article, and none in another."""
    return HandAnalyst(lambda article: [_batch(article)] if article.text == TEXT else [])
