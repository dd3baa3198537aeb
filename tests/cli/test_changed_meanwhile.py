"""What another process removed, put back or purged while a command runs ends in one clear line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from inquit.model.feed import FeedEntry, Subscription
from inquit.store.records.repository import Repository
from inquit.store.records.subscriptions import Subscriptions
from tests.store.making import bookmark, correction, note
from tui.cli.commands import app

URL = "https://a.example/f"


def _purge(folder: Path) -> None:
    """Remove all records and feeds, and empty the bin, as another process may."""
    with Repository.open(folder) as store, Subscriptions(folder) as feeds:
        for mark in store.bookmarks():
            store.remove_bookmark(mark.id)
        for written in store.notes():
            store.remove_note(written.id)
        for corrected in store.corrections():
            store.remove_correction(corrected.id)
        for feed in feeds.all():
            feeds.remove(feed.url)
        store.empty_bin()
        feeds.empty_bin()


@pytest.fixture
def ids(tmp_path: Path) -> dict[str, str]:
    """Make one record of each kind, one in the bin and a feed; return their ids by kind."""
    made = note(), bookmark(), correction(), note("removed", at=1)
    with Repository.open(tmp_path / "data") as store:
        store.add_note(made[0])
        store.add_bookmark(made[1])
        store.add_correction(made[2])
        store.add_note(made[3])
        store.remove_note(made[3].id)
    with Subscriptions(tmp_path / "data") as feeds:
        feeds.put(Subscription(url=URL), [FeedEntry(id="1", title="one")])
    named = ("note", "bookmark", "correction", "removed")
    return dict(zip(named, (str(each.id) for each in made), strict=True)) | {"feed": URL}


@pytest.fixture
def purged_after_opening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let another process purge everything whenever a command has just opened the store."""
    opened: Callable[..., Any] = Repository.open
    busy = False

    def open_and_purge(folder: Path, **given: Any) -> Repository:
        nonlocal busy
        repository: Repository = opened(folder, **given)
        if not busy:
            busy = True
            _purge(tmp_path / "data")
            busy = False
        return repository

    monkeypatch.setattr(Repository, "open", open_and_purge)


@pytest.mark.usefixtures("purged_after_opening")
@pytest.mark.parametrize(
    ("command", "kind"),
    [
        (("notes", "remove"), "note"),
        (("notes", "edit", "--text", "new"), "note"),
        (("bookmarks", "remove"), "bookmark"),
        (("corrections", "remove"), "correction"),
        (("bin", "restore"), "removed"),
    ],
)
def test_a_record_that_is_gone_by_now_is_told_in_one_line(
    ids: dict[str, str], command: tuple[str, ...], kind: str
) -> None:
    shown = CliRunner().invoke(app, [*command, ids[kind]])
    assert shown.exit_code == 2
    (line,) = shown.stderr.splitlines()
    assert ids[kind] in line


@pytest.mark.parametrize("command", [("remove", URL), ("mark", URL), ("entries", URL), ("undo",)])
def test_a_feed_that_is_gone_by_now_is_told_in_one_line(
    ids: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    made: Callable[..., None] = Subscriptions.__init__
    busy = False

    def open_and_purge(self: Subscriptions, folder: Path, **given: Any) -> None:
        nonlocal busy
        made(self, folder, **given)
        if not busy:
            busy = True
            _purge(tmp_path / "data")
            busy = False

    monkeypatch.setattr(Subscriptions, "__init__", open_and_purge)
    shown = CliRunner().invoke(app, ["feeds", *command])
    if command == ("undo",):
        assert (shown.exit_code, shown.stdout) == (0, "there is no feed in the bin\n")
    elif command[0] == "entries":
        assert shown.exit_code == 0  # what was there when it looked
    else:
        assert shown.exit_code == 2
        assert shown.stderr.splitlines() == [f"inquit: There is no feed {ids['feed']}"]


@pytest.mark.usefixtures("purged_after_opening")
def test_an_empty_bin_is_emptied_and_nothing_claimed(ids: dict[str, str]) -> None:
    shown = CliRunner().invoke(app, ["bin", "empty"])
    assert ids
    assert (shown.exit_code, shown.stdout) == (0, "0 removed\n")
