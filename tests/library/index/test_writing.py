"""Putting articles into the index, and taking them out for good."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from sqlite3 import Connection

from inquit.library.index.entries import IndexEntry
from inquit.library.index.files import opened_index
from inquit.library.index.reading import (
    count_rows,
    fetch_article,
    fetch_quotes,
    fetch_text,
    find_number,
    list_homes,
    list_outdated,
)
from inquit.library.index.writing import purge, put_entries, remove_article, remove_homes
from tests.library.index.making import make_article, make_entry


def test_an_article_is_read_as_it_was_put_in(index: Connection) -> None:
    text = "“It holds.” said Pat Ryder (spokesman). “So it does.” said officials."
    put_entries(index, [make_entry(text, title="T", published="4 Mar 2026", site="S")])
    number = find_number(index, "https://www.axios.example/1")
    assert number is not None
    article = fetch_article(index, number)
    assert article is not None
    assert (article.title, article.day, article.site) == ("T", "2026-03-04", "S")
    assert article.engine == "test-1"
    quotes = fetch_quotes(index, number)
    assert [(each.speaker, each.role, each.words) for each in quotes] == [
        ("Pat Ryder", "spokesman", "It holds."),
        ("officials", "", "So it does."),
    ]
    assert text[quotes[0].start : quotes[0].end] == "It holds."
    assert quotes[1].key.startswith("unnamed:https://www.axios.example/1#")


def test_offsets_hold_where_the_text_has_what_no_database_takes(index: Connection) -> None:
    text = "A\ud800\0\x02B “words” here"
    put_entries(index, [make_entry(text, article_id="a")])
    number = find_number(index, "a")
    assert number is not None
    kept = fetch_text(index, number)
    assert len(kept) == len(text)
    assert kept.endswith("B “words” here")


def test_an_article_that_is_not_analysed_yet_has_its_words_only(index: Connection) -> None:
    entry = IndexEntry(
        article=make_article("“Yes.” said Ann."),
        analysis=None,
        remembered="",
        home="h",
        home_seen=0,
    )
    put_entries(index, [entry])
    number = find_number(index, entry.article.id)
    assert number is not None
    assert fetch_quotes(index, number) == ()
    article = fetch_article(index, number)
    assert article is not None
    assert article.engine is None


def test_what_is_removed_is_gone_from_the_file_too(tmp_path: Path) -> None:
    with opened_index(tmp_path) as index:
        put_entries(index, [make_entry("“Zzyzxsecret.” said Ann Xylophonist.", article_id="a")])
        put_entries(index, [make_entry("Other words.", article_id="b")])
        assert remove_article(index, "a")
        assert not remove_article(index, "a")
        purge(index)
    data = b"".join(path.read_bytes() for path in (tmp_path / "library").iterdir()).lower()
    assert b"zzyzxsecret" not in data
    assert b"xylophonist" not in data


def test_articles_of_folders_that_are_gone_are_removed(index: Connection) -> None:
    put_entries(index, [make_entry("A.", article_id="x/a"), make_entry("B.", article_id="x/b")])
    assert list_homes(index) == {"a": 1, "b": 1}
    assert remove_homes(index, ["a", "none"]) == 1
    assert list_homes(index) == {"b": 1}
    assert count_rows(index) == (1, 0, 0)
    assert find_number(index, "x/a") is None
    assert find_number(index, "x/b") is not None


def test_articles_of_another_engine_are_known_as_outdated(index: Connection) -> None:
    put_entries(index, [make_entry("A.", article_id="x/a"), make_entry("B.", article_id="x/b")])
    assert list_outdated(index, "test-1", "none") == ()
    assert set(list_outdated(index, "test-2", "none")) == {"a", "b"}
    put_entries(index, [make_entry("B.", article_id="x/b", engine="test-2")])
    assert list_outdated(index, "test-2", "none") == ("a",)


def test_topics_are_left_out_and_what_is_denied_is_marked(index: Connection) -> None:
    entry = make_entry("“One.” said Ann Lee. “Two.” said Bo Day. “Three.” said Cy Eve.")
    assert entry.analysis is not None
    one, two, three = entry.analysis.quotes
    quotes = (replace(one, topic=True), replace(two, negated=True), three)
    put_entries(index, [replace(entry, analysis=replace(entry.analysis, quotes=quotes))])
    number = find_number(index, entry.article.id)
    assert number is not None
    found = fetch_quotes(index, number)
    assert [(each.speaker, each.denied) for each in found] == [("Bo Day", True), ("Cy Eve", False)]
    assert count_rows(index) == (1, 2, 2)
