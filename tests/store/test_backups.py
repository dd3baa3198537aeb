"""Backups: dated, thinned, checked; and going back to one."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from inquit.errors import StoreWriteError, UnknownRecordError
from inquit.model.feed import FeedEntry, Subscription
from inquit.store.durability.backups import (
    DAYS,
    HOURS,
    LAST,
    WEEKS,
    Backups,
    keep_copy,
    select_kept,
)
from inquit.store.durability.file_layout import Tables, parse
from inquit.store.durability.files import Disk
from inquit.store.durability.journal import LIMIT, Journal
from inquit.store.inspection import inspect
from inquit.store.pages.kept_pages import KeptPage, KeptPages
from inquit.store.records.repository import Repository
from inquit.store.records.subscriptions import Subscriptions
from inquit.store.restore import back_up, forget_backups, restore
from tests.store.making import FailingDisk, change_note, note

NOW = datetime(2026, 6, 15, 12, 30, tzinfo=UTC)


def test_the_last_ten_are_kept_however_close_they_are() -> None:
    made = [NOW - timedelta(seconds=number) for number in range(40)]
    assert select_kept(made, NOW) == set(made[:LAST])


def test_older_ones_are_thinned_to_hours_days_and_weeks() -> None:
    made = [NOW - timedelta(minutes=10 * number) for number in range(6 * 24 * 200)]
    kept = select_kept(made, NOW)
    assert len(kept) <= LAST + HOURS + DAYS + WEEKS + 3
    ages = sorted(NOW - moment for moment in kept)
    assert ages[-1] < timedelta(weeks=WEEKS)
    assert max(b - a for a, b in pairwise(ages)) <= timedelta(days=7)
    recent = [age for age in ages if age < timedelta(hours=HOURS)]
    assert max(b - a for a, b in pairwise(recent)) <= timedelta(hours=1)


def test_every_write_leaves_a_good_backup_of_what_was_before(folder: Path) -> None:
    with Repository.open(folder) as repository:
        for number in range(LAST + 6):
            repository.add_note(note(str(number), at=number))
    backups = Backups(folder / "backups", Disk())
    held = [len(contents.tables["notes"]) for _, contents in backups.good()]
    # The newest ten, and perhaps the newest of an hour that has just ended.
    assert held[:LAST] == list(range(LAST + 5, 5, -1))
    assert len(held) <= LAST + 1


def test_a_link_is_as_good_as_a_copy_and_where_there_is_none_it_is_copied(tmp_path: Path) -> None:
    source = tmp_path / "a"
    source.write_bytes(b"x")
    keep_copy(Disk(), source, tmp_path / "b")
    assert (tmp_path / "b").samefile(source)
    disk = FailingDisk()
    disk.fail(1, "link")
    keep_copy(disk, source, tmp_path / "c")
    assert (tmp_path / "c").read_bytes() == b"x"
    assert not (tmp_path / "c").samefile(source)
    with pytest.raises(FileNotFoundError):
        keep_copy(Disk(), tmp_path / "none", tmp_path / "d")


def test_the_journal_replays_what_came_after(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal", Disk())
    journal.append(1, [("notes", "1", {"id": "a"})])
    journal.append(2, [("notes", "2", {"id": "b"}), ("notes", "1", None)])
    with (tmp_path / "journal").open("ab") as file:
        file.write(b"\n0123456789abcdef cut sho")
    journal.append(3, [("notes", "3", {"id": "c"})])
    tables: Tables = {"notes": {"1": {"id": "a"}}}
    assert journal.replay(tables, 1) == 3
    assert tables == {"notes": {"2": {"id": "b"}, "3": {"id": "c"}}}


def test_the_journal_does_not_grow_without_end(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal", Disk())
    for number in range(60):
        journal.append(number, [("notes", "1", {"body": "x" * 20_000})])
    assert (tmp_path / "journal").stat().st_size < 900_000
    tables: Tables = {}
    assert journal.replay(tables, 50) == 59


def test_edits_of_a_large_note_leave_no_more_in_the_journal_than_the_last_of_them(
    folder: Path,
) -> None:
    written, line = note(), "words that somebody wrote down at length, and then some more. "
    with Repository.open(folder) as repository:
        repository.add_note(written)
        for number in range(5):
            written = replace(written, body=line * 20_000 + str(number))
            change_note(repository, written)
    journal = folder / "backups" / "journal.jsonl"
    assert journal.stat().st_size < LIMIT + 2 * len(written.body)
    (folder / "inquit.json").write_bytes(b"")
    with Repository.open(folder) as repository:
        assert repository.notes() == (written,)


def _held_by_backups(folder: Path) -> list[int]:
    """Return how many notes each backup holds, the newest first."""
    good = Backups(folder / "backups", Disk()).good()
    return [len(contents.tables.get("notes", {})) for _, contents in good]


class FullForTheStore(Disk):
    """A disk that puts no new file in the store's place, and perhaps knows no links."""

    def __init__(self, *, links: bool) -> None:
        self.links = links

    def replace(self, source: Path, target: Path) -> None:
        if target.name == "inquit.json":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        super().replace(source, target)

    def link(self, source: Path, target: Path) -> None:
        if not self.links:
            raise OSError(errno.EPERM, os.strerror(errno.EPERM))
        super().link(source, target)


@pytest.mark.parametrize("links", [True, False])
def test_writes_that_fail_add_no_backup_and_crowd_none_out(folder: Path, *, links: bool) -> None:
    disk = FullForTheStore(links=links)
    with Repository.open(folder) as repository:
        for number in range(LAST + 2):
            repository.add_note(note(str(number), at=number))
    for number in range(LAST + 2):
        with Repository.open(folder, disk=disk, rescue_folders=[]) as repository:
            with pytest.raises(StoreWriteError):
                repository.add_note(note(f"lost {number}"))
            if number % 2:
                with pytest.raises(StoreWriteError):
                    repository.save()
    assert _held_by_backups(folder)[: LAST + 1] == list(range(LAST + 2, 1, -1))
    with Repository.open(folder) as repository:
        repository.add_note(note("saved"))
        repository.add_note(note("saved, too"))
    assert _held_by_backups(folder)[:LAST] == list(range(LAST + 3, 3, -1))


def test_writes_that_fail_keep_one_copy_of_a_damaged_file_and_of_an_earlier_schema(
    folder: Path,
) -> None:
    disk, data = FailingDisk(), Path(__file__).parent / "data" / "written-by-schema-2.json"
    folder.mkdir(mode=0o700)
    for content, pattern in ((b"{", "damaged/*"), (data.read_bytes(), "backups/*-before-*")):
        disk.heal()
        (folder / "inquit.json").write_bytes(content)
        disk.fail(28, "sync", within=folder)
        for _ in range(3):
            with (
                Repository.open(folder, disk=disk, rescue_folders=[]) as repository,
                pytest.raises(StoreWriteError),
            ):
                repository.add_note(note())
        assert [path.read_bytes() for path in folder.glob(pattern)] == [content]


def test_one_can_go_back_to_a_backup_and_forth_again(folder: Path) -> None:
    first, second = note("first", at=1), note("second", at=2)
    with Repository.open(folder) as repository:
        repository.add_note(first)
    (earlier,) = back_up(folder)
    with Repository.open(folder) as repository:
        repository.add_note(second)
    (later,) = back_up(folder)
    assert restore(folder, earlier.name) == f"1 records were restored from {earlier.name}"
    with Repository.open(folder) as repository:
        assert repository.notes() == (first,)
    restore(folder, str(later))
    with Repository.open(folder) as repository:
        assert repository.notes() == (first, second)
        for number in range(30):
            repository.add_note(note(at=number))
    assert len(parse(earlier.read_bytes()).tables["notes"]) == 1
    assert not any(finding.problem for finding in inspect(folder))


def test_a_file_changed_by_hand_is_restored_on_request_only(folder: Path) -> None:
    written = note("one")
    with Repository.open(folder) as repository:
        repository.add_note(written)
    file = folder / "inquit.json"
    file.write_bytes(file.read_bytes().replace(b'"one"', b'"two"'))
    with Repository.open(folder) as repository:
        assert repository.notes() == (written,)
    (aside,) = (folder / "damaged").iterdir()
    assert restore(folder, aside.name).endswith("; its digest does not fit")
    with Repository.open(folder) as repository:
        assert [each.body for each in repository.notes()] == ["two"]


def test_what_is_no_backup_is_told(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(UnknownRecordError, match="no store"):
        back_up(folder)
    with pytest.raises(UnknownRecordError, match="no backup nothing"):
        restore(folder, "nothing")
    (tmp_path / "junk").write_bytes(b"\x00\x01")
    with pytest.raises(UnknownRecordError, match="junk"):
        restore(folder, str(tmp_path / "junk"))


def test_a_check_says_what_is_wrong(folder: Path, tmp_path: Path) -> None:
    assert [finding.problem for finding in inspect(folder)] == [None]
    with Repository.open(folder) as repository:
        for number in range(3):
            repository.add_note(note(at=number))
    assert not any(finding.problem for finding in inspect(folder))
    (folder / "inquit.json").chmod(0o644)
    oldest = min((folder / "backups").glob("*.json"))
    oldest.write_bytes(oldest.read_bytes()[:-9])
    (folder / "strange").symlink_to(tmp_path)
    before = sorted(folder.rglob("*"))
    problems = {finding.name: finding.problem for finding in inspect(folder) if finding.problem}
    assert problems["inquit.json"] == "the mode should be 0600"
    assert "damaged" in str(problems[f"backups/{oldest.name}"])
    assert "symbolic link" in str(problems["strange"])
    assert len(problems) == 3
    assert sorted(folder.rglob("*")) == before


def test_feeds_and_pages_are_backed_up_and_restored_with_the_store(folder: Path) -> None:
    feed, page = (
        Subscription(url="https://a.example/f"),
        KeptPage(address="https://a.example/", url="https://a.example/", text_digest="1"),
    )
    pages = KeptPages(folder)
    with Repository.open(folder) as repository, Subscriptions(folder) as feeds:
        repository.add_note(note("one"))
        feeds.put(feed, [FeedEntry(id="1", title="1", read=True)])
        kept = pages.keep(page, b"the page")
        made = back_up(folder)
        feeds.remove(feed.url)
        for path, _ in pages.all():
            path.unlink()
    assert [path.name.partition("-kept")[2] for path in made] == [".json", "-feeds.json", "-pages"]
    assert restore(folder, made[0].name) == (
        f"1 records were restored from {made[0].name}; "
        f"2 records of feeds were restored from {made[1].name}; 1 files of pages were put back"
    )
    with Subscriptions(folder) as feeds:
        assert (feeds.all(), feeds.entries(feed.url)[0].read) == ((feed,), True)
    assert pages.data(kept) == b"the page"
    assert not any(finding.problem for finding in inspect(folder))


def test_feeds_and_pages_are_backed_up_where_there_is_no_note_yet(folder: Path) -> None:
    with Subscriptions(folder) as feeds:
        feeds.put(Subscription(url="https://a.example/f"))
        (copy,) = back_up(folder)
        feeds.remove("https://a.example/f")
    restore(folder, str(copy))
    with Subscriptions(folder) as feeds:
        assert [feed.url for feed in feeds.all()] == ["https://a.example/f"]
    with Repository.open(folder) as repository:
        assert repository.recovery is None


def test_a_check_looks_into_feeds_and_pages(folder: Path) -> None:
    pages = KeptPages(folder)
    pages.keep(KeptPage(address="https://a.example/", url="", text_digest="1"), b"the page")
    with Subscriptions(folder) as feeds:
        feeds.put(Subscription(url="https://a.example/f"))
    found = {finding.name: finding for finding in inspect(folder)}
    assert not any(finding.problem for finding in found.values())
    assert found["pages"].what.startswith("1 versions of 1 pages, 0.0 of 500 MB")
    assert found["feeds/subscriptions"].what == "1 records"
    ((path, _),) = pages.all()
    path.write_bytes(path.read_bytes()[5:])
    (folder / "feeds" / "inquit.json").write_bytes(b"{")
    problems = {finding.name: finding.problem for finding in inspect(folder) if finding.problem}
    assert set(problems) == {str(path.relative_to(folder)), "feeds/inquit.json"}
    assert path.exists()
    assert pages.newest_readable("https://a.example/")[0] is None
    found = {finding.name: finding for finding in inspect(folder)}
    assert found["pages"].what.endswith("1 set aside as damaged")
    assert all("damaged" in problem for problem in problems.values())


def test_backups_forgotten_on_purpose_leave_no_trace_and_one_new_copy(folder: Path) -> None:
    with Repository.open(folder) as repository:
        repository.add_note(note("left as it is"))
        secret = note("a secret name")
        repository.add_note(secret)
        back_up(folder)
        repository.remove_note(secret.id)
        (folder / "damaged").mkdir(mode=0o700)
        (folder / "damaged" / "x.json").write_text("a secret name")
        repository.empty_bin()
        assert forget_backups(folder) >= 4
        assert not any(
            b"secret" in path.read_bytes() for path in folder.rglob("*") if path.is_file()
        )
        assert len(list((folder / "backups").glob("*.json"))) == 1
    (folder / "inquit.json").write_bytes(b"")
    with Repository.open(folder) as repository:
        assert [each.body for each in repository.notes()] == ["left as it is"]
