"""Opening other articles, picking from several, and going back and forward between them."""

from __future__ import annotations

import gzip
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.conftest import article_of, workers_done
from tests.app.test_drafts import notified
from tests.app.test_reader import Reader, reader
from tui.dialogs.opener import Opener
from tui.dialogs.picker import Picker
from tui.reader.app import ReaderApp
from tui.services.article_list import ArticleList, ListedArticle, _items, list_articles
from tui.services.dependencies import ReaderServices
from tui.services.load_task import LoadTask
from tui.services.opening import open_article
from widgets.key_line import KeyLine
from widgets.row_list import RowList


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two articles, a hidden file, a binary one and a folder in it."""
    folder = tmp_path / "articles"
    (folder / "inner").mkdir(parents=True)
    (folder / "cranes.txt").write_text("Cranes are late.\n\nVery late.")
    (folder / "ferry[b].txt").write_text("The ferry sails.\n\nIt sails.")
    (folder / ".hidden.txt").write_text("Hidden.")
    (folder / "picture.bin").write_bytes(b"\0\1\2" * 100)
    (folder / "inner" / "deep.txt").write_text("Deep.")
    return folder


@pytest.fixture
def real(desk: ReaderServices) -> ReaderServices:
    """Collaborators that open files and folders."""
    return replace(desk, open_article=open_article, list_articles=list_articles)


async def until(at_work: Reader, true: Callable[[], bool]) -> None:
    for _ in range(100):
        if true():
            break
        await at_work.pilot.pause(0.02)
    await at_work.settle()
    assert true()


def waiting(at_work: Reader) -> str:
    return at_work.screen.panes.status.status.waiting


async def type_path(at_work: Reader, path: str) -> None:
    await at_work.pilot.press("o")
    dialog = at_work.app.screen
    assert isinstance(dialog, Opener)
    dialog._type(path)
    await at_work.pilot.pause()


def offered(at_work: Reader) -> list[str]:
    dialog = at_work.app.screen
    assert isinstance(dialog, Opener)
    return [row.text for row in dialog._list.rows]


async def test_paths_are_completed_as_one_types(real, article, folder) -> None:
    async with reader(real, article) as at_work:
        await type_path(at_work, f"{folder}/")
        names = [f"{folder}/inner/", f"{folder}/cranes.txt", f"{folder}/ferry[b].txt"]
        await until(at_work, lambda: offered(at_work)[:2] == names[:2])
        assert names[2] in offered(at_work)
        assert not any("hidden" in row for row in offered(at_work))
        await type_path_on(at_work, f"{folder}/.")
        await until(at_work, lambda: offered(at_work) == [f"{folder}/.hidden.txt"])
        await type_path_on(at_work, f"{folder}/cr")
        await until(at_work, lambda: offered(at_work) == [f"{folder}/cranes.txt"])
        await at_work.pilot.press("tab", "enter")
        await until(at_work, lambda: at_work.screen.reading.article.text.startswith("Cranes"))


async def type_path_on(at_work: Reader, path: str) -> None:
    at_work.app.screen._type(path)  # type: ignore[attr-defined]
    await at_work.pilot.pause()


async def test_a_row_is_gone_to_by_arrow_and_a_folder_is_gone_into(real, article, folder) -> None:
    async with reader(real, article) as at_work:
        await type_path(at_work, f"{folder}/in")
        await until(at_work, lambda: offered(at_work) == [f"{folder}/inner/"])
        await at_work.pilot.press("down", "enter")
        await until(at_work, lambda: offered(at_work) == [f"{folder}/inner/deep.txt"])
        await at_work.pilot.press("down", "enter")
        await until(at_work, lambda: at_work.screen.reading.article.text == "Deep.")


async def test_enter_opens_the_only_row_that_is_left(real, article, folder) -> None:
    async with reader(real, article) as at_work:
        await type_path(at_work, f"{folder}/cra")
        await at_work.pilot.press("enter")  # at once: the folder may not be looked into yet
        await until(at_work, lambda: at_work.screen.reading.article.text.startswith("Cranes"))
        await at_work.press("o", *"seed:harbour-i", "enter")
        await until(at_work, lambda: at_work.screen.reading.article.id == "seed:harbour-inquiry")


async def test_enter_goes_into_the_only_folder_that_is_left(real, article, folder) -> None:
    async with reader(real, article) as at_work:
        await type_path(at_work, f"{folder}/in")
        await at_work.pilot.press("enter")
        await until(at_work, lambda: offered(at_work) == [f"{folder}/inner/deep.txt"])


async def test_what_is_typed_whole_is_opened_though_a_row_goes_on_from_it(
    real, article, folder
) -> None:
    (folder / "cranes.txt.bak").write_text("Old.")
    real.state.keep_recent("https://127.0.0.1:9/page-two", "Page two")
    async with reader(real, article) as at_work:
        await type_path(at_work, f"{folder}/cranes.txt")
        await at_work.pilot.press("enter")
        await until(at_work, lambda: at_work.screen.reading.article.text.startswith("Cranes"))
        await type_path(at_work, f"{folder}/inner")
        await at_work.pilot.press("enter")
        await until(at_work, lambda: isinstance(at_work.app.screen, Picker))
        await at_work.pilot.press("escape")
        await type_path(at_work, "https://127.0.0.1:9/page")
        await at_work.pilot.press("enter")
        await until(at_work, lambda: notified(at_work) != [])
        assert "page-two" not in notified(at_work)[0]


async def test_recent_articles_are_offered_first(real, article, folder) -> None:
    real.state.keep_recent(str(folder / "cranes.txt"), "Cranes [b]are[/b] late")
    async with reader(real, article) as at_work:
        await at_work.pilot.press("o")
        await until(at_work, lambda: offered(at_work)[:1] == ["Cranes [b]are[/b] late"])
        await at_work.pilot.press("down", "enter")
        await until(at_work, lambda: at_work.screen.reading.article.text.startswith("Cranes"))


async def test_what_was_opened_is_remembered_after_a_restart(real, restarted) -> None:
    async with reader(real, open_article("seed:harbour-inquiry")) as at_work:
        await at_work.settle()
    assert [item.reference for item in restarted().state.recent()] == ["seed:harbour-inquiry"]


async def test_back_and_forward_lead_to_each_article_at_its_place(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "n", "n", "G", "k", "k")
        top = at_work.screen.panes.text.top
        assert top > 0
        await at_work.press("o", *"other", "enter")
        await until(at_work, lambda: at_work.screen.reading.article.id == "test:other")
        assert at_work.screen.panes.text.top == 0
        await at_work.press("comma")
        assert at_work.screen.reading.article.id == article.id
        assert at_work.screen.panes.text.top == top
        await at_work.press("H")
        assert at_work.screen.panes.text.top != top
        await at_work.press("full_stop")
        assert at_work.screen.reading.article.id == "test:other"
        await at_work.press("full_stop")
        assert at_work.screen.panes.status.status.message == "No article to go forward to"


async def test_coming_back_shows_the_quotes_and_the_one_that_was_current(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "n", "n")
        assert at_work.current_words == "They are not,"
        await at_work.press("o", *"other", "enter")
        await until(at_work, lambda: at_work.screen.reading.article.id == "test:other")
        await at_work.press("backspace")
        await until(at_work, lambda: at_work.current_words == "They are not,")


async def test_leaving_an_article_cancels_its_analysis(desk, article, analyst) -> None:
    analyst.go.clear()
    app = ReaderApp(desk, article)
    async with app.run_test() as pilot:
        first = [worker for worker in app.workers if worker.group == "analysis"]
        while not first:
            await pilot.pause(0.02)
            first = [worker for worker in app.workers if worker.group == "analysis"]
        app.screen.controllers.articles.visit(article_of("Elsewhere.", "test:elsewhere"))  # type: ignore[attr-defined]
        try:
            ended = lambda: all(each.is_cancelled or each.is_finished for each in first)  # noqa: E731
            for _ in range(200):
                if ended():
                    break
                await pilot.pause(0.02)
            assert ended()
        finally:
            analyst.go.set()


async def test_a_slow_opening_tells_of_itself_and_escape_cancels_it(desk, article) -> None:
    go = threading.Event()

    def slow(reference: str, errand: LoadTask) -> object:
        errand.progress("slow.example", 200_000)
        go.wait(10)
        return article_of("Slow.", reference)

    async with reader(replace(desk, open_article=slow), article) as at_work:  # type: ignore[arg-type]
        await at_work.pilot.press("o", *"slow", "enter")
        await until(
            at_work,
            lambda: waiting(at_work) == "Fetching slow.example … 196 kB · Esc cancels",
        )
        await at_work.press("n", "j")
        assert at_work.current_words == "We are ready,"
        await at_work.pilot.press("escape")
        go.set()
        await workers_done(at_work.app)
        await at_work.settle()
        assert at_work.screen.reading.article is article
        assert at_work.screen.panes.status.status.message == "Not opened"
        assert waiting(at_work) == ""


async def test_a_folder_is_a_list_to_pick_from_and_to_come_back_to(real, article, folder) -> None:
    async with reader(real, article) as at_work:
        await type_path(at_work, str(folder))
        await at_work.pilot.press("enter")
        await until(at_work, lambda: isinstance(at_work.app.screen, Picker))
        rows = at_work.app.screen._list.rows
        assert [(row.sign, row.text, row.tail) for row in rows] == [
            ("●", "cranes.txt — Cranes are late.", "txt 28 B"),
            ("●", "ferry[b].txt — The ferry sails.", "txt 27 B"),
        ]
        await at_work.pilot.press("enter")
        await until(at_work, lambda: at_work.screen.reading.article.text.startswith("Cranes"))
        await at_work.press("h")
        rows = at_work.app.screen._list.rows
        assert [row.sign for row in rows] == [" ", "●"]
        assert at_work.app.screen._list.cursor == str(folder / "cranes.txt")
        await at_work.press("escape")
        assert at_work.screen.reading.article.text.startswith("Cranes")


async def test_a_corpus_is_a_list_to_pick_from(real, tmp_path) -> None:
    path = tmp_path / "c.jsonl"
    lines = [{"id": f"a{n}", "title": f"Number {n}", "text": f"Text {n}."} for n in range(3)]
    path.write_text("\n".join(map(json.dumps, lines)))
    app = ReaderApp(real, None, list_articles([str(path)]))
    async with app.run_test() as pilot:
        at_work = Reader(app, pilot)
        await until(at_work, lambda: isinstance(app.screen, Picker))
        await pilot.press(*"number 2", "enter")
        await until(at_work, lambda: at_work.screen.reading is not None)
        assert at_work.screen.reading.article.text == "Text 2."  # type: ignore[union-attr]


async def test_leaving_the_list_with_nothing_opened_leaves_the_program(real, folder) -> None:
    app = ReaderApp(real, None, list_articles([str(folder)]))
    async with app.run_test() as pilot:
        at_work = Reader(app, pilot)
        await until(at_work, lambda: isinstance(app.screen, Picker))
        await pilot.press("escape")
        for _ in range(100):
            if app.return_code is not None:
                break
            await pilot.pause(0.02)
        assert app.return_code == 0


async def test_without_a_list_the_key_says_so(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("h")
        assert at_work.screen.panes.status.status.message.startswith("There is no list of articles")


async def test_a_corpus_in_a_folder_leads_back_to_the_folder(real, folder) -> None:
    (folder / "c.jsonl").write_text('{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}')
    app = ReaderApp(real, None, list_articles([str(folder)]))
    async with app.run_test() as pilot:
        at_work = Reader(app, pilot)

        def titles() -> list[str]:
            shown = app.screen
            return [row.text for row in shown._list.rows] if isinstance(shown, Picker) else []

        await until(at_work, lambda: "cranes.txt — Cranes are late." in titles())
        await pilot.press(*"jsonl", "enter")
        await until(at_work, lambda: titles() == ["One.", "Two."])
        await pilot.press("escape")
        await until(at_work, lambda: "cranes.txt — Cranes are late." in titles())


async def test_what_cannot_be_opened_from_the_first_list_leads_back_to_it(real, folder) -> None:
    shelf = list_articles([str(folder)])
    (folder / "cranes.txt").unlink()
    app = ReaderApp(real, None, shelf)
    async with app.run_test() as pilot:
        at_work = Reader(app, pilot)
        await until(at_work, lambda: isinstance(app.screen, Picker))
        await pilot.press("enter")
        await until(at_work, lambda: bool(app._notifications))
        await until(at_work, lambda: isinstance(app.screen, Picker))


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_the_dialog_fits_on_small_screens(real, article, size) -> None:
    async with reader(real, article, size=size) as at_work:
        await at_work.pilot.press("o")
        await at_work.pilot.pause()
        dialog = at_work.app.screen
        assert dialog.query_one(RowList).region.bottom <= dialog.query_one(KeyLine).region.y
        assert dialog.query_one(KeyLine).region.bottom <= size[1]


async def test_a_long_list_is_shown_at_once_and_fills_while_one_types(
    real, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.services.article_list.AT_ONCE", 0.0)
    monkeypatch.setattr("tui.reader.controllers.articles._ROWS_APART", 0.01)
    go = threading.Event()
    path = tmp_path / "c.jsonl"
    path.write_text("\n".join(f'{{"id": "{n}", "text": "Number {n}."}}' for n in range(300)))
    slow = ListedArticle(reference="slow", title="Slow", kind="x", open=open_article)  # type: ignore[arg-type]

    def rest() -> Iterator[ListedArticle]:
        yield slow
        go.wait(10)
        shelf = list_articles([str(path)])
        assert shelf is not None
        shelf.list_more(60)
        yield from shelf.items

    app = ReaderApp(real, None, ArticleList(title="Many", rest=rest()))
    async with app.run_test() as pilot:
        at_work = Reader(app, pilot)
        await until(at_work, lambda: isinstance(app.screen, Picker))
        picker = app.screen
        assert isinstance(picker, Picker)
        await pilot.press(*"number 29")
        assert len(picker._list.rows) == 0
        go.set()
        await until(at_work, lambda: len(picker._list.rows) == 13)
        await until(at_work, lambda: picker._title == "Many")
        await pilot.press("enter")
        await until(at_work, lambda: at_work.screen.reading is not None)
        assert at_work.screen.reading.article.text == "Number 29."


async def test_a_list_that_ends_in_a_fault_keeps_what_it_has_and_tells_it(real, tmp_path) -> None:
    path = tmp_path / "c.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"id": "a", "text": "One."}\n') + b"\x1f\x8bdamage")
    shelf = ArticleList(title="Two", rest=_items(str(path)))
    app = ReaderApp(real, None, shelf)
    async with app.run_test() as pilot:
        at_work = Reader(app, pilot)
        await until(at_work, lambda: bool(app._notifications))
        assert [item.title for item in shelf.items] == ["One."]


async def test_a_bad_line_of_a_corpus_is_listed_as_one_and_the_others_open(real, tmp_path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text('{"id": "a", "text": "One."}\nnothing\n{"id": "b", "text": "Two."}\n')
    app = ReaderApp(real, None, list_articles([str(path)]))
    async with app.run_test() as pilot:
        at_work = Reader(app, pilot)
        await until(at_work, lambda: isinstance(app.screen, Picker))
        titles = [row.text for row in app.screen._list.rows]
        assert (titles[0], titles[2]) == ("One.", "Two.")
        assert "line 2: it is not JSON" in titles[1]
        await pilot.press("down", "enter")
        await until(at_work, lambda: bool(app._notifications))
        await until(at_work, lambda: isinstance(app.screen, Picker))
        await pilot.press("down", "down", "enter")
        await until(at_work, lambda: at_work.screen.reading is not None)
        assert at_work.screen.reading.article.text == "Two."


@pytest.mark.parametrize("typed", ["~nosuchuser/x", "pasted words " * 400, "a\0b", "~"])
async def test_what_names_no_file_ends_in_one_line(real, article, typed) -> None:
    async with reader(real, article) as at_work:
        await at_work.press("o")
        at_work.app.screen.dismiss(typed)
        await until(at_work, lambda: bool(at_work.app._notifications))
        assert at_work.screen.reading.article == article


async def test_a_key_goes_on_in_the_list_and_says_where_it_ends(real, tmp_path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text("".join(f'{{"id": "{n}", "text": "Number {n}."}}\n' for n in range(3)))
    app = ReaderApp(real, None, list_articles([str(path)]))
    async with app.run_test() as pilot:
        at_work = Reader(app, pilot)

        def shown() -> str | None:
            return at_work.screen.reading.article.text if at_work.screen.reading else None

        await until(at_work, lambda: isinstance(app.screen, Picker))
        await pilot.press("enter")
        await until(at_work, lambda: shown() == "Number 0.")
        for key, text in (("}", "Number 1."), ("}", "Number 2."), ("{", "Number 1.")):
            await at_work.press(key)
            await until(at_work, lambda text=text: shown() == text)
        await at_work.press("}")
        await until(at_work, lambda: shown() == "Number 2.")
        await at_work.press("}")
        assert at_work.screen.panes.status.status.message.startswith("This is the last article of ")
        assert shown() == "Number 2."


async def test_a_feed_is_a_list_to_pick_from_and_what_is_read_of_it_is_told(
    real, article, folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INQUIT_DATA_DIR", str(folder))
    items = "".join(
        f"<item><title>{name}</title><guid>{name}</guid><description>About {name}.</description>"
        "</item>"
        for name in ("one", "two")
    )
    (folder / "feed.xml").write_text(
        f"<rss version='2.0'><channel><title>Herald</title>{items}</channel></rss>"
    )
    async with reader(real, article) as at_work:
        await type_path(at_work, str(folder / "feed.xml"))
        await at_work.pilot.press("enter")
        await until(at_work, lambda: isinstance(at_work.app.screen, Picker))
        await at_work.pilot.press("down", "enter")
        await until(at_work, lambda: at_work.screen.reading.article.text == "About two.")
        await at_work.press("h")
        rows = at_work.app.screen._list.rows
        assert [(row.sign, row.text) for row in rows] == [("●", "one"), (" ", "two")]
        await at_work.press("escape")
        await type_path(at_work, str(folder))
        await at_work.pilot.press("enter")
        await until(at_work, lambda: isinstance(at_work.app.screen, Picker))
        await at_work.pilot.press(*"feed.xml", "enter")
        await until(at_work, lambda: getattr(at_work.app.screen, "_title", "") == "Feed: Herald")
        await at_work.pilot.press("escape")
        await until(at_work, lambda: getattr(at_work.app.screen, "_title", "") == str(folder))
