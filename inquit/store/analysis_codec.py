"""What is found in a text as compact JSON rows: one list for each value, fields in order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from inquit.errors import DocumentError
from inquit.model.article import ArticleId
from inquit.model.batch import AnalysisBatch
from inquit.model.quotation import (
    Analysis,
    Attribution,
    Confidences,
    Cue,
    Mention,
    MentionKind,
    Quote,
    QuoteType,
    Source,
    SourceKind,
)
from inquit.model.span import Span
from inquit.store.analysis_checks import are_of_their_kinds, is_whole

SCHEMA_VERSION = 2
"""The version of the rows; a cached analysis of another version is made again."""

Row = Sequence[Any]

# Looking an enumeration's member up by value costs more than a dictionary does.
_QUOTE_TYPES = {member.value: member for member in QuoteType}
_MENTION_KINDS = {member.value: member for member in MentionKind}
_SOURCE_KINDS = {member.value: member for member in SourceKind}


def encode_analysis(analysis: Analysis) -> dict[str, Any]:
    """Return the document of an analysis."""
    return {
        "schema_version": SCHEMA_VERSION,
        "of": [
            analysis.article_id,
            analysis.text_digest,
            analysis.engine_version,
            analysis.model_name,
        ],
        **_rows(analysis),
    }


def decode_analysis(document: dict[str, Any]) -> Analysis:
    """Return the analysis that a document holds.

    Raises:
        DocumentError: where it is of another version or does not hold what it should.
    """
    try:
        if document["schema_version"] != SCHEMA_VERSION:
            raise ValueError("another version")
        article_id, text_digest, engine_version, model_name = document["of"]
        analysis = Analysis(
            article_id=ArticleId(article_id),
            text_digest=text_digest,
            engine_version=engine_version,
            model_name=model_name,
            **_found(document),
        )
        if not is_whole(analysis):
            raise ValueError("values of another kind, or ids of nothing")
    except (IndexError, KeyError, TypeError, ValueError) as error:
        raise DocumentError(f"a cached analysis cannot be read: {error!r}") from error
    return analysis


def encode_batch(batch: AnalysisBatch) -> dict[str, Any]:
    """Return the document of what is found in a stretch of an article."""
    preview = None if batch.preview is None else _span_row(batch.preview)
    return {"done": batch.done, "total": batch.total, "preview": preview, **_rows(batch)}


def decode_batch(document: dict[str, Any]) -> AnalysisBatch:
    """Return what the document of a stretch holds; its ids may be those of earlier stretches.

    Raises:
        DocumentError: where it does not hold what it should.
    """
    try:
        done, total = int(document["done"]), int(document["total"])
        seen = document["preview"]
        preview = None if seen is None else Span(*map(int, seen))
        batch = AnalysisBatch(done=done, total=total, preview=preview, **_found(document))
        if not are_of_their_kinds(batch):
            raise ValueError("values of another kind")
    except (IndexError, KeyError, TypeError, ValueError) as error:
        raise DocumentError(f"what was found cannot be read: {error!r}") from error
    return batch


def _rows(found: Analysis | AnalysisBatch) -> dict[str, Any]:
    """Return the rows of what is found."""
    numbers = {mention: number for number, mention in enumerate(found.mentions)}
    return {
        "quotes": [_quote_row(quote) for quote in found.quotes],
        "mentions": [_mention_row(mention) for mention in found.mentions],
        "sources": [[s.id, s.name, s.kind.value, s.role] for s in found.sources],
        "attributions": [_attribution_row(given, numbers) for given in found.attributions],
        "english": found.english,
    }


def _found(document: dict[str, Any]) -> dict[str, Any]:
    """Return what rows hold, by the names that an analysis and a batch have for it."""
    mentions = tuple([_mention(row) for row in document["mentions"]])
    return {
        "quotes": tuple([_quote(row) for row in document["quotes"]]),
        "mentions": mentions,
        "sources": tuple([_source(row) for row in document["sources"]]),
        "attributions": tuple([_attribution(row, mentions) for row in document["attributions"]]),
        "english": document.get("english", True) is True,
    }


def _span_row(span: Span) -> list[int]:
    return [span.start, span.end]


def _quote_row(quote: Quote) -> Row:
    spans = [_span_row(span) for span in quote.content_spans]
    return [quote.id, quote.type.value, spans, quote.within, quote.negated, quote.topic]


def _mention_row(mention: Mention) -> Row:
    return [*_span_row(mention.span), mention.kind.value, mention.source_id]


def _attribution_row(given: Attribution, numbers: dict[Mention, int]) -> Row:
    # A mention that the analysis lists anyway is given by its number.
    cue, mention, addressee = given.cue, given.mention, given.addressee
    return [
        given.quote_id,
        None if cue is None else [*_span_row(cue.span), cue.lemma],
        None if mention is None else numbers.get(mention, _mention_row(mention)),
        given.source_id,
        None if addressee is None else _span_row(addressee),
        given.method,
        given.confidence,
        given.reason,
        None if (of := given.confidences) is None else [of.quote, of.ends, of.source],
    ]


def _quote(row: Row) -> Quote:
    quote_id, kind, spans, within, negated, topic = row
    return Quote(
        id=quote_id,
        type=_QUOTE_TYPES[kind],
        content_spans=tuple([Span(start, end) for start, end in spans]),
        within=within,
        negated=negated is True,
        topic=topic is True,
    )


def _mention(row: Row) -> Mention:
    start, end, kind, source_id = row
    return Mention(span=Span(start, end), kind=_MENTION_KINDS[kind], source_id=source_id)


def _source(row: Row) -> Source:
    source_id, name, kind, role = row
    return Source(id=source_id, name=name, kind=_SOURCE_KINDS[kind], role=role)


def _attribution(row: Row, mentions: tuple[Mention, ...]) -> Attribution:
    quote_id, cue, given, source_id, addressee, method, confidence, reason, apart = row
    mention: Mention | None = None
    if given is not None:
        mention = mentions[given] if isinstance(given, int) else _mention(given)
    return Attribution(
        quote_id=quote_id,
        cue=None if cue is None else Cue(span=Span(cue[0], cue[1]), lemma=cue[2]),
        mention=mention,
        source_id=source_id,
        addressee=None if addressee is None else Span(*addressee),
        method=method,
        confidence=confidence,
        reason=reason,
        confidences=None if apart is None else _confidences(*apart),
    )


def _confidences(quote: float, ends: float, source: float) -> Confidences:
    return Confidences(quote=quote, ends=ends, source=source)
