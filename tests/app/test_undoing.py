"""What was removed is put back; what another window did meanwhile is told in one line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from inquit.model.span import Span
from inquit.store.records.record_factory import new_bookmark
from inquit.store.records.repository import Repository
from tests.app.test_drafts import notified, until
from tests.app.test_reader import Reader, reader
from tui.reader.controllers import store_monitor as watching

Elsewhere = Callable[[Repository, str], object]


@pytest.fixture(autouse=True)
def unwatched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the reader see what another window did only when a key asks for it."""
    monkeypatch.setattr(watching, "EVERY", 3600.0)


def _message(at_work: Reader) -> str:
    return at_work.screen.panes.status.status.message


def _purged(other: Repository, _: str) -> None:
    other.empty_bin()


async def test_u_puts_back_what_this_window_removed_last_and_names_another_article(
    desk, article, tmp_path
) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "m", "m")
        assert _message(at_work) == "Bookmark removed; u puts it back"
        other = desk.open_article("other")
        with Repository.open(tmp_path / "data") as elsewhere:
            theirs = new_bookmark(other, Span(0, 7))
            elsewhere.add_bookmark(theirs)
            elsewhere.remove_bookmark(theirs.id)
        at_work.screen.controllers.articles.open(other)
        await at_work.settle()
        await at_work.press("u")
        assert _message(at_work) == "Put back: bookmark on “We are ready,” in test:harbour"
        await at_work.press("u")
        told = "Put back: bookmark on Another (not removed in this window)"
        assert _message(at_work) == told
        await at_work.press("u")
        assert _message(at_work) == "Nothing to put back"
        assert notified(at_work) == []


@pytest.mark.parametrize("meanwhile", [_purged, Repository.restore])
async def test_u_tells_what_another_window_purged_or_put_back(
    desk, article, tmp_path, meanwhile: Elsewhere
) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "m", "m")
        with Repository.open(tmp_path / "data") as other:
            meanwhile(other, other.removed()[0].id)
        await at_work.press("u")
        (line,) = notified(at_work)
        assert line.startswith("What was removed last here is not in the bin any more")
        await at_work.press("u")
        assert _message(at_work) == "Nothing to put back"


async def test_a_bookmark_that_another_window_removed_is_told_and_gone(
    desk, article, tmp_path
) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "m")
        with Repository.open(tmp_path / "data") as other:
            other.remove_bookmark(other.bookmarks()[0].id)
            other.empty_bin()
        await at_work.press("m")
        (line,) = notified(at_work)
        assert line == "The bookmark is not there any more: it was removed elsewhere"
        await until(at_work, lambda: at_work.screen.reading.bookmarks == ())


async def test_a_correction_that_another_window_took_back_is_told_and_gone(
    desk, article, tmp_path
) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "c", "x")
        with Repository.open(tmp_path / "data") as other:
            (correction,) = other.corrections()
            other.remove_correction(correction.id)
        await at_work.press("U")
        (line,) = notified(at_work)
        assert line == "The correction is not there any more: it was taken back elsewhere"
        await until(at_work, lambda: at_work.screen.reading.corrections == ())


@pytest.mark.parametrize("key", ["escape", "m", "u"])
async def test_a_note_whose_record_another_window_purged_is_kept_or_let_go(
    desk, article, tmp_path, key: str
) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "e", *"one", "escape")
        await at_work.press("e", *" two")
        with Repository.open(tmp_path / "data") as other:
            other.remove_note(other.notes()[0].id)
            other.empty_bin()
        await at_work.press("escape", key)
        assert not [line for line in notified(at_work) if "Traceback" in line]
    with Repository.open(tmp_path / "data") as other:
        assert [note.body for note in other.notes()] == ["one two"]


async def test_a_note_emptied_here_and_purged_elsewhere_is_gone(desk, article, tmp_path) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "e", *"one", "escape")
        await at_work.press("e", "backspace", "backspace", "backspace")
        with Repository.open(tmp_path / "data") as other:
            other.remove_note(other.notes()[0].id)
            other.empty_bin()
        await at_work.press("escape")
        await at_work.settle()
        assert at_work.app.screen is at_work.screen
    with Repository.open(tmp_path / "data") as other:
        assert other.notes() == ()
