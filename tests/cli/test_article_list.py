"""Several articles to pick from."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from inquit.errors import InputError
from tui.reader.article_list_rows import format_size
from tui.reader.feed_article_list import article_or_entries
from tui.services.article_list import ArticleList, list_articles
from tui.services.load_task import LoadTask
from tui.services.opening import open_article
from tui.services.path_completion import common_beginning, completions


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "b.html").write_text("<p>Two.")
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "c.txt").write_text("Three.")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tui.services.article_list.AT_ONCE", 60.0)
    return tmp_path


def test_one_article_is_no_shelf() -> None:
    assert list_articles(["a.txt"]) is None
    assert list_articles(["seed:harbour-inquiry"]) is None


def test_several_inputs_come_in_order_and_once_and_folders_with_what_is_in_them() -> None:
    shelf = list_articles(["b.html", "d", "a.txt", "b.html", "seed:harbour-inquiry"])
    assert shelf is not None
    assert shelf.title == "5 inputs"
    assert [(item.title, item.kind) for item in shelf.items] == [
        ("b.html", "html"), ("c.txt — Three.", "txt"), ("a.txt — One.", "txt"),
        ("seed:harbour-inquiry", "sample"),
    ]  # fmt: skip
    assert shelf.items[2].open(LoadTask()).text == "One."
    assert shelf.items[2].open(LoadTask()).id == shelf.items[2].article_id


def test_what_is_missing_is_told_before_anything_is_shown() -> None:
    with pytest.raises(InputError, match="no such file"):
        list_articles(["a.txt", "none.txt"])


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "e").mkdir()
    with pytest.raises(InputError, match="nothing in it can be read"):
        list_articles(["e"])


def test_standard_input_is_not_one_of_several() -> None:
    with pytest.raises(InputError, match="one article"):
        list_articles(["a.txt", "-"])


def test_a_corpus_that_has_become_shorter_is_told(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text('{"id": "x", "text": "X."}\n{"id": "y", "text": "Y."}')
    shelf = list_articles([str(path)])
    assert shelf is not None
    assert [item.open(LoadTask()).text for item in shelf.items] == ["X.", "Y."]
    path.write_text('{"id": "x", "text": "X."}')
    with pytest.raises(InputError, match="shorter"):
        shelf.items[1].open(LoadTask())


def test_completion_keeps_what_was_typed_of_a_folder() -> None:
    assert [item.path for item in completions("./d/")] == ["./d/c.txt"]
    assert [item.path for item in completions("")] == ["d/", "a.txt", "b.html"]
    assert completions("none/") == ()
    assert completions("~nobody-is-called-this/") == ()


def test_completion_goes_as_far_as_all_agree(tmp_path: Path) -> None:
    for name in ("harbour-1.txt", "harbour-2.txt"):
        (tmp_path / name).write_text("x")
    assert common_beginning("h", completions("h")) == "harbour-"
    assert common_beginning("H", completions("H")) == "H"


def test_sizes_are_short() -> None:
    assert [format_size(count) for count in (999, 12_345, 3_400_000)] == [
        "999 B",
        "12 kB",
        "3.4 MB",
    ]


def test_more_than_can_be_listed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.services.article_list.MOST", 2)
    shelf = list_articles(["."])
    assert shelf is not None
    assert (len(shelf.items), shelf.title) == (2, ".")
    shelf = list_articles([".", "d"])
    assert shelf is not None
    assert (len(shelf.items), shelf.title) == (2, "2 inputs (the first 2)")


def test_the_rest_of_a_shelf_is_listed_when_that_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.services.article_list.AT_ONCE", 0.0)
    path = tmp_path / "c.jsonl.gz"
    lines = "".join(f'{{"id": "{n}", "text": "Number {n}."}}\n' for n in range(9))
    path.write_bytes(gzip.compress(lines.encode()) + b"\x1f\x8bdamage")
    shelf = list_articles([str(path)])
    assert shelf is not None
    assert shelf.items == ()
    asked = iter([True, True, False])
    shelf.list_more(60, lambda: next(asked))
    assert [item.title for item in shelf.items] == ["Number 0.", "Number 1."]
    with pytest.raises(InputError, match="damaged"):
        shelf.list_more(60)
    assert (len(shelf.items), shelf.rest) == (9, None)


def test_the_entries_of_a_feed_are_a_shelf_and_an_article_is_none(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    items = "<item><title>Old</title><pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate></item>"
    items += "<item><title>New</title><pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate>"
    items += "<description>What is new.</description></item>"
    path.write_text(f"<rss version='2.0'><channel><title>T</title>{items}</channel></rss>")
    shelf = article_or_entries(lambda: open_article(str(path)), str(path))
    assert isinstance(shelf, ArticleList)
    assert shelf.title == "Feed: T"
    assert [(item.title, item.kind) for item in shelf.items] == [
        ("New", "2 Mar 2026"), ("Old", "1 Mar 2026"),
    ]  # fmt: skip
    assert shelf.items[0].open(LoadTask()).text == "What is new."
    with pytest.raises(InputError, match="the feed gives no text"):
        shelf.items[1].open(LoadTask())
    article = article_or_entries(lambda: open_article("a.txt"), "a.txt")
    assert not isinstance(article, ArticleList)
