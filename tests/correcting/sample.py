"""An article with three sources, and corrections of it made by hand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from inquit.correcting import CorrectedAnalysis, apply_corrections
from inquit.correcting.actions import Speaker
from inquit.model.annotation import Correction, CorrectionId, target_of
from inquit.model.article import Article, article_of
from inquit.model.correction import PlacedCorrection, Proposal
from inquit.model.quotation import (
    Analysis,
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

TEXT = (
    "“We are ready,” said Ada Byrne.\n"
    "“They are not,” she added.\n"
    "A dock worker said the cranes were late.\n"
    "“It will rain,” said A. Byrne, who runs the port.\n"
    "A dock worker told the Post that “nobody” asked him.\n"
    "The sign said “closed”.\n"
)
ARTICLE = article_of(TEXT, article_id="test:port")


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _id(words: str) -> str:
    return source_id(ARTICLE.text_digest, span_of(words))


ADA = Source(id=_id("Ada Byrne"), name="Ada Byrne", kind=SourceKind.PERSON)
RUNS = Source(id=_id("A. Byrne"), name="A. Byrne", kind=SourceKind.PERSON, role="runs the port")
WORKER = Source(id=_id("A dock worker"), name="A dock worker", kind=SourceKind.UNNAMED)
SECOND = Source(id=_id("A dock worker told"), name="A dock worker", kind=SourceKind.UNNAMED)

READY, NOT, CRANES, RAIN, NOBODY, CLOSED = (
    "We are ready,", "They are not,", "the cranes were late", "It will rain,",
    "that “nobody” asked him", "closed",
)  # fmt: skip
_FOUND = (
    (READY, QuoteType.DIRECT, "Ada Byrne", MentionKind.NAME, ADA),
    (NOT, QuoteType.DIRECT, "she", MentionKind.PRONOUN, ADA),
    (CRANES, QuoteType.INDIRECT, "A dock worker", MentionKind.NOMINAL, WORKER),
    (RAIN, QuoteType.DIRECT, "A. Byrne", MentionKind.NAME, RUNS),
    (NOBODY, QuoteType.MIXED, "A dock worker told", MentionKind.NOMINAL, SECOND),
    (CLOSED, QuoteType.DIRECT, None, MentionKind.NAME, None),
)


def analysis_of(article: Article, *, without: Iterable[str] = ()) -> Analysis:
    """Return what an engine finds in an article that has the sample's sentences."""
    quotes, given, mentions = [], [], []
    for words, kind, said_by, mention_kind, source in _FOUND:
        if words in without or words not in article.text:
            continue
        span = span_of(words, article.text)
        name = quote_id(article.text_digest, span)
        mention = None
        if said_by is not None and source is not None:
            mention = Mention(
                span=span_of(said_by, article.text), kind=mention_kind, source_id=source.id
            )
            mentions.append(mention)
        quotes.append(Quote(id=name, type=kind, content_spans=(span,)))
        given.append(
            Attribution(
                quote_id=name,
                cue=None,
                mention=mention,
                source_id=source.id if source else None,
                addressee=None,
                method="hand",
                confidence=0.7,
                reason="by hand",
            )
        )
    return Analysis(
        article_id=article.id,
        text_digest=article.text_digest,
        engine_version="1",
        model_name="hand",
        quotes=tuple(quotes),
        mentions=tuple(mentions),
        sources=(ADA, WORKER, RUNS, SECOND),
        attributions=tuple(given),
    )


ANALYSIS = analysis_of(ARTICLE)
QUOTES = {quote.span.of(TEXT): quote for quote in ANALYSIS.quotes}


def speaker(source: Source) -> Speaker:
    """Return a source of the sample with where it first speaks."""
    firsts = [given.quote_id for given in ANALYSIS.attributions if given.source_id == source.id]
    return Speaker(
        source=source,
        first=min(quote.span.start for quote in ANALYSIS.quotes if quote.id in firsts),
    )


def made(proposal: Proposal, *, minute: int = 0, name: str = "") -> Correction:
    """Return the correction that a proposal makes."""
    return Correction(
        id=CorrectionId(name or f"{proposal.action}-{minute}"),
        target=target_of(ARTICLE, proposal.span),
        action=proposal.action,
        values=tuple((str(key), value) for key, value in proposal.values),
        created=datetime(2026, 11, 24, 12, tzinfo=UTC) + timedelta(minutes=minute),
    )


def laid(*proposals: Proposal, analysis: Analysis = ANALYSIS) -> CorrectedAnalysis:
    """Return the sample with corrections laid over it, one a minute, where they were made."""
    placed = [
        PlacedCorrection(correction=made(each, minute=minute), span=each.span)
        for minute, each in enumerate(proposals)
    ]
    return apply_corrections(ARTICLE, analysis, placed, by="you")


def credited(result: Analysis, words: str, text: str = TEXT) -> tuple[Quote, Attribution, str]:
    """Return the quote of some words, its attribution, and the source's name or an empty one."""
    quote = next(each for each in result.quotes if each.span.of(text) == words)
    given = next(each for each in result.attributions if each.quote_id == quote.id)
    names = {source.id: source.name for source in result.sources}
    return quote, given, names[given.source_id] if given.source_id else ""
