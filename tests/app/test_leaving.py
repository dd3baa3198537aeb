"""Leaving asks where something would be lost by it; nothing is called saved that is not."""

from __future__ import annotations

import errno
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Static

from inquit.model.feed import FeedEntry, Subscription
from inquit.store.reading_state import ReadingState
from inquit.store.records.repository import Repository
from inquit.store.records.subscriptions import Subscriptions
from tests.app.test_drafts import notified, until
from tests.app.test_reader import Reader, reader
from tests.store.making import FailingDisk
from tui.dialogs.confirm import Confirm
from tui.reader.controllers import store_monitor as watching
from tui.services.dependencies import ReaderServices
from tui.services.feed_executor import FeedExecutor
from tui.services.store_executor import StoreExecutor

URL = "https://herald.example/feed"


@pytest.fixture(autouse=True)
def unwatched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "EVERY", 3600.0)


@pytest.fixture
def disk() -> FailingDisk:
    return FailingDisk()


@pytest.fixture
def full(desk: ReaderServices, tmp_path: Path, disk: FailingDisk) -> ReaderServices:
    """Collaborators all of whose folders are on a disk that may be full."""
    folder, elsewhere = tmp_path / "data", [tmp_path / "rescue"]
    return replace(
        desk,
        store=StoreExecutor(lambda: Repository.open(folder, disk=disk, rescue_folders=elsewhere)),
        state=ReadingState.open(tmp_path / "config", disk=disk),
        feeds=FullFeeds(folder, disk),
    )


class FullFeeds(FeedExecutor):
    def __init__(self, folder: Path, disk: FailingDisk) -> None:
        super().__init__(folder)
        self._disk = disk

    def open_another(self) -> Subscriptions:
        return Subscriptions(self._folder, disk=self._disk, rescue_folders=[])


def _asked(at_work: Reader) -> str:
    screen = at_work.app.screen
    return str(screen.query(Static).first().content) if isinstance(screen, Confirm) else ""


async def test_leaving_asks_where_a_change_is_in_memory_only_and_tells_what_is_lost(
    full, article, disk, tmp_path, monkeypatch
) -> None:
    async with reader(full, article) as at_work:
        disk.fail(errno.ENOSPC)
        await at_work.press("n", "m")
        assert "lost when inquit ends" in notified(at_work)[0]
        assert "saved as soon" not in notified(at_work)[0]
        await at_work.press("q")
        assert _asked(at_work) == "Leave and lose 1 change?"
        await at_work.press("n")
        assert at_work.app.screen is at_work.screen
        assert len(at_work.screen.reading.bookmarks) == 1
        told, leave = [], at_work.app.exit
        monkeypatch.setattr(
            at_work.app, "exit", lambda *args, **given: told.append(given) or leave(*args, **given)
        )
        await at_work.press("q", "y")
        await until(at_work, lambda: told != [])
        assert str(told[0]["message"]) == "inquit: lost, as no folder took it: 1 change"
    disk.heal()
    with Repository.open(tmp_path / "data") as store:
        assert store.bookmarks() == ()


async def test_leaving_saves_what_can_be_saved_by_then_and_does_not_ask(
    full, article, disk, tmp_path
) -> None:
    async with reader(full, article) as at_work:
        disk.fail(errno.ENOSPC)
        await at_work.press("n", "m", "q")
        assert _asked(at_work)
        await at_work.press("escape")
        disk.heal()
        await at_work.press("q")
        await until(at_work, lambda: at_work.app.return_code == 0)
    with Repository.open(tmp_path / "data") as store:
        assert len(store.bookmarks()) == 1


async def test_leaving_does_not_ask_where_a_rescue_file_holds_it(
    full, article, disk, tmp_path
) -> None:
    async with reader(full, article) as at_work:
        disk.fail(errno.ENOSPC, within=tmp_path / "data")
        await at_work.press("n", "m", "q")
        await until(at_work, lambda: at_work.app.return_code == 0)
    disk.heal()
    rescued = Repository.open(tmp_path / "data", rescue_folders=[tmp_path / "rescue"])
    assert len(rescued.bookmarks()) == 1


async def test_leaving_asks_for_read_marks_of_feeds_too(full, article, disk, tmp_path) -> None:
    with Subscriptions(tmp_path / "data") as kept:
        kept.put(Subscription(url=URL, title="Herald"), [FeedEntry(id="1", title="one")])
    async with reader(full, article) as at_work:
        disk.fail(errno.ENOSPC)
        await at_work.press("I", "j", "l", "m")
        await until(at_work, lambda: notified(at_work) != [])
        await at_work.press("escape", "q")
        await until(at_work, lambda: _asked(at_work) == "Leave and lose 1 change?")
        await at_work.press("y")
        await until(at_work, lambda: at_work.app.return_code == 0)


async def test_a_mark_that_could_not_be_kept_is_not_called_set(full, article, disk) -> None:
    async with reader(full, article) as at_work:
        disk.fail(errno.ENOSPC)
        await at_work.press("n", "quotation_mark", "a")
        assert notified(at_work) == ["The mark was not remembered: No space left on device"]
        assert "set" not in at_work.screen.panes.status.status.message
        await at_work.press("apostrophe", "a")
        assert at_work.screen.panes.status.status.message == "There is no mark a"
        disk.heal()
        await at_work.press("quotation_mark", "a")
        assert at_work.screen.panes.status.status.message.startswith("Mark a set")
