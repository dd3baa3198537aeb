"""What happens to the store while one reads is told, and shown without moving anything."""

from __future__ import annotations

import dataclasses
import json
from datetime import UTC, datetime

import pytest

from inquit.errors import StoreError
from inquit.model.annotation import Bookmark, BookmarkId, Note, NoteId, name_key, target_of
from inquit.model.span import Span
from inquit.store.records.repository import Repository, new_id
from inquit.store.restore import restore
from tests.app.conftest import TEXT, article_of
from tests.app.test_drafts import notified, until
from tests.app.test_reader import reader
from tui.reader.controllers import store_monitor as watching
from widgets.view_tabs import View

NOW = datetime.now(UTC)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "EVERY", 0.1)


def note(name: str, body: str) -> Note:
    return Note(
        id=NoteId(new_id()),
        about=name_key(name),
        about_name=name,
        body=body,
        created=NOW,
        modified=NOW,
    )


def bookmark(text: str, words: str, label: str = "") -> Bookmark:
    article = article_of(text)
    start = text.index(words)
    return Bookmark(
        id=BookmarkId(new_id()),
        target=target_of(article, Span(start, start + len(words))),
        created=NOW,
        modified=NOW,
        label=label,
    )


async def test_what_another_process_wrote_appears_and_nothing_moves(
    desk, article, tmp_path
) -> None:
    other = Repository.open(tmp_path / "data")
    for number in range(5):
        other.add_note(note(f"Source {number}", "words"))
    async with reader(desk, article) as at_work:
        await at_work.press("1", "2", "j", "tab", "4", "j", "j")
        sidebar, pane = at_work.screen.panes.sidebar, at_work.screen.panes.text
        assert sidebar.view is View.NOTES
        cursor, top = sidebar.shown.cursor, pane.scroll_offset.y
        assert (top, len(at_work.rows())) == (12, 5)
        other.add_note(note("Aaron", "[b]from another window"))
        other.add_bookmark(bookmark(TEXT, "We are ready,"))
        await until(at_work, lambda: len(at_work.rows()) == 6)
        assert "Aaron: [b]from another window" in at_work.rows()
        assert (sidebar.shown.cursor, pane.scroll_offset.y) == (cursor, top)
        assert sidebar.shown.has_focus
        await at_work.press("3")
        await until(at_work, lambda: at_work.rows() == ["“We are ready,”"])


async def test_the_cursor_among_the_sources_stays_too(desk, article, tmp_path) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "tab", "j", "j", "j")
        shown = at_work.screen.panes.sidebar.shown
        cursor = shown.cursor
        with Repository.open(tmp_path / "data") as other:
            other.add_note(note("Ada Byrne", "words"))
        await until(at_work, lambda: len(at_work.screen.reading.notes) == 1)
        assert shown.cursor == cursor


async def test_a_store_that_was_damaged_is_told_at_the_start(desk, article, tmp_path) -> None:
    with Repository.open(tmp_path / "data") as store:
        store.add_note(note("Ada Byrne", "one"))
        store.add_note(note("The mayor", "two"))
    path = tmp_path / "data/inquit.json"
    path.write_bytes(path.read_bytes()[:-40])
    async with reader(desk, article) as at_work:
        await until(at_work, lambda: bool(notified(at_work)))
        (line,) = notified(at_work)
        assert line.startswith("The store was damaged; 2 records were recovered from the backup of")
        assert len(at_work.screen.reading.notes) == 2


async def test_a_record_with_a_bad_date_is_told_and_the_others_are_shown(
    desk, article, tmp_path
) -> None:
    good, spoiled = bookmark(TEXT, "We are ready,"), bookmark(TEXT, "somebody wrote")
    spoiled = dataclasses.replace(spoiled, created=datetime(2020, 1, 2, tzinfo=UTC))
    with Repository.open(tmp_path / "data") as store:
        store.add_bookmark(good)
        store.add_bookmark(spoiled)
    written = (tmp_path / "data/inquit.json").read_text()
    edited = tmp_path / "edited.json"
    edited.write_text(written.replace("2020-01-02", "2020-13-02"))
    restore(tmp_path / "data", str(edited))
    async with reader(desk, article) as at_work:
        await until(at_work, lambda: notified(at_work) != [])
        (line,) = notified(at_work)
        assert line.startswith("1 record cannot be read and is kept apart")
        assert [item.bookmark for item in at_work.screen.reading.bookmarks] == [good]
        await at_work.press("n", "m")
        await until(at_work, lambda: at_work.screen.reading.bookmarks == ())


async def test_a_store_of_a_newer_version_is_told_to_be_read_only(desk, article, tmp_path) -> None:
    with Repository.open(tmp_path / "data") as store:
        store.add_note(note("Ada Byrne", "one"))
    path = tmp_path / "data/inquit.json"
    path.write_text(json.dumps({"store": {"1": {"schema_version": 99}}, "notes": {}}))
    async with reader(desk, article) as at_work:
        await until(at_work, lambda: any("reading only" in line for line in notified(at_work)))


async def test_a_store_that_cannot_be_opened_is_told_once_and_reading_goes_on(
    desk, article
) -> None:
    def refuse() -> Repository:
        raise StoreError("The store [b]/x[/b] cannot be read: Permission denied")

    opened, desk.store._open_repository = desk.store._open_repository, refuse
    async with reader(desk, article) as at_work:
        await until(at_work, lambda: bool(notified(at_work)))
        await at_work.press("n")
        await at_work.pilot.pause(0.3)
        assert at_work.current_words == "We are ready,"
        assert notified(at_work) == ["The store [b]/x[/b] cannot be read: Permission denied"]
        desk.store._open_repository = opened
        await at_work.press("m")
        assert at_work.screen.panes.status.status.message.startswith("Bookmarked")


async def test_an_orphaned_bookmark_is_listed_with_its_words_and_placed_nowhere(
    desk, article, tmp_path
) -> None:
    lost = "[b]Somebody else[/b] promised a wholly different harbour by Christmas."
    with Repository.open(tmp_path / "data") as store:
        store.add_bookmark(bookmark(f"{TEXT}\n{lost}", lost, label="[i]check"))
        store.add_bookmark(bookmark(TEXT, "We are ready,"))
    async with reader(desk, article) as at_work:
        await at_work.press("tab", "3")
        rows = at_work.screen.panes.sidebar.shown.rows
        assert [(row.sign, row.tail) for row in rows] == [("◆", ""), ("◇?", "orphaned")]
        assert rows[1].text == f"{lost} — [i]check"
        assert sum("◆" in line for line in at_work.lines()) == 1
        top = at_work.screen.panes.text.scroll_offset.y
        await at_work.press("j", "enter")
        told, line = notified(at_work)
        assert told == "The article changed. Bookmarks: 1 orphaned; B lists them."
        assert line == f"Its passage is no longer in the article. It read: {lost}"
        assert at_work.screen.panes.text.scroll_offset.y == top


async def test_a_bookmark_that_the_article_changed_around_is_told_of(
    desk, article, tmp_path
) -> None:
    earlier = TEXT.replace("“They are not,” Byrne added.", "“They are not,” Byrne added, waving.")
    earlier = earlier.replace("told the Post", "told the Post today")
    with Repository.open(tmp_path / "data") as store:
        store.add_bookmark(bookmark(earlier, "that the cranes were late [/b]"))
    async with reader(desk, article) as at_work:
        await at_work.press("tab", "3")
        (row,) = at_work.screen.panes.sidebar.shown.rows
        assert (row.sign, row.tail) == ("◆?", "changed")
        await at_work.press("enter")
        (line,) = notified(at_work)
        assert line.startswith("The article changed here. What was marked read: that the cranes")


async def test_an_orphaned_bookmark_comes_back_with_its_text(desk, article, tmp_path) -> None:
    lost = "Somebody else promised a wholly different harbour by Christmas."
    longer = article_of(TEXT + "\n" + lost)
    with Repository.open(tmp_path / "data") as store:
        store.add_bookmark(bookmark(f"{TEXT}\n{lost}", lost))
    async with reader(desk, article) as at_work:
        assert [item.span for item in at_work.screen.reading.bookmarks] == [None]
        at_work.screen.controllers.articles.open(dataclasses.replace(longer, id=article.id))
        await at_work.settle()
        (item,) = at_work.screen.reading.bookmarks
        assert item.span is not None
        assert item.span.of(longer.text) == lost


async def test_every_note_on_a_source_is_listed(desk, article, tmp_path) -> None:
    with Repository.open(tmp_path / "data") as store:
        store.add_note(note("Ada Byrne", "one"))
        store.add_note(note("Ada Byrne", "two"))
    async with reader(desk, article) as at_work:
        await at_work.press("tab", "4")
        assert sorted(at_work.rows()) == ["Ada Byrne: one", "Ada Byrne: two"]
        await at_work.press("enter")
        assert at_work.current_words == "We are ready,"


async def test_a_bookmark_that_could_not_be_written_is_shown_but_not_called_set(
    desk, article, tmp_path
) -> None:
    (tmp_path / "data").write_text("a file in the folder's place")
    desk.store._open_repository = lambda: Repository.open(
        tmp_path / "data", rescue_folders=[tmp_path / "rescue"]
    )
    async with reader(desk, article) as at_work:
        await at_work.press("n", "m")
        await until(at_work, lambda: bool(notified(at_work)))
        await until(at_work, lambda: len(at_work.screen.reading.bookmarks) == 1)
        assert at_work.screen.panes.status.status.message == ""
        assert any("it is kept in" in line for line in notified(at_work))
        (tmp_path / "data").unlink()
        await until(at_work, lambda: "Saved now" in " ".join(notified(at_work)))
    assert len(Repository.open(tmp_path / "data").bookmarks()) == 1
