"""Corrections of an article that has changed since, through the store and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from inquit.correcting import apply_corrections
from inquit.correcting.actions import Attribute, MergeSources, NotAQuote, RenameSource
from inquit.correcting.reanchoring import reanchor_correction
from inquit.model.article import article_of
from inquit.model.correction import PlacedCorrection
from inquit.model.quotation import READER, Quote, QuoteType, quote_id
from inquit.model.span import Span
from inquit.service.corrections import lay_over, place_corrections, set_right
from inquit.store.records.record_factory import new_correction
from inquit.store.records.repository import Repository
from tests.correcting.sample import (
    ADA,
    ARTICLE,
    CLOSED,
    NOT,
    QUOTES,
    RAIN,
    READY,
    RUNS,
    TEXT,
    analysis_of,
    credited,
    speaker,
)

PROPOSALS = (
    Attribute.propose(QUOTES[NOT], ADA, speaker(RUNS)),
    NotAQuote.propose(QUOTES[CLOSED]),
    MergeSources.propose(QUOTES[RAIN], speaker(RUNS), speaker(ADA)),
)


@pytest.fixture
def store(tmp_path: Path) -> Repository:
    with Repository.open(tmp_path) as repository:
        for proposal in PROPOSALS:
            repository.add_correction(new_correction(ARTICLE, proposal))
    return Repository.open(tmp_path)


def test_corrections_follow_their_passages_and_are_made_by_the_reader(store: Repository) -> None:
    text = "Updated at noon: the port is open.\n" + TEXT
    article = article_of(text, article_id=ARTICLE.id)
    found = analysis_of(article)
    result = set_right(article, found, store.corrections(article.id))
    _, given, name = credited(result, NOT, text)
    assert (name, given.method) == ("Ada Byrne", READER)
    assert "corrected by the reader on" in given.reason
    assert CLOSED not in [quote.span.of(text) for quote in result.quotes]
    assert credited(result, RAIN, text)[2] == "Ada Byrne"
    assert found == analysis_of(article)


def test_a_correction_that_the_article_changed_around_is_to_check_and_not_done(
    store: Repository,
) -> None:
    text = "Updated at noon: the port is open.\n" + TEXT.replace(" she added", " she then added")
    article = article_of(text, article_id=ARTICLE.id)
    first, *others = store.corrections(article.id)
    result = lay_over(article, analysis_of(article), [first, *others])
    assert {each: span.of(text) for each, span in result.to_check.items()} == {first.id: NOT}
    assert credited(result.analysis, NOT, text)[1].method != READER
    assert CLOSED not in [quote.span.of(text) for quote in result.analysis.quotes]
    assert result.orphaned == frozenset()


def test_a_correction_holds_again_once_it_is_confirmed(store: Repository) -> None:
    text = TEXT.replace(" she added", " she then added")
    article = article_of(text, article_id=ARTICLE.id)
    first = store.corrections(article.id)[0]
    span = lay_over(article, analysis_of(article), [first]).to_check[first.id]
    store.change_correction(reanchor_correction(first, article, span, analysis_of(article)))
    (kept, *_) = store.corrections(article.id)
    result = lay_over(article, analysis_of(article), [kept])
    assert (kept.id, kept.created, kept.action) == (first.id, first.created, first.action)
    assert result.to_check == {}
    assert credited(result.analysis, NOT, text)[1].method == READER


def test_a_correction_of_a_source_whose_passage_is_gone_is_to_check_where_it_speaks(
    store: Repository,
) -> None:
    store.add_correction(
        new_correction(ARTICLE, RenameSource.propose(QUOTES[NOT], speaker(ADA), "Ada B."))
    )
    text = TEXT.replace("“They are not,” she added.\n", "")
    article = article_of(text, article_id=ARTICLE.id)
    renamed = store.corrections(article.id)[-1]
    result = lay_over(article, analysis_of(article), [renamed])
    assert {each: span.of(text) for each, span in result.to_check.items()} == {renamed.id: READY}
    assert credited(result.analysis, READY, text)[2] == "Ada Byrne"


def test_a_correction_whose_sentence_was_cut_is_kept_as_an_orphan(store: Repository) -> None:
    text = TEXT.replace("“They are not,” she added.\n", "")
    article = article_of(text, article_id=ARTICLE.id)
    corrections = store.corrections(article.id)
    result = apply_corrections(
        article, analysis_of(article), place_corrections(article, corrections)
    )
    assert result.orphaned == {corrections[0].id}
    assert credited(result.analysis, READY, text)[2] == "Ada Byrne"
    assert len(store.corrections(article.id)) == 3


INTERRUPTED = "“We try,” Ada Byrne said. “They do not.” The bill, she said, was paid."


@pytest.mark.parametrize(
    ("pieces", "kind", "change", "now"),
    [
        (("We try", "They do not."), QuoteType.DIRECT, ("Byrne said", "Byrne later said"),
         ("We try", "They do not.")),
        (("We try", "They do not."), QuoteType.DIRECT, ("They do", "They all do"),
         ("We try,", "They all do not.")),
        (("The bill", "was paid"), QuoteType.INDIRECT, ("she said", "she then said"),
         ("The bill", "was paid")),
    ],
)  # fmt: skip
def test_a_quote_of_several_pieces_is_made_again_without_what_stands_between(
    pieces: tuple[str, ...], kind: QuoteType, change: tuple[str, str], now: tuple[str, ...]
) -> None:
    def spans(text: str, words: tuple[str, ...]) -> tuple[Span, ...]:
        return tuple(Span(text.index(each), text.index(each) + len(each)) for each in words)

    before = article_of(INTERRUPTED, article_id="test:changed")
    after = article_of(INTERRUPTED.replace(*change), article_id="test:changed")
    parts, wanted = spans(before.text, pieces), spans(after.text, now)
    quote = Quote(id=quote_id(before.text_digest, parts[0]), type=kind, content_spans=parts)
    correction = new_correction(before, Attribute.propose_new(quote, None, "Eve"))
    place = Span(spans(after.text, (pieces[0],))[0].start, wanted[-1].end)
    lost = PlacedCorrection(correction=correction, span=place)
    (again,) = apply_corrections(after, analysis_of(after), [lost]).analysis.quotes
    assert again.content_spans == wanted
