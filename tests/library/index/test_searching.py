"""What a search finds, and what it shows of it."""

from __future__ import annotations

from datetime import date
from sqlite3 import Connection

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inquit.library.index.annotations import (
    AnnotatedSource,
    Annotations,
    MarkedPassage,
    touched_quotes,
)
from inquit.library.index.files import opened_index
from inquit.library.index.parsing import parse_query
from inquit.library.index.reading import find_number
from inquit.library.index.results import SearchResults
from inquit.library.index.searching import SearchLimits, search
from inquit.library.index.writing import put_entries
from inquit.model.span import Span
from tests.library.index.making import ENGINE, make_entry

TODAY = date(2026, 11, 28)

TARIFFS = (
    "Traders were waiting. “We will raise tariffs at once,” said Pat Ryder (spokesman)."
    " “That helps nobody.” said officials.\nMarkets in Zürich fell."
)
SCHOOLS = "Schools stay open. “The doors do not close.” said Ana Ruiz (minister)."
UNDATED = "Tariffs were old news. “We said so.” said Lee Wong."


def find(index: Connection, typed: str, **limits: bool) -> SearchResults:
    return search(
        index,
        parse_query(typed, TODAY),
        engine=ENGINE,
        annotations=annotations(index),
        limits=SearchLimits(**limits),
    )


def annotations(index: Connection) -> Annotations:
    """Return a note on Pat Ryder, and bookmarks on a quote and beside one in other articles."""
    note = AnnotatedSource(key="name:pat ryder", tags=frozenset({"trade"}))
    doors = mark(index, "https://herald.example/s", SCHOOLS, "doors do", tags={"schools"})
    news = mark(index, "sha256:u", UNDATED, "old news", tags={"trade", "old"}, has_comment=True)
    return Annotations(sources=(note,), passages=(doors, news))


def mark(
    index: Connection,
    article_id: str,
    text: str,
    words: str,
    *,
    tags: set[str],
    has_comment: bool = False,
) -> MarkedPassage:
    article = find_number(index, article_id)
    assert article is not None
    span = Span(text.index(words), text.index(words) + len(words))
    return MarkedPassage(
        article=article,
        span=span,
        quotes=touched_quotes(index, article, span),
        tags=frozenset(tags),
        has_comment=has_comment,
    )


def titles(results: SearchResults) -> list[str]:
    return [each.article.title for each in results.articles]


@pytest.fixture(autouse=True)
def articles(index: Connection) -> None:
    axios, herald = "https://www.axios.example/t", "https://herald.example/s"
    put_entries(
        index,
        [
            make_entry(TARIFFS, article_id=axios, title="Duties up", published="March 4, 2026"),
            make_entry(
                SCHOOLS,
                article_id=herald,
                title="Schools",
                published="2026-11-20T08:00:00Z",
                site="The Herald",
            ),
            make_entry(UNDATED, article_id="sha256:u", title="Undated"),
        ],
    )


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("tariffs", {"Duties up", "Undated"}),
        ("TARIFF*", {"Duties up", "Undated"}),
        ("duties", {"Duties up"}),
        ("zurich", {"Duties up"}),
        ('"raise tariffs"', {"Duties up"}),
        ('"tariffs raise"', set()),
        ("tariffs -markets", {"Undated"}),
        ("-tariffs", {"Schools"}),
        ('said:"helps nobody"', {"Duties up"}),
        ("said:markets", set()),
        ("by:ryder", {"Duties up"}),
        ('by:"ana ruiz"', {"Schools"}),
        ("role:minister", {"Schools"}),
        ("said:tariffs by:ruiz", set()),
        ("said:nobody by:ryder", set()),
        ("in:herald", {"Schools"}),
        ("in:axios", {"Duties up"}),
        ("-in:axios", {"Schools", "Undated"}),
        ("before:2026-03-05", {"Duties up"}),
        ("before:2026-03-04", set()),
        ("after:2026-03-04", {"Duties up", "Schools"}),
        ("after:2026-03-05", {"Schools"}),
        ('newer:"2 weeks"', {"Schools"}),
        ("kind:direct", {"Duties up", "Schools", "Undated"}),
        ("kind:indirect", set()),
        ("-kind:direct", set()),
        ("is:unnamed", {"Duties up"}),
        ("is:corrected", set()),
        ("has:note", {"Duties up", "Undated"}),
        ("tag:trade", {"Duties up", "Undated"}),
        ("tag:schools", {"Schools"}),
        ("tag:schools has:note", set()),
        ("has:bookmark", {"Schools", "Undated"}),
        ("has:bookmark by:ruiz", {"Schools"}),
        ("has:bookmark by:wong", set()),
        ("has:bookmark kind:direct", {"Schools"}),
        ("has:bookmark -tag:old", {"Schools"}),
        ("has:bookmark -by:ruiz", {"Undated"}),
        ("tag:trade tariffs -has:bookmark", {"Duties up"}),
        ("has:bookmark tag:trade tag:old", {"Undated"}),
        ("tag:#trade -is:unnamed", {"Duties up", "Undated"}),
        ("tag:#trade -is:unnamed by:ryder", {"Duties up"}),
        ("tag:other", set()),
        ("-has:note tariffs", {"Duties up", "Undated"}),
        ("", set()),
        ('"" * -', set()),
    ],
)
def test_each_condition_finds_what_it_says(index: Connection, typed: str, found: set[str]) -> None:
    results = find(index, typed)
    assert set(titles(results)) == found
    assert results.total == len(found)


def test_all_conditions_on_quotes_hold_for_one_quote(index: Connection) -> None:
    (article,) = find(index, "by:ryder said:tariffs kind:direct").articles
    (hit,) = article.hits
    assert hit.quote is not None
    assert (hit.quote.speaker, hit.quote.role) == ("Pat Ryder", "spokesman")
    assert hit.quote.key == "name:pat ryder"
    assert hit.offset == TARIFFS.index("We will")


def test_the_words_that_were_found_are_marked(index: Connection) -> None:
    (article,) = find(index, 'said:"raise tariffs"').articles
    snippet = article.hits[0].snippet
    assert [mark.of(snippet.text) for mark in snippet.marks] == ["raise tariffs"]


def test_words_outside_of_quotes_lead_to_their_place(index: Connection) -> None:
    (article,) = find(index, "markets").articles
    (hit,) = article.hits
    assert hit.quote is None
    assert TARIFFS[hit.offset :].startswith("Markets")


def test_the_newest_come_first_where_that_is_asked_for(index: Connection) -> None:
    found = find(index, "kind:direct", newest_first=True)
    assert titles(found) == ["Schools", "Duties up", "Undated"]


def test_a_bookmark_outside_of_quotes_leads_to_its_passage(index: Connection) -> None:
    (article,) = find(index, "tag:old").articles
    (hit,) = article.hits
    assert hit.quote is None
    assert hit.offset == UNDATED.index("old news")
    assert [shown.of(hit.snippet.text) for shown in hit.snippet.marks] == ["old news"]


def test_a_bookmark_on_a_quote_leads_to_the_quote(index: Connection) -> None:
    (article,) = find(index, "tag:schools").articles
    assert [hit.quote.speaker for hit in article.hits if hit.quote] == ["Ana Ruiz"]


def test_an_article_without_quotes_is_found_by_its_bookmark_only(index: Connection) -> None:
    put_entries(index, [make_entry("Nobody speaks of tariffs.", article_id="sha256:q", title="Q")])
    assert "Q" not in titles(find(index, "tariffs -has:note"))
    assert "Q" not in titles(find(index, "tariffs -tag:old"))


def test_quotes_that_are_not_shown_are_counted(index: Connection) -> None:
    text = " ".join(f"“Number {n} is here.” said Pat Ryder." for n in range(9))
    put_entries(index, [make_entry(text, article_id="sha256:n", title="Numbers")])
    found = next(each for each in find(index, "said:number").articles)
    assert (len(found.hits), found.more) == (3, 6)


def test_what_another_engine_found_is_marked(index: Connection) -> None:
    put_entries(index, [make_entry(SCHOOLS, article_id="https://herald.example/s", engine="old")])
    assert [each.is_outdated for each in find(index, "doors").articles] == [True]
    assert [each.is_outdated for each in find(index, "traders").articles] == [False]


def test_no_snippet_drives_a_terminal(index: Connection) -> None:
    text = "Evil \x1b[31m “words \x1b]0;x\x07 \u202e here” said Mal \u202eory. \x02\x03\x02 loose"
    put_entries(index, [make_entry(text, article_id="sha256:e")])
    for typed in ("evil", "said:here", "loose"):
        (article,) = find(index, typed).articles
        assert all(hit.snippet.text.isprintable() for hit in article.hits)


@settings(deadline=None, max_examples=150)
@given(
    st.text(max_size=80)
    | st.from_regex(r'(-?(said|by|in|is|newer|after|tag):?["*(){}^:+\0 A-Z]{0,9}){1,6}')
)
def test_no_query_is_an_error_or_changes_anything(
    tmp_path_factory: pytest.TempPathFactory, typed: str
) -> None:
    with opened_index(tmp_path_factory.getbasetemp() / "hostile") as index:
        put_entries(index, [make_entry(SCHOOLS)])
        found = search(index, parse_query(typed, TODAY), engine=ENGINE)
        assert found.total <= 1
        assert index.execute("SELECT count(*) FROM article").fetchone() == (1,)


@pytest.mark.parametrize(
    "typed",
    [
        "a" * 100_000,
        "said:" * 5000,
        '"' * 999,
        "x OR y NOT z",
        "a\0b",
        "NEAR(a b, 2)",
        "{words} : a",
        "'); DROP TABLE article; --",
        "title : schools",
        "a\ud800 in:b\udfff tag:c\ud800",
        "ａ" * 3000,
    ],
)
def test_syntax_and_length_do_no_harm(index: Connection, typed: str) -> None:
    find(index, typed)
    assert titles(find(index, "in:herald")) == ["Schools"]
