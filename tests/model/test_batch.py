"""What the batches of one article add up to."""

from __future__ import annotations

from inquit.model.article import article_of
from inquit.model.batch import AnalysisBatch, collect
from inquit.model.quotation import (
    Analysis,
    Attribution,
    Mention,
    MentionKind,
    Quote,
    QuoteType,
    Source,
    SourceId,
    SourceKind,
    quote_id,
)
from inquit.model.span import Span

ARTICLE = article_of("x" * 100)
IDA = SourceId("s1")


def batch(
    done: int, *spans: Span, preview: Span | None = None, name: str = "Ida Holm"
) -> AnalysisBatch:
    """Return a batch with quotes of one source, who is mentioned where each begins."""
    quotes = tuple(
        Quote(id=quote_id(ARTICLE.text_digest, span), type=QuoteType.DIRECT, content_spans=(span,))
        for span in spans
    )
    mentions = tuple(
        Mention(span=Span(span.start, span.start + 1), kind=MentionKind.NAME, source_id=IDA)
        for span in spans
    )
    attributions = tuple(
        Attribution(
            quote_id=quote.id, cue=None, mention=mention, source_id=IDA, addressee=None,
            method="test", confidence=0.5, reason=name,
        )
        for quote, mention in zip(quotes, mentions, strict=True)
    )  # fmt: skip
    return AnalysisBatch(
        done=done, total=100, quotes=quotes, mentions=mentions,
        sources=(Source(id=IDA, name=name, kind=SourceKind.PERSON),),
        attributions=attributions, preview=preview,
    )  # fmt: skip


def collected(*batches: AnalysisBatch) -> Analysis:
    return collect(ARTICLE, batches, engine_version="x", model_name="x")


def spans(analysis: Analysis) -> list[Span]:
    return [quote.span for quote in analysis.quotes]


def test_a_preview_holds_until_the_rest_is_there() -> None:
    early = batch(10, Span(52, 58), Span(72, 78), preview=Span(50, 80), name="Holm")
    start = batch(10, Span(2, 4))
    assert spans(collected(start, early)) == [Span(2, 4), Span(52, 58), Span(72, 78)]
    middle = batch(60, Span(51, 58))
    assert spans(collected(start, early, middle)) == [Span(2, 4), Span(51, 58), Span(72, 78)]


def test_what_is_final_is_as_if_nothing_had_been_previewed() -> None:
    early = batch(0, Span(52, 58), preview=Span(50, 80), name="Holm")
    finals = (batch(40, Span(2, 4)), batch(100, Span(51, 58)))
    assert collected(early, *finals) == collected(*finals)
    assert collected(finals[0], early, finals[1]) == collected(*finals)


def test_a_name_that_is_final_is_not_replaced_by_a_previewed_one() -> None:
    early = batch(40, Span(52, 58), preview=Span(50, 80), name="Holm")
    for batches in ((batch(40, Span(2, 4)), early), (early, batch(40, Span(2, 4)))):
        assert [source.name for source in collected(*batches).sources] == ["Ida Holm"]


def test_of_two_previews_the_later_one_is_shown() -> None:
    one = batch(0, Span(52, 58), Span(72, 78), preview=Span(50, 80))
    other = batch(0, Span(71, 79), preview=Span(65, 90))
    assert spans(collected(one, other)) == [Span(52, 58), Span(71, 79)]
    assert spans(collected(other, one)) == [Span(52, 58), Span(72, 78)]


def test_mentions_follow_the_quotes() -> None:
    early = batch(60, Span(52, 58), Span(72, 78), preview=Span(50, 80))
    found = collected(batch(60, Span(2, 4)), early)
    assert [mention.span.start for mention in found.mentions] == [2, 72]
    assert len(found.attributions) == len(found.quotes) == 2
