"""A correction that is confirmed keeps to the present words, inquits left out as before."""

from __future__ import annotations

import pytest

from inquit.correcting.actions import AddQuote
from inquit.correcting.reanchoring import reanchor_correction
from inquit.model.article import Article, article_of
from inquit.model.correction import Value, values_of
from inquit.model.inquit import inquit_of
from inquit.model.quotation import (
    Analysis,
    Attribution,
    Cue,
    Mention,
    MentionKind,
    Quote,
    QuoteType,
    quote_id,
)
from inquit.model.span import Span
from inquit.store.anchors.anchoring import locate
from inquit.store.records.record_factory import new_correction

OLD = "“We waited two winters,” said Ada Byrne, “for this new crossing.”"
NEW = "Update. “We have waited two winters,” said Ada Byrne, “for this crossing.”"


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _attribution(text: str, kind: MentionKind) -> Attribution:
    return Attribution(
        quote_id=quote_id("0" * 12, Span(1, 9)),
        cue=Cue(span=_span(text, "said"), lemma="say"),
        mention=Mention(span=_span(text, "Ada Byrne"), kind=kind, source_id=None),
        source_id=None,
        addressee=None,
        method="hand",
        confidence=1.0,
        reason="",
    )


def _analysis(article: Article, span: Span, kind: MentionKind) -> Analysis:
    """Return an analysis whose one quote is a stretch of an article."""
    given = _attribution(article.text, kind)
    quote = Quote(id=given.quote_id, type=QuoteType.DIRECT, content_spans=(span,))
    return Analysis(
        article_id=article.id,
        text_digest=article.text_digest,
        engine_version="",
        model_name="",
        quotes=(quote,),
        mentions=(),
        sources=(),
        attributions=(given,),
    )


def test_parts_of_a_quote_move_with_its_words() -> None:
    parts = [_span(OLD, "We waited two winters,"), _span(OLD, "for this new crossing.")]
    made = new_correction(
        article_of(OLD, article_id="a"), AddQuote.propose(parts, QuoteType.DIRECT, "Ada Byrne")
    )
    now = article_of(NEW, article_id="a")
    whole = Span(NEW.index("We have"), NEW.index(".”") + 1)
    kept = reanchor_correction(made, now, whole, _analysis(now, whole, MentionKind.NAME))
    pairs = [pair.split(":") for pair in values_of(kept)[Value.PARTS].split()]
    words = [NEW[whole.start + int(first) : whole.start + int(last)] for first, last in pairs]
    assert words == ["We have waited two winters,", "for this crossing."]
    found = locate(kept.target, now)
    assert found is not None
    assert (found.span, found.sure) == (whole, True)


@pytest.mark.parametrize(
    ("kind", "inquit"), [(MentionKind.NAME, "said Ada Byrne"), (MentionKind.PRONOUN, "")]
)
def test_the_words_that_say_who_said_it_are_kept_anew(kind: MentionKind, inquit: str) -> None:
    old, now = article_of(OLD, article_id="a"), article_of(NEW, article_id="a")
    span = _span(NEW, "We have waited two winters,")
    made = new_correction(
        old, AddQuote.propose([_span(OLD, "We waited two winters,")], QuoteType.DIRECT)
    )
    assert reanchor_correction(made, now, span, _analysis(now, span, kind)).target.inquit == inquit


def test_an_inquit_is_the_words_from_the_name_to_the_verb() -> None:
    assert inquit_of(_attribution(OLD, MentionKind.NAME)) == _span(OLD, "said Ada Byrne")
    assert inquit_of(_attribution(OLD, MentionKind.PRONOUN)) is None
