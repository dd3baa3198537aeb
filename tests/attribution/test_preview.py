"""What is found where one looks, before the straight run is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from spacy.language import Language

import seeds
from inquit.attribution.engine import analyse_article, analyse_batches
from inquit.model.article import Article, article_of
from inquit.model.batch import AnalysisBatch, collect
from inquit.model.quotation import Analysis, Quote
from inquit.model.span import Span

OPENING = (
    "Mayor Ida Holm opened the new quay on Monday, and engineer Per Lund was there.\n"
    "“It is a good day,” Lund said.\n"
)
CALM = "The sea was calm that night, and the boats lay still beside the old stone wall.\n"
SPOKEN = "“The lamp is dark,” said Holm. “Nobody came.”\n"
CLOSED = "“The quay is closed,” Lund told her.\n"
STORY = OPENING + CALM * 25 + SPOKEN + CALM * 130 + CLOSED + CALM
SAMPLES = "\n".join(seeds.read(name).decode() for name in seeds.names() * 2)
TEXTS = {"story": STORY, "samples": SAMPLES}


def watch(*places: Span | None) -> Callable[[], Span | None]:
    """Return somebody who looks at one place after the other, and then on at the last."""
    left: Iterator[Span | None] = iter(places)
    last: list[Span | None] = [None]

    def look() -> Span | None:
        last[0] = next(left, last[0])
        return last[0]

    return look


def screen_at(text: str, words: str) -> Span:
    start = max(0, text.index(words) - 400)
    return Span(start, start + 1_200)


def whole(article: Article, batches: list[AnalysisBatch]) -> Analysis:
    return collect(article, batches, engine_version="x", model_name="x")


def quotes_in(quotes: tuple[Quote, ...], span: Span) -> list[Quote]:
    return [quote for quote in quotes if span.encloses(quote.span)]


@pytest.fixture(scope="module")
def straight(nlp: Language) -> dict[str, list[AnalysisBatch]]:
    """What a straight run yields for each of the texts."""
    return {name: list(analyse_batches(article_of(text), nlp)) for name, text in TEXTS.items()}


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("share", [0.3, 0.99])
def test_where_one_looks_changes_nothing_in_the_end(
    name: str, share: float, nlp: Language, straight: dict[str, list[AnalysisBatch]]
) -> None:
    text = TEXTS[name]
    article = article_of(text)
    at = int(share * len(text))
    places = (Span(at, min(len(text), at + 2_000)), Span(len(text) // 2, len(text) // 2 + 500))
    seen = list(analyse_batches(article, nlp, visible=watch(*places)))
    assert any(batch.preview for batch in seen)
    assert [batch for batch in seen if batch.preview is None] == straight[name]
    assert whole(article, seen) == whole(article, straight[name])


def test_what_one_looks_at_comes_first(nlp: Language) -> None:
    place = screen_at(STORY, "“The lamp")
    first = next(analyse_batches(article_of(STORY), nlp, visible=watch(place)))
    assert first.preview is not None
    assert first.preview.encloses(place)
    assert [quote.span.of(STORY) for quote in first.quotes] == [
        "The lamp is dark,” said Holm. “Nobody came."
    ]


def test_a_preview_knows_who_is_named_in_the_opening(
    nlp: Language, straight: dict[str, list[AnalysisBatch]]
) -> None:
    article = article_of(STORY)
    final = whole(article, straight["story"])
    for words in ("“The lamp", "“The quay is"):
        first = next(analyse_batches(article, nlp, visible=watch(screen_at(STORY, words))))
        (quote,) = first.quotes
        known = {source.id: source for source in final.sources}
        credited = {
            one.quote_id: known[one.source_id] for one in final.attributions if one.source_id
        }
        assert first.sources == (credited[quote.id],)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_a_preview_finds_what_the_straight_run_finds_there(
    share: float, nlp: Language, straight: dict[str, list[AnalysisBatch]]
) -> None:
    article = article_of(SAMPLES)
    at = int(share * len(article.text))
    first = next(analyse_batches(article, nlp, visible=watch(Span(at, at + 2_000))))
    assert first.preview is not None
    final = whole(article, straight["samples"])
    # Its first and last paragraphs are read without their neighbours, and what is read along
    # with a paragraph may move an end of a quotation.
    inside = Span(first.preview.start + 600, first.preview.end - 600)
    expected = {quote.span for quote in quotes_in(final.quotes, inside)}
    found = {quote.span for quote in quotes_in(first.quotes, inside)}
    assert len(expected) > 3
    assert len(found & expected) >= 0.7 * len(found | expected)


def test_paragraphs_are_counted_from_the_head_of_the_article(nlp: Language) -> None:
    text = OPENING + CALM * 40 + "Clerk Ana Silva was there.\n“No,” said Silva.\nShe left.\n" + CALM
    article = article_of(text)
    first = next(analyse_batches(article, nlp, visible=watch(screen_at(text, "“No,"))))
    final = analyse_article(article, nlp)
    reasons = {one.quote_id: one.reason for one in final.attributions}
    assert [one.reason for one in first.attributions] == [
        reasons[one.quote_id] for one in first.attributions
    ]


def test_nothing_is_previewed_that_comes_next_anyway(nlp: Language) -> None:
    article = article_of(STORY)
    seen = analyse_batches(article, nlp, visible=lambda: Span(0, 1_000))
    assert not any(batch.preview for batch in seen)


def test_a_place_is_previewed_once(nlp: Language) -> None:
    place = screen_at(STORY, "“The quay is")
    seen = analyse_batches(article_of(STORY), nlp, visible=lambda: place)
    assert sum(batch.preview is not None for batch in seen) == 1


def test_a_jump_is_followed_while_the_article_is_analysed(nlp: Language) -> None:
    places = [screen_at(STORY, "“The lamp"), screen_at(STORY, "“The quay is")]
    seen = list(analyse_batches(article_of(STORY), nlp, visible=watch(*places)))
    kinds = [batch.preview is not None for batch in seen[:4]]
    assert kinds == [True, False, True, False]


def test_a_paragraph_as_long_as_a_book_is_previewed_in_part(nlp: Language) -> None:
    text = "The sea was calm that night. “The lamp is dark,” said Ida Holm. " * 500
    first = next(analyse_batches(article_of(text), nlp, visible=watch(Span(30_000, 31_000))))
    assert first.preview is not None
    assert first.preview.encloses(Span(30_000, 31_000))
    assert first.quotes
    assert len(first.preview) < 12_000


@pytest.mark.parametrize("text", ["", "\n\n", "Word.", "“a"])
def test_a_look_beyond_the_end_of_a_text_finds_nothing(text: str, nlp: Language) -> None:
    batches = list(analyse_batches(article_of(text), nlp, visible=lambda: Span(9_000, 9_999)))
    assert not any(batch.preview for batch in batches)


def test_a_text_in_another_language_has_no_previews(nlp: Language) -> None:
    text = "„Die Lampe ist dunkel“, sagte Ida Holm am Montag in der Stadt.\n" * 200
    batches = list(analyse_batches(article_of(text), nlp, visible=lambda: Span(9_000, 9_999)))
    assert [batch.english for batch in batches] == [False]
