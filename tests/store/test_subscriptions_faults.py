"""Whatever fails or dies: no feed and no read mark is lost, and the reader is told."""

from __future__ import annotations

import errno
import os
import random
import shutil
from pathlib import Path

import pytest

from inquit.errors import StoreWriteError
from inquit.model.feed import FeedEntry, Subscription
from inquit.store.records.subscriptions import Subscriptions
from tests.store.killing import acknowledged, started
from tests.store.making import FailingDisk

URL = "https://herald.example/feed"
COUNT = 30


def _read(feeds: Subscriptions) -> dict[str, bool]:
    return {entry.id: entry.read for entry in feeds.entries(URL)}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bool]]:
    folder = tmp_path_factory.mktemp("written") / "data"
    with Subscriptions(folder) as feeds:
        feeds.put(
            Subscription(url=URL, title="“Herald”"),
            [FeedEntry(id=str(number), title=f"Entry {number}") for number in range(COUNT)],
        )
        for number in range(0, COUNT, 2):
            feeds.mark_read(URL, str(number))
        return folder, _read(feeds)


def _damage(written: Path, folder: Path, data: bytes) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(written, folder)
    (folder / "feeds" / "inquit.json").write_bytes(data)


def test_feeds_cut_short_or_garbled_anywhere_come_back_with_all_that_is_read(
    written: tuple[Path, dict[str, bool]], folder: Path
) -> None:
    whole = (written[0] / "feeds" / "inquit.json").read_bytes()
    chance = random.Random(3)  # noqa: S311 - the same bytes every time
    spoilt = [whole[: len(whole) * part // 40] for part in range(40)]
    for _ in range(60):
        flipped = bytearray(whole)
        flipped[chance.randrange(len(whole))] ^= chance.randrange(1, 256)
        spoilt.append(bytes(flipped))
    for data in spoilt:
        _damage(written[0], folder, data)
        with Subscriptions(folder) as feeds:
            assert _read(feeds) == written[1]
            assert str(feeds.recovery).startswith("Feeds: The store was damaged; ")
        assert len(list((folder / "feeds" / "damaged").iterdir())) == 1


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EACCES])
@pytest.mark.parametrize("name", ["create", "write", "sync", "replace"])
def test_a_mark_that_cannot_be_written_is_kept_elsewhere_and_saved_later(
    folder: Path, name: str, code: int
) -> None:
    disk = FailingDisk()
    with Subscriptions(folder, disk=disk) as feeds:
        feeds.put(Subscription(url=URL), [FeedEntry(id="1", title="1")])
        disk.fail(code, name, within=folder)
        with pytest.raises(StoreWriteError, match="it is kept in") as told:
            feeds.mark_read(URL, "1")
        assert os.strerror(code) in str(told.value)
        assert _read(feeds) == {"1": True}
        assert feeds.unsaved == 1
    disk.heal()
    with Subscriptions(folder) as feeds:
        assert _read(feeds) == {"1": True}
        assert "could not save is saved now" in str(feeds.recovery)


def test_a_feed_is_followed_where_no_folder_can_be_made(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    with Subscriptions(tmp_path / "data" / "inquit") as feeds:
        with pytest.raises(StoreWriteError, match="it is kept in"):
            feeds.put(Subscription(url=URL))
        assert [feed.url for feed in feeds.all()] == [URL]
    (tmp_path / "data").unlink()
    with Subscriptions(tmp_path / "data" / "inquit") as feeds:
        assert [feed.url for feed in feeds.all()] == [URL]


_MARKER = """
import sys
from pathlib import Path
from inquit.model.feed import FeedEntry, Subscription
from inquit.store.records.subscriptions import Subscriptions

url = "https://herald.example/feed"
feeds = Subscriptions(Path(sys.argv[1]))
for number in range(int(sys.argv[2])):
    name = f"{sys.argv[3]} {number}"
    feeds.put(Subscription(url=url), [FeedEntry(id=name, title=name)])
    feeds.mark_read(url, name)
    print(name, flush=True)
"""


def test_no_acknowledged_mark_is_lost_when_its_writer_is_killed(folder: Path) -> None:
    chance = random.Random(11)  # noqa: S311 - the same moments every time
    told: set[str] = set()
    for run in range(12):
        told |= acknowledged(_MARKER, folder, 100_000, run, seconds=chance.uniform(0, 0.02))
    with Subscriptions(folder) as feeds:
        assert feeds.recovery is None
        assert told <= {name for name, read in _read(feeds).items() if read}


def test_no_mark_of_many_processes_at_once_is_lost(folder: Path) -> None:
    markers = [started(_MARKER, folder, 15, number) for number in range(4)]
    told = {line for marker in markers for line in marker.communicate()[0].splitlines()}
    assert len(told) == 60
    with Subscriptions(folder) as feeds:
        assert _read(feeds) == dict.fromkeys(told, True)
