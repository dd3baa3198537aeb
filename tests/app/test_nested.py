"""Quotes inside of quotes: shown within the outer one, not counted beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch
from inquit.model.quotation import QuoteType, Source, SourceKind, source_id
from inquit.model.span import Span
from tests.app.conftest import HandAnalyst, article_of, found
from tests.app.test_reader import Reader, reader
from widgets.row import ListRow

TEXT = """“The mayor told me ‘the bill is paid’ at noon,” said Ada Byrne.
“I heard nothing,” said Ben Cole.
"""


def nested_batch(article: Article) -> AnalysisBatch:
    byrne, mayor, cole = (source_id(article.text_digest, Span(n, n + 1)) for n in (1, 2, 3))
    outer = found(
        article, "The mayor told me ‘the bill is paid’ at noon,", QuoteType.DIRECT, source=byrne
    )
    inner = found(article, "the bill is paid", QuoteType.DIRECT, source=mayor)
    inner = (replace(inner[0], within=outer[0].id), inner[1])
    other = found(article, "I heard nothing,", QuoteType.DIRECT, source=cole)
    pairs = (inner, outer, other)
    return AnalysisBatch(
        done=len(TEXT),
        total=len(TEXT),
        quotes=tuple(quote for quote, _ in pairs),
        mentions=(),
        sources=tuple(
            Source(id=name, name=shown, kind=SourceKind.PERSON)
            for name, shown in ((byrne, "Ada Byrne"), (mayor, "The mayor"), (cole, "Ben Cole"))
        ),
        attributions=tuple(attribution for _, attribution in pairs),
    )


@pytest.fixture
def article() -> Article:
    return article_of(TEXT)


@pytest.fixture
def analyst() -> HandAnalyst:
    return HandAnalyst(lambda article: [nested_batch(article)])


def rows(at_work: Reader) -> list[tuple[int, str, str]]:
    shown: list[ListRow] = list(at_work.screen.panes.sidebar.shown.rows)
    return [(row.depth, row.text, row.tail) for row in shown]


async def test_an_inner_quote_stands_indented_under_the_outer_one(desk, article) -> None:
    async with reader(desk, article) as at_work:
        assert rows(at_work) == [
            (0, "Ada Byrne", "1"),
            (1, "The mayor told me ‘the bill is paid’ at noon,", ""),
            (2, "The mayor: the bill is paid", ""),
            (0, "Ben Cole", "1"),
            (1, "I heard nothing,", ""),
        ]
        await at_work.press("S")
        assert [depth for depth, *_ in rows(at_work)] == [0, 1, 0]


async def test_an_inner_quote_is_gone_to_and_not_counted(desk, article) -> None:
    async with reader(desk, article) as at_work:
        screen = at_work.screen
        assert screen.panes.status.status.place == "2 quotes"
        await at_work.press("n")
        assert screen.panes.status.status.place == "1/2"
        await at_work.press("n")
        assert at_work.current_words == "the bill is paid"
        assert screen.panes.status.status.place == "1/2"
        assert "inside a quote" in screen.panes.status.status.rest
        await at_work.press("n")
        assert screen.panes.status.status.place == "2/2"


async def test_an_inner_quote_is_marked_where_its_outer_one_is_listed(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "tab", "up", "enter", "escape", "n")
        assert at_work.current_words == "the bill is paid"
        assert [text for _, text, _ in rows(at_work)] == [
            "Ada Byrne", "Ben Cole", "I heard nothing,",
        ]  # fmt: skip


async def test_a_filter_that_finds_an_inner_quote_shows_where_it_is(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("tab", "slash", *"bill")
        assert [depth for depth, *_ in rows(at_work)] == [0, 1, 2]
        await at_work.press(*["backspace"] * 4, *"heard")
        assert [text for _, text, _ in rows(at_work)] == ["Ben Cole", "I heard nothing,"]


async def test_shares_count_no_words_twice(desk, article) -> None:
    from widgets.source_shares import measure_shares

    async with reader(desk, article) as at_work:
        made = measure_shares(article, at_work.screen.reading.findings)
        assert [(share.source.name, share.quotes) for share in made if share.source] == [
            ("Ada Byrne", 1),
            ("Ben Cole", 1),
        ]


async def test_colours_of_the_inner_quote_lie_inside_the_outer_ones(desk, article) -> None:
    async with reader(desk, article) as at_work:
        findings = at_work.screen.reading.findings
        names = [finding.source.name for *_, finding in findings.runs(0, TEXT.index("\n"))]
        assert names == ["Ada Byrne", "The mayor", "Ada Byrne"]


async def test_without_its_outer_quote_an_inner_one_counts_by_itself(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "c", "x")
        assert at_work.screen.reading.findings.outermost == 2
        assert (0, "The mayor", "1") in rows(at_work)


async def test_one_goes_out_of_a_nested_quote_and_into_it_again(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "right_parenthesis")
        assert at_work.current_words == "the bill is paid"
        await at_work.press("left_parenthesis")
        assert at_work.current_words == "The mayor told me ‘the bill is paid’ at noon,"
        await at_work.press("left_parenthesis")
        assert at_work.screen.panes.status.status.message == "This quote is inside no other"
        await at_work.press("H")
        assert at_work.current_words == "the bill is paid"
        await at_work.press("n", "right_parenthesis")
        assert at_work.screen.panes.status.status.message == "No quote is inside this one"


async def test_the_details_tell_whose_words_a_quote_is_inside_of(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n")
        assert "1 quote inside" in str(at_work.screen.panes.details.content)
        await at_work.press("n")
        told = str(at_work.screen.panes.details.content)
        assert "inside what Ada Byrne said: “The mayor told me" in told
        await at_work.press("n")
        assert "inside" not in str(at_work.screen.panes.details.content)
