"""The index follows what is kept, and what the reader wrote."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from inquit.library.index.files import opened_index
from inquit.model.annotation import Correction, CorrectionId, target_of
from inquit.model.article import Article
from inquit.model.correction import Value
from inquit.model.quotation import Mention, MentionKind, SourceId
from inquit.model.span import Span
from inquit.service.library.catching_up import analyse_outdated
from inquit.service.library.own_work import OwnWork
from inquit.store.pages.kept_pages import KeptPages
from tests.library.index.making import make_analysis
from tests.service.library.conftest import ENGINE, SCHOOLS, TARIFFS, Shelf


def rename(article: Article, name: str) -> OwnWork:
    """Return what the reader wrote who gave the first speaker another name."""
    start = article.text.index("We will")
    correction = Correction(
        id=CorrectionId(name),
        target=target_of(article, Span(start, start + len("We will raise tariffs,"))),
        action="rename",
        values=((Value.SOURCE, "Pat Ryder"), (Value.NAME, name)),
        created=datetime(2026, 11, 1, tzinfo=UTC),
    )
    return OwnWork(
        corrections=(correction,),
        corrections_of=lambda each: (correction,) if each.id == article.id else (),
    )


def test_what_was_kept_before_is_indexed_at_the_first_run(shelf: Shelf) -> None:
    shelf.keep(TARIFFS, "sha256:a")
    shelf.keep(SCHOOLS, "sha256:b", analysed=False)
    assert shelf.catch_up().put == 2
    assert shelf.find("by:ryder") == ["sha256:a"]
    assert shelf.find("by:ruiz") == []
    assert shelf.find("doors") == ["sha256:b"]


def test_only_what_changed_is_looked_at_again(shelf: Shelf) -> None:
    shelf.keep(TARIFFS, "sha256:a")
    shelf.catch_up()
    assert shelf.catch_up().put == 0
    shelf.keep(SCHOOLS, "sha256:a")
    assert shelf.catch_up().put == 1
    assert shelf.find("tariffs") == []
    assert shelf.find("doors") == ["sha256:a"]


def test_what_is_not_kept_any_more_is_not_found_any_more(shelf: Shelf) -> None:
    shelf.keep(TARIFFS, "sha256:a")
    shelf.catch_up()
    home = shelf.library.pages.home("sha256:a")
    for path in home.iterdir():
        path.unlink()
    home.rmdir()
    assert shelf.catch_up().removed == 1
    assert shelf.find("tariffs") == []


def test_corrections_are_applied_changed_and_taken_back(shelf: Shelf) -> None:
    article = shelf.keep(TARIFFS, "sha256:a")
    shelf.catch_up()
    own = rename(article, "Paula Reed")
    assert shelf.catch_up(own).put == 1
    assert shelf.catch_up(own).put == 0
    assert shelf.find("by:reed is:corrected") == ["sha256:a"]
    assert shelf.find("by:ryder") == []
    shelf.catch_up(rename(article, "Quentin Roe"))
    assert shelf.find("by:roe") == ["sha256:a"]
    shelf.catch_up(OwnWork())
    assert shelf.find("by:ryder -is:corrected") == ["sha256:a"]


def test_a_page_that_cannot_be_read_is_passed_over_and_the_rest_indexed(shelf: Shelf) -> None:
    shelf.keep(TARIFFS, "sha256:a")
    shelf.keep(SCHOOLS, "sha256:b")
    (path,) = shelf.library.pages.home("sha256:a").iterdir()
    path.write_bytes(b"damaged")
    assert shelf.catch_up().put == 1
    assert shelf.catch_up().put == 0
    assert shelf.find("doors") == ["sha256:b"]


def test_what_was_done_when_it_is_stopped_stays_done(shelf: Shelf) -> None:
    for number in range(50):
        shelf.keep(f"Article number {number}.", f"sha256:{number}", analysed=False)
    asked = count()
    shelf.catch_up(wanted=lambda: next(asked) < 1)
    assert len(shelf.find("article")) == 20
    assert shelf.catch_up().put == 30
    assert len(shelf.find("article")) == 50


def test_a_damaged_index_is_made_anew_with_a_line(shelf: Shelf) -> None:
    shelf.keep(TARIFFS, "sha256:a")
    shelf.catch_up()
    path = shelf.library.cache / "library" / "index.sqlite3"
    path.write_bytes(path.read_bytes()[:5000] + b"\xff" * 20_000)
    for beside in path.parent.glob("index.sqlite3-*"):
        beside.unlink()
    assert shelf.catch_up().put == 1
    assert shelf.find("by:ryder") == ["sha256:a"]
    assert len(shelf.told) == 1
    assert "damaged" in shelf.told[0]


def test_what_no_engine_or_another_one_analysed_is_analysed(shelf: Shelf, tmp_path: Path) -> None:
    shelf.keep(SCHOOLS, "sha256:b", analysed=False)
    shelf.catch_up()
    asked: list[str] = []

    def analyse(article: Article) -> object:
        asked.append(article.id)
        return make_analysis(article, ENGINE)

    for _ in range(2):
        with opened_index(tmp_path / "cache") as index:
            analyse_outdated(shelf.library, index, OwnWork(), analyse)  # type: ignore[arg-type]
    assert asked == ["sha256:b"]
    assert shelf.find("by:ruiz") == ["sha256:b"]


def test_analyses_outlast_the_index(shelf: Shelf) -> None:
    shelf.keep(TARIFFS, "sha256:a")
    shelf.catch_up()
    for path in (shelf.library.cache / "library").glob("index.sqlite3*"):
        path.unlink()
    shelf.catch_up()
    assert shelf.find("by:ryder") == ["sha256:a"]


def test_pages_that_are_kept_are_indexed_as_articles(shelf: Shelf, tmp_path: Path) -> None:
    from inquit.store.pages.kept_pages import KeptPage

    body = "<html><head><title>Pier</title></head><body><article>" + (
        "<p>The pier was closed for repairs on Monday after a storm, the council said.</p>" * 9
    )
    url = "https://herald.example/pier"
    page = KeptPage(address=url, url=url, text_digest="x", content_type="text/html")
    KeptPages(tmp_path / "data").keep(page, body.encode())
    assert shelf.catch_up().put == 1
    assert shelf.find("repairs in:herald") == [url]


def test_an_analysis_without_its_topics_is_kept_all_the_same(shelf: Shelf) -> None:
    article = shelf.keep(TARIFFS, "sha256:a", analysed=False)
    analysis = make_analysis(article, ENGINE)
    nobody = Mention(span=Span(0, 2), kind=MentionKind.NAME, source_id=SourceId("of a topic"))
    shelf.library.analyses.put(article, replace(analysis, mentions=(nobody,)))
    shelf.catch_up()
    assert shelf.find("by:ryder") == ["sha256:a"]
