"""A small analysis made by hand, with everything in it that a format has to cope with."""

from __future__ import annotations

from inquit.model.article import Article, ArticleId, digest_of, paragraphs_of
from inquit.model.quotation import (
    Analysis,
    Attribution,
    Cue,
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

TEXT = (
    "Mayor [/b] Ana *Ruiz*\n"
    "“We will not,” Mayor Ana Ruiz told the Echo, “pay for it.”\n"
    "A city aide said =2+2 that the bill “is_not” due.\n"
    "“@home | <b>now</b>”\n"
    "She said it was over."
)


def span_of(words: str) -> Span:
    """Return the span of the first occurrence of some words in TEXT."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


ARTICLE = Article(
    id=ArticleId("seed:sample"),
    text=TEXT,
    text_digest=digest_of(TEXT),
    title="Mayor [/b] Ana *Ruiz*",
    origin="seed:sample",
    block_spans=paragraphs_of(TEXT),
)

_MAYOR = source_id(ARTICLE.text_digest, span_of("Mayor Ana Ruiz"))
_AIDE = source_id(ARTICLE.text_digest, span_of("A city aide"))


def _quote(kind: QuoteType, *words: str) -> Quote:
    spans = tuple(span_of(each) for each in words)
    return Quote(
        id=quote_id(ARTICLE.text_digest, spans[0]),
        type=kind,
        content_spans=spans,
    )


_QUOTES = (
    _quote(QuoteType.DIRECT, "We will not,", "pay for it."),
    _quote(QuoteType.MIXED, "=2+2 that the bill “is_not” due"),
    _quote(QuoteType.DIRECT, "@home | <b>now</b>"),
    _quote(QuoteType.INDIRECT, "it was over"),
)
_MENTIONS = (
    Mention(span=span_of("Mayor Ana Ruiz"), kind=MentionKind.NAME, source_id=_MAYOR),
    Mention(span=span_of("A city aide"), kind=MentionKind.NOMINAL, source_id=_AIDE),
    Mention(span=span_of("She"), kind=MentionKind.PRONOUN, source_id=None),
)
ANALYSIS = Analysis(
    article_id=ARTICLE.id,
    text_digest=ARTICLE.text_digest,
    engine_version="1",
    model_name="by-hand",
    quotes=_QUOTES,
    mentions=_MENTIONS,
    sources=(
        Source(id=_MAYOR, name="Ana Ruiz", kind=SourceKind.PERSON, role="Mayor"),
        Source(id=_AIDE, name="A city aide", kind=SourceKind.UNNAMED),
    ),
    attributions=(
        Attribution(
            quote_id=_QUOTES[0].id,
            cue=Cue(span=span_of("told"), lemma="tell"),
            mention=_MENTIONS[0],
            source_id=_MAYOR,
            addressee=span_of("the Echo"),
            method="inquit",
            confidence=0.9751,
            reason="subject of “told” beside the quotation",
        ),
        Attribution(
            quote_id=_QUOTES[1].id,
            cue=Cue(span=span_of("said"), lemma="say"),
            mention=_MENTIONS[1],
            source_id=_AIDE,
            addressee=None,
            method="clause",
            confidence=0.8,
            reason="-clause of “said”",
        ),
        Attribution(
            quote_id=_QUOTES[2].id,
            cue=None,
            mention=None,
            source_id=None,
            addressee=None,
            method="none",
            confidence=0.0,
            reason="no one near it is reported to speak",
        ),
        Attribution(
            quote_id=_QUOTES[3].id,
            cue=Cue(span=Span(TEXT.rindex("said"), TEXT.rindex("said") + 4), lemma="say"),
            mention=_MENTIONS[2],
            source_id=None,
            addressee=None,
            method="clause",
            confidence=0.4,
            reason="two women could be meant",
        ),
    ),
)
