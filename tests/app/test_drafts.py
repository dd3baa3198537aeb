"""What is being written outlives the window it is written in."""

from __future__ import annotations

import asyncio
import dataclasses
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from inquit.errors import StoreWriteError
from inquit.model.article import Article
from inquit.service.records import KeptDrafts
from inquit.store.records.repository import Repository
from tests.app.test_reader import Reader, reader
from tests.store.making import change_note
from tui.dialogs import draft_autosave
from tui.dialogs.drafts import DraftsDialog
from tui.dialogs.note_editor import NoteEditor
from tui.reader.controllers import store_monitor as watching
from tui.services.dependencies import ReaderServices
from widgets.view_tabs import View

WORDS = "ask [b]about the cranes"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft_autosave, "EVERY", 0.05)
    monkeypatch.setattr(watching, "EVERY", 0.1)


async def until(at_work: Reader, true: Callable[[], bool]) -> None:
    """Wait for something that a timer or a thread brings about."""
    for _ in range(400):
        if true():
            return
        await asyncio.sleep(0.02)
        await at_work.pilot.pause()
    raise AssertionError("it did not come about")


async def open_note(at_work: Reader, text: str) -> NoteEditor:
    await at_work.press("g", "n", "e")
    await until(at_work, lambda: isinstance(at_work.app.screen, NoteEditor))
    at_work.app.screen.query_one(TextArea).insert(text)
    await at_work.pilot.pause()
    assert isinstance(at_work.app.screen, NoteEditor)
    return at_work.app.screen


def kept(folder: Path) -> list[dict[str, str]]:
    return [json.loads(path.read_text()) for path in (folder / "data/drafts").glob("*.json")]


def offered(at_work: Reader) -> list[str]:
    screen = at_work.app.screen
    return [row.text for row in screen._list.rows] if isinstance(screen, DraftsDialog) else []


def notified(at_work: Reader) -> list[str]:
    return [note.message for note in at_work.app._notifications]


async def ask_for_drafts(at_work: Reader) -> None:
    """Press the key that the message at the start tells of."""
    await until(at_work, lambda: any("not saved" in line for line in notified(at_work)))
    await at_work.press("E")
    await until(at_work, lambda: offered(at_work) != [])


async def end_without_warning(at_work: Reader) -> None:
    """Let go of the window's lock, as the system does when a process is killed."""
    await at_work.app.services.store.ask_drafts(lambda drafts: drafts._lock.release())


async def left_by_a_killed_window(desk: ReaderServices, article: Article, folder: Path) -> None:
    async with reader(desk, article) as at_work:
        await open_note(at_work, WORDS)
        await until(at_work, lambda: kept(folder) != [])
        await end_without_warning(at_work)


async def test_what_is_typed_is_on_the_disk_soon_and_for_its_reader_only(
    desk, article, tmp_path
) -> None:
    async with reader(desk, article) as at_work:
        await open_note(at_work, WORDS)
        await until(at_work, lambda: kept(tmp_path) != [])
        draft = kept(tmp_path)[0]
        assert draft["text"] == WORDS
        record = json.loads(draft["key"])["record"]
        assert (record["about"], record["about_name"]) == ("name:ada byrne", "Ada Byrne")
        for path in (tmp_path / "data/drafts").iterdir():
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE((tmp_path / "data/drafts").stat().st_mode) == 0o700


async def test_the_draft_goes_when_the_note_is_saved(desk, article, tmp_path) -> None:
    async with reader(desk, article) as at_work:
        await open_note(at_work, WORDS)
        await until(at_work, lambda: kept(tmp_path) != [])
        await at_work.press("escape")
        await until(at_work, lambda: len(at_work.app.screen_stack) == 1)
        await at_work.settle()
        assert kept(tmp_path) == []
        assert at_work.screen.panes.status.status.message == "Note on Ada Byrne saved"


async def test_the_draft_goes_when_the_editor_is_closed_without_saving(
    desk, article, tmp_path
) -> None:
    async with reader(desk, article) as at_work:
        await open_note(at_work, WORDS)
        await until(at_work, lambda: kept(tmp_path) != [])
        await at_work.press("ctrl+r")
        await until(at_work, lambda: len(at_work.app.screen_stack) == 1)
        assert kept(tmp_path) == []
    assert Repository.open(tmp_path / "data").notes() == ()


async def test_the_next_start_tells_of_the_draft_and_leaves_the_keys_to_the_article(
    desk, restarted, article, tmp_path
) -> None:
    await left_by_a_killed_window(desk, article, tmp_path)
    async with reader(restarted(), article) as at_work:
        await until(at_work, lambda: notified(at_work) != [])
        assert notified(at_work) == ["A draft was not saved when a window ended; E goes on with it"]
        assert len(at_work.app.screen_stack) == 1
        await at_work.press("n")
        assert at_work.current_words == "We are ready,"
    assert len(kept(tmp_path)) == 1


async def test_the_draft_is_offered_and_saved(desk, restarted, article, tmp_path) -> None:
    await left_by_a_killed_window(desk, article, tmp_path)
    async with reader(restarted(), article) as at_work:
        await ask_for_drafts(at_work)
        assert offered(at_work) == [f"Note on Ada Byrne: {WORDS}"]
        await at_work.press("enter")
        await until(at_work, lambda: isinstance(at_work.app.screen, NoteEditor))
        assert at_work.app.screen.query_one(TextArea).text == WORDS
        assert len(kept(tmp_path)) == 1
        assert notified(at_work) == []
        await at_work.press("escape")
        await until(at_work, lambda: len(at_work.app.screen_stack) == 1)
        assert kept(tmp_path) == []
    assert [note.body for note in Repository.open(tmp_path / "data").notes()] == [WORDS]


async def test_a_draft_is_taken_up_in_another_article_too(
    desk, restarted, article, analyst, tmp_path
) -> None:
    await left_by_a_killed_window(desk, article, tmp_path)
    other = desk.open_article("other")
    async with reader(dataclasses.replace(restarted(), analyst=analyst), other) as at_work:
        await ask_for_drafts(at_work)
        await at_work.press("enter")
        await until(at_work, lambda: isinstance(at_work.app.screen, NoteEditor))
        await at_work.press("escape")
        await until(at_work, lambda: len(at_work.app.screen_stack) == 1)
    assert [note.about_name for note in Repository.open(tmp_path / "data").notes()] == ["Ada Byrne"]


async def test_a_draft_put_off_is_offered_again(desk, restarted, article, tmp_path) -> None:
    await left_by_a_killed_window(desk, article, tmp_path)
    async with reader(restarted(), article) as at_work:
        await ask_for_drafts(at_work)
        await at_work.press("escape")
        assert len(kept(tmp_path)) == 1
        await at_work.press("E")
        await until(at_work, lambda: offered(at_work) != [])
        await at_work.press("D")
        await until(at_work, lambda: kept(tmp_path) == [])
        await at_work.press("E")
        assert at_work.screen.panes.status.status.message in (
            "No drafts are left",
            "Draft discarded",
        )


async def test_the_draft_of_a_window_that_is_open_is_not_offered(desk, article, tmp_path) -> None:
    async with reader(desk, article) as first:
        await open_note(first, WORDS)
        await until(first, lambda: kept(tmp_path) != [])
        drafts = KeptDrafts(tmp_path / "data")
        assert drafts.left() == ()
        await end_without_warning(first)
        assert [draft.text for draft in drafts.left()] == [WORDS]


async def test_a_draft_that_was_saved_before_the_end_is_not_offered(
    desk, restarted, article, tmp_path
) -> None:
    await left_by_a_killed_window(desk, article, tmp_path)
    (left,) = KeptDrafts(tmp_path / "data").left()
    with Repository.open(tmp_path / "data") as store:
        store.add_note(dataclasses.replace(left.record, body=WORDS))
    async with reader(restarted(), article) as at_work:
        await until(at_work, lambda: kept(tmp_path) == [])
        assert offered(at_work) == []
        assert notified(at_work) == []


async def test_leaving_with_an_editor_open_keeps_what_was_typed_last(
    desk, article, tmp_path
) -> None:
    async with reader(desk, article) as at_work:
        await open_note(at_work, WORDS)
        await at_work.app.action_quit()
    assert [draft.text for draft in KeptDrafts(tmp_path / "data").left()] == [WORDS]


async def test_the_draft_of_a_new_bookmark_is_taken_up(desk, restarted, article, tmp_path) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "M")
        await until(at_work, lambda: len(at_work.app.screen_stack) == 2)
        at_work.app.screen.query_one("#comment", Input).value = WORDS
        await until(at_work, lambda: kept(tmp_path) != [])
        await end_without_warning(at_work)
    async with reader(restarted(), article) as at_work:
        await ask_for_drafts(at_work)
        assert offered(at_work) == [f"Bookmark on “We are ready,”: {WORDS}"]
        await at_work.press("enter")
        await until(at_work, lambda: bool(at_work.app.screen.query("#comment")))
        assert at_work.app.screen.query_one("#comment", Input).value == WORDS
        await at_work.press("escape")
        await until(at_work, lambda: len(at_work.app.screen_stack) == 1)
        await at_work.settle()
    (mark,) = Repository.open(tmp_path / "data").bookmarks()
    assert (mark.comment, mark.target.quote.exact) == (WORDS, "We are ready,")


async def test_a_note_that_cannot_be_saved_stays_and_is_told_where_it_is_kept(
    desk, article, tmp_path
) -> None:
    failing = [True]

    def open_failing() -> Repository:
        from inquit.store.durability.files import Disk

        class Full(Disk):
            def replace(self, source: Path, target: Path) -> None:
                if failing[0] and target.name == "inquit.json":
                    raise OSError(28, os.strerror(28))
                super().replace(source, target)

        return Repository.open(tmp_path / "data", disk=Full(), rescue_folders=[tmp_path / "rescue"])

    desk.store._open_repository = open_failing
    async with reader(desk, article) as at_work:
        opened = await open_note(at_work, WORDS)
        await at_work.press("escape")
        await until(at_work, lambda: bool(notified(at_work)))
        assert at_work.app.screen is opened
        assert opened.query_one(TextArea).text == WORDS
        assert any(str(tmp_path / "rescue") in line for line in notified(at_work))
        assert at_work.screen.panes.status.status.message != "Note on Ada Byrne saved"
        await at_work.press("escape")
        failing[0] = False
        await until(at_work, lambda: "Saved now" in " ".join(notified(at_work)))
        await at_work.press("escape")
        await until(at_work, lambda: len(at_work.app.screen_stack) == 1)
    assert [note.body for note in Repository.open(tmp_path / "data").notes()] == [WORDS]


async def test_a_note_that_two_windows_changed_has_the_words_of_both(
    desk, article, tmp_path
) -> None:
    async with reader(desk, article) as at_work:
        await open_note(at_work, "first")
        await at_work.press("escape")
        await until(at_work, lambda: len(at_work.app.screen_stack) == 1)
        await at_work.settle()
        at_work.screen.panes.sidebar.show(View.NOTES)
        await open_note(at_work, " second")
        with Repository.open(tmp_path / "data") as other:
            (note,) = other.notes()
            change_note(other, dataclasses.replace(note, body="from elsewhere"))
        await at_work.press("escape")
        await until(at_work, lambda: len(at_work.app.screen_stack) == 1)
        await at_work.settle()
    (note,) = Repository.open(tmp_path / "data").notes()
    assert note.body == "from elsewhere\n\nfirst second"


async def test_a_draft_that_cannot_be_kept_is_told_once(desk, article, monkeypatch) -> None:
    def refuse(*_: object) -> None:
        raise StoreWriteError("The draft is kept in memory only: [b]no room")

    monkeypatch.setattr(KeptDrafts, "keep", refuse)
    async with reader(desk, article) as at_work:
        opened = await open_note(at_work, WORDS)
        await until(at_work, lambda: bool(notified(at_work)))
        await opened.keep_draft()
        assert notified(at_work) == ["The draft is kept in memory only: [b]no room"]
