"""The articles of the library that may have said what a draft quotes."""

from __future__ import annotations

import pytest

from inquit.model.span import Span
from inquit.service.library.source_articles import SourceArticles
from inquit.verification.draft import DraftQuotation, read_quotation
from tests.service.library.conftest import SCHOOLS, TARIFFS, Shelf


def _quotation(words: str) -> DraftQuotation:
    made = read_quotation(words, (Span(0, len(words)),))
    assert made is not None
    return made


def _found(shelf: Shelf, *words: str) -> list[str]:
    quotations = [_quotation(each) for each in words]
    return shelf.library.use(
        lambda index: [each.id for each in SourceArticles(index).that_may_have(quotations)]
    )


@pytest.fixture
def filled(shelf: Shelf) -> Shelf:
    shelf.keep(TARIFFS, "sha256:1")
    shelf.keep(SCHOOLS, "sha256:2")
    shelf.keep("“The doors stay shut.” said Ana Ruiz.", "sha256:3", analysed=False)
    shelf.catch_up()
    return shelf


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("we WILL raise “tariffs” soon", ["sha256:1"]),
        ("raise tariffs", ["sha256:1"]),
        ("The doors stay … traders waited", ["2", "3", "1"]),
        ("nobody said this", []),
        ("shut", ["sha256:3"]),
    ],
)
def test_articles_that_share_words_are_given_once(filled, words: str, ids: list[str]) -> None:
    found = _found(filled, words, words)
    assert sorted(each[-1] for each in found) == sorted(each[-1] for each in ids)


def test_quotes_are_those_of_the_index_and_fit_the_text(filled: Shelf) -> None:
    def look(index):  # type: ignore[no-untyped-def]
        sources = SourceArticles(index)
        (article,) = sources.that_may_have([_quotation("We will raise tariffs")])
        return article, sources.analysis_of(article)

    article, analysis = filled.library.use(look)
    assert article.text == TARIFFS
    assert analysis is not None
    (quote,), (source,) = analysis.quotes, analysis.sources
    assert quote.span.of(article.text) == "We will raise tariffs,"
    assert (source.name, source.role) == ("Pat Ryder", "spokesman")
    assert analysis.attributions[0].source_id == source.id


def test_what_is_not_analysed_yet_has_no_quotes_to_tell(filled: Shelf) -> None:
    def look(index):  # type: ignore[no-untyped-def]
        sources = SourceArticles(index)
        (article,) = sources.that_may_have([_quotation("doors stay shut")])
        return sources.analysis_of(article)

    assert filled.library.use(look) is None
