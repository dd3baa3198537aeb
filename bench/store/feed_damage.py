"""Feeds and kept pages under every fault and damage: what was lost, and what was told."""

from __future__ import annotations

import errno
import random
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.store.faults import BrokenDisk
from inquit.errors import StoreError
from inquit.model.feed import FeedEntry, Subscription
from inquit.store.pages.kept_pages import KeptPage, KeptPages
from inquit.store.records.subscriptions import Subscriptions

URL = "https://herald.example/feed"
MARKS, FLIPS = 100, 200
_FAULTS = (
    ("disk full while writing", "write", errno.ENOSPC),
    ("quota exceeded", "write", errno.EDQUOT),
    ("I/O error while writing", "write", errno.EIO),
    ("fsync fails", "sync", errno.EIO),
    ("read-only file system", "create", errno.EROFS),
    ("no permission", "create", errno.EACCES),
    ("rename fails", "replace", errno.EIO),
)


def main() -> None:
    """Print the tables."""
    print("faults while an entry is marked as read: fault | marks lost | told")
    for name, operation, code in _FAULTS:
        _print_fault(name, operation, code)
    with tempfile.TemporaryDirectory() as temporary:
        _damage_feeds(Path(temporary))
        _damage_pages(Path(temporary))


def _print_fault(name: str, operation: str, code: int) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder, refuge = Path(temporary).resolve() / "data", Path(temporary).resolve() / "rescue"
        with Subscriptions(folder, rescue_folders=[refuge]) as feeds:
            _follow(feeds, 2)
            feeds.mark_read(URL, "0")
        disk, told = BrokenDisk(folder / "feeds", operation, code), "nothing; it was saved"
        with Subscriptions(folder, disk=disk, rescue_folders=[refuge]) as feeds:
            try:
                feeds.mark_read(URL, "1")
            except StoreError as error:
                told = str(error)
        with Subscriptions(folder, rescue_folders=[refuge]) as feeds:
            lost = feeds.unread_counts()[URL]
    print(f"  {name} | {lost} | {told.replace(temporary, '')}")


def _follow(feeds: Subscriptions, count: int) -> None:
    entries = [FeedEntry(id=str(number), title=f"Entry {number}") for number in range(count)]
    feeds.put(Subscription(url=URL), entries)


def _damage_feeds(temporary: Path) -> None:
    whole, folder = temporary / "whole", temporary / "damaged"
    with Subscriptions(whole) as feeds:
        _follow(feeds, MARKS)
        feeds.mark_all(URL)
    recovered, told = [], 0
    for data in _damaged((whole / "feeds" / "inquit.json").read_bytes()):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(whole, folder)
        (folder / "feeds" / "inquit.json").write_bytes(data)
        with Subscriptions(folder) as feeds:
            recovered.append(sum(entry.read for entry in feeds.entries(URL)))
            told += feeds.recovery is not None
    print(
        f"feeds, 100 cuts and {FLIPS} flips: of {MARKS} marks at least {min(recovered)} came back;"
    )
    print(f"  told {told} times")


def _damage_pages(temporary: Path) -> None:
    pages = KeptPages(temporary / "pages")
    old, new = (
        pages.keep(KeptPage(address=URL, url=URL, text_digest=text), text.encode() * 2000)
        for text in ("first", "second")
    )
    file = next(path for path, page in pages.all() if page == new)
    whole, older = file.read_bytes(), 0
    for data in _damaged(whole):
        file.write_bytes(data)
        older += pages.sound(URL)[:2] == (old, b"first" * 2000)
    aside = len(list((pages.folder / "damaged").iterdir()))
    print(f"pages, 100 cuts and {FLIPS} flips of the newest version: the one before it was given")
    print(f"  {older} times; {aside} set aside")


def _damaged(data: bytes) -> Iterator[bytes]:
    chance = random.Random(9)
    for hundredth in range(100):
        yield data[: len(data) * hundredth // 100]
    for _ in range(FLIPS):
        flipped = bytearray(data)
        flipped[chance.randrange(len(data))] ^= chance.randrange(1, 256)
        yield bytes(flipped)


if __name__ == "__main__":
    main()
