"""All that was read, from within the reader: searched, gone to, remembered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Input

from inquit.errors import InputError
from inquit.library.settings import LibrarySettings
from inquit.model.article import Article
from inquit.model.engine import AnalysisSetup
from inquit.model.feed import FeedEntry, Subscription
from inquit.service.library.access import Library
from inquit.service.library.analyses import find_kept
from inquit.service.library.own_work import OwnWork
from inquit.service.library.searching import search_library
from inquit.service.pages import KeptPages
from inquit.service.records import new_search
from inquit.store.pages.kept_texts import store_text
from tests.app.test_reader import Reader, reader
from tests.app.test_visiting import until
from tests.library.index.making import make_analysis, make_article
from tests.service.library.conftest import ENGINE
from tui.dialogs.dossier import DossierScreen
from tui.dialogs.library import LibraryScreen
from tui.reader.app import ReaderApp
from tui.reader.recent_articles import list_recent_articles
from tui.services.dependencies import ReaderServices
from tui.services.library_executor import LibraryExecutor

TARIFFS = (
    "\n".join(f"Paragraph {number} is about nothing." for number in range(60))
    + "\n“We will raise tariffs,” said Pat Ryder (spokesman).\nTraders waited."
)


@pytest.fixture
def library(desk: ReaderServices, tmp_path: Path) -> Library:
    assert desk.data is not None
    made = Library(
        pages=KeptPages(desk.data), cache=tmp_path / "cache", setup=AnalysisSetup(model="none")
    )
    keep(made, TARIFFS, "sha256:tariffs")
    return made


@pytest.fixture
def real(desk: ReaderServices, library: Library) -> ReaderServices:
    return replace(
        desk,
        library=LibraryExecutor(lambda _: library),
        kept=lambda article: find_kept(article, library.cache, library.setup),
    )


def keep(library: Library, text: str, article_id: str, day: str | None = None) -> Article:
    title = f"About {article_id}"
    article = make_article(text, article_id=article_id, title=title, published=day)
    store_text(article, library.pages)
    library.analyses.put(article, make_analysis(article, ENGINE))
    return article


def found(library: Library, typed: str) -> list[str]:
    results = search_library(library, typed, OwnWork()).results
    return [each.article.article_id for each in results.articles]


async def search(at_work: Reader, typed: str, shown: Callable[[list[str]], bool]) -> LibraryScreen:
    await until(at_work, lambda: isinstance(at_work.app.screen, LibraryScreen))
    screen = at_work.app.screen
    assert isinstance(screen, LibraryScreen)
    screen.query_one(Input).value = typed
    await until(at_work, lambda: shown(texts(screen)))
    return screen


def texts(screen: LibraryScreen | DossierScreen) -> list[str]:
    return [row.text for row in screen._list.rows]


async def test_a_quote_is_found_and_gone_to_in_its_article(real, article) -> None:
    async with reader(real, article) as at_work:
        await at_work.press("Q")
        screen = await search(at_work, "said:tariffs", lambda rows: len(rows) == 2)
        assert texts(screen)[1] == "Pat Ryder: “We will raise tariffs,”"
        assert screen._list.rows[1].tail == "spokesman"
        await at_work.press("down", "enter")
        await until(at_work, lambda: at_work.screen.reading.article.id == "sha256:tariffs")
        pane = at_work.screen.panes.text
        assert pane.top <= TARIFFS.index("We will") < pane.bottom
        await until(at_work, lambda: at_work.screen.reading.finding is not None)
        assert at_work.screen.reading.finding.source.name == "Pat Ryder"  # type: ignore[union-attr]
        await at_work.press("comma")
        assert at_work.screen.reading.article.id == article.id  # type: ignore[union-attr]


async def test_what_was_searched_for_is_there_again_and_escape_empties_it(real, article) -> None:
    async with reader(real, article) as at_work:
        await at_work.press("Q")
        await search(at_work, "by:ryder", lambda rows: len(rows) == 2)
        await at_work.press("enter")
        await until(at_work, lambda: at_work.screen.reading.article.id == "sha256:tariffs")
        await at_work.press("Q")
        await until(at_work, lambda: isinstance(at_work.app.screen, LibraryScreen))
        assert at_work.app.screen.query_one(Input).value == "by:ryder"
        await at_work.press("escape")
        assert at_work.app.screen.query_one(Input).value == ""
        assert isinstance(at_work.app.screen, LibraryScreen)
        await at_work.press("escape")
        await until(at_work, lambda: not isinstance(at_work.app.screen, LibraryScreen))


async def test_what_is_not_understood_is_told_below(real, article) -> None:
    async with reader(real, article) as at_work:
        await at_work.press("Q")
        screen = await search(at_work, "tariffs kind:loud", lambda rows: len(rows) == 2)
        await until(at_work, lambda: "a quote is direct" in str(screen._told.render()))


async def test_without_a_query_there_are_recent_articles_and_unread_entries(real) -> None:
    await real.feeds.ask(
        lambda kept: kept.put(
            Subscription(url="https://a.example/f", title="A"), (FeedEntry(id="1", title="One"),)
        )
    )
    real.state.keep_recent("seed:harbour-inquiry", "The inquiry")
    app = ReaderApp(real, None, list_recent_articles(real.state))
    async with app.run_test(size=(120, 30)) as pilot:
        at_work = Reader(app, pilot)
        await until(at_work, lambda: isinstance(app.screen, LibraryScreen))
        await until(at_work, lambda: "Unread in your feeds" in texts(app.screen))
        assert texts(app.screen)[1] == "The inquiry"
        assert app.screen._list.rows[0].tail == "1 entry"


async def test_where_nothing_is_remembered_the_recent_articles_are_a_plain_list(desk) -> None:
    from tui.dialogs.picker import Picker

    app = ReaderApp(desk, None, list_recent_articles(desk.state))
    async with app.run_test(size=(120, 30)) as pilot:
        await until(Reader(app, pilot), lambda: isinstance(app.screen, Picker))


async def test_one_key_remembers_a_text_that_nothing_else_keeps(real, article, library) -> None:
    library.analyses.put(article, make_analysis(article, ENGINE))
    async with reader(real, article) as at_work:
        assert article.id not in found(library, "harbour")
        await at_work.press("asterisk")
        await until(at_work, lambda: article.id in found(library, "harbour"))


async def test_an_entry_of_a_feed_is_remembered_once_it_is_analysed(real, library) -> None:
    entry = make_article("The ferry sails at noon.", article_id="entry:ferry")
    async with reader(real, entry) as at_work:
        await until(at_work, lambda: found(library, "ferry") == ["entry:ferry"])


async def test_a_file_is_not_remembered_unasked(real, library) -> None:
    file = make_article("The ferry sails at noon.", article_id="/home/me/ferry.txt")
    async with reader(real, file) as at_work:
        await at_work.settle()
        assert found(library, "ferry") == []


async def test_a_file_that_changed_is_gone_to_by_its_words(desk, library, article) -> None:
    keep(library, "“We will raise tariffs,” said Pat Ryder.", "/gone/t.txt")
    now = make_article(
        "New lines.\n" * 90 + "“We will raise tariffs,” said Pat Ryder.", article_id="/gone/t.txt"
    )

    def open_article(reference: str, _: object) -> Article:
        if reference == now.id:
            return now
        raise InputError("no such article")

    executor = LibraryExecutor(lambda _: library)
    async with reader(
        replace(desk, library=executor, open_article=open_article), article
    ) as at_work:
        await at_work.press("Q")
        await search(at_work, "said:tariffs", lambda rows: len(rows) == 4)
        rows = at_work.app.screen._list.rows  # type: ignore[attr-defined]
        place = next(n for n, row in enumerate(rows) if row.text == "About /gone/t.txt")
        await at_work.press(*["down"] * (place + 1), "enter")
        await until(at_work, lambda: at_work.screen.reading.article.id == now.id)
        pane = at_work.screen.panes.text
        assert pane.top <= now.text.index("We will") < pane.bottom


async def test_a_library_that_is_switched_off_says_so(desk, library, article) -> None:
    off = replace(library, settings=LibrarySettings(enabled=False))
    executor = LibraryExecutor(lambda _: off)
    async with reader(replace(desk, library=executor), article) as at_work:
        await at_work.press("Q")
        screen = at_work.app.screen
        assert isinstance(screen, LibraryScreen)
        screen.query_one(Input).value = "tariffs"
        await until(at_work, lambda: "switched off" in str(screen._told.render()))
    assert not (library.cache / "library" / "index.sqlite3").exists()


async def test_the_dossier_of_a_source_leads_to_all_that_they_said(real, library) -> None:
    keep(library, "“We stay.” said Pat Ryder (chief spokesman).", "sha256:stay", "2026-05-06")
    tariffs = keep(library, TARIFFS + " ", "sha256:tariffs", "2026-03-04")
    async with reader(real, tariffs) as at_work:
        await at_work.press("n", "at")
        screen = await dossier_screen(at_work)
        assert texts(screen) == [
            "About sha256:stay",
            "“We stay.”",
            "About sha256:tariffs",
            "“We will raise tariffs,”",
        ]
        await at_work.press("down", "enter")
        await until(at_work, lambda: at_work.screen.reading.article.id == "sha256:stay")


async def test_who_is_the_same_is_said_and_taken_back(real, library) -> None:
    keep(library, "“Bread.” said Pat Ryder (baker). “Rolls.” said Pat Ryder (baker).", "sha256:b")
    tariffs = keep(library, "“We go.” said Pat Ryder (baker).", "sha256:tariffs")
    keep(library, "“We stay.” said Pat Ryder (spokesman).", "sha256:stay")
    async with reader(real, tariffs) as at_work:
        await at_work.press("n", "at")
        screen = await dossier_screen(at_work)
        assert "“We stay.”" not in texts(screen)
        await at_work.press("G", "s")
        await until(at_work, lambda: "“We stay.”" in texts(screen))
        await at_work.press("u")
        await until(at_work, lambda: "“We stay.”" not in texts(screen))
        await at_work.press("g", "x")
        said = "Pat Ryder in 1 article is not Pat Ryder"
        await until(at_work, lambda: said in texts(screen))


async def test_a_dossier_is_narrowed_to_some_words(real, library) -> None:
    keep(library, "“We stay.” said Pat Ryder (spokesman).", "sha256:stay")
    tariffs = keep(library, TARIFFS, "sha256:tariffs")
    async with reader(real, tariffs) as at_work:
        await at_work.press("n", "at")
        screen = await dossier_screen(at_work)
        await at_work.press("slash", *"stay", "enter")
        await until(at_work, lambda: len(texts(screen)) == 2)
        await at_work.press("w")
        await until(at_work, lambda: texts(screen)[0] == "Nobody else uses the same words")


async def test_a_source_that_is_in_nothing_remembered_is_told(real, article) -> None:
    async with reader(real, article) as at_work:
        await at_work.press("at")
        assert "first" in at_work.screen.view.notice
        await at_work.press("n", "at")
        await until(at_work, lambda: "no article that is remembered" in at_work.screen.view.notice)


async def dossier_screen(at_work: Reader) -> DossierScreen:
    await until(at_work, lambda: isinstance(at_work.app.screen, DossierScreen))
    screen = at_work.app.screen
    assert isinstance(screen, DossierScreen)
    return screen


async def test_a_search_is_kept_under_a_name_and_offered_again(real, article) -> None:
    async with reader(real, article) as at_work:
        await at_work.press("Q")
        await search(at_work, "by:ryder", lambda rows: len(rows) == 2)
        await at_work.press("f2", *"spokesman", "enter", "escape", "escape")
        await until(at_work, lambda: not isinstance(at_work.app.screen, LibraryScreen))
        await at_work.press("Q")
        screen = await search(at_work, "", lambda rows: "spokesman" in rows)
        assert screen._list.rows[0].tail == "by:ryder"
        await at_work.press(*["up"] * len(texts(screen)), "enter")
        await until(at_work, lambda: "About sha256:tariffs" in texts(screen))


async def test_a_search_that_was_kept_is_removed_by_a_key(real, article) -> None:
    await real.store.ask(lambda store: store.add_search(new_search("ports", "harbour")))
    await real.store.ask(lambda store: store.add_search(new_search("spokesman", "by:ryder")))
    async with reader(real, article) as at_work:
        await at_work.press("Q")
        screen = await search(at_work, "", lambda rows: "spokesman" in rows)
        screen._list.action_cursor_to(texts(screen).index("spokesman"))
        await at_work.press("f8")
        await until(at_work, lambda: "spokesman" not in texts(screen))
        assert "is in the bin" in str(screen._told.render())
        assert "ports" in texts(screen)
    kept = await real.store.ask(lambda store: store.searches())
    assert [each.name for each in kept] == ["ports"]


async def test_what_is_no_kept_search_is_not_removed(real, article) -> None:
    async with reader(real, article) as at_work:
        await at_work.press("Q")
        screen = await search(at_work, "by:ryder", lambda rows: len(rows) == 2)
        await at_work.press("f8")
        await until(at_work, lambda: "one that is kept" in str(screen._told.render()))
        assert len(texts(screen)) == 2
