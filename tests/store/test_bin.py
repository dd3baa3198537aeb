"""The bin: put back in the order of removal, and kept for days of use, whatever the clock says."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from inquit.errors import UnknownRecordError
from inquit.model.annotation import Note
from inquit.model.feed import Subscription
from inquit.store.records.bin import KEPT_DAYS, Undone
from inquit.store.records.repository import Repository
from inquit.store.records.subscriptions import Subscriptions
from tests.store.making import FailingDisk, bookmark, note

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)

SetClock = Callable[[datetime], None]


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    def set_to(moment: datetime) -> None:
        class Clock(datetime):
            @classmethod
            def now(cls, tz: object = None) -> datetime:  # noqa: ARG003
                return moment

        monkeypatch.setattr("inquit.store.records.documents.datetime", Clock)

    return set_to


@pytest.fixture
def repository(folder: Path) -> Iterator[Repository]:
    with Repository.open(folder) as opened:
        yield opened


def _removed(repository: Repository, *written: Note) -> None:
    for each in written:
        repository.add_note(each)
    for each in written:
        repository.remove_note(each.id)


def test_a_clock_that_is_set_back_changes_no_order(
    repository: Repository, set_clock: SetClock
) -> None:
    first, second, third = (note(str(number), at=number) for number in range(3))
    for each in (first, second, third):
        repository.add_note(each)
    for back, each in enumerate((first, second, third)):
        set_clock(NOW - timedelta(days=400 * back))
        repository.remove_note(each.id)
    assert [item.record for item in repository.removed()] == [third, second, first]
    assert [repository.undo() for _ in range(3)] == [
        Undone(record=each, here=True) for each in (third, second, first)
    ]


def test_the_last_removal_of_this_window_is_undone_before_later_ones_elsewhere(
    folder: Path,
) -> None:
    mine, older, theirs = note("mine"), note("older", at=1), note("theirs", at=2)
    with Repository.open(folder) as other:
        for each in (mine, older, theirs):
            other.add_note(each)
        other.remove_note(older.id)
        with Repository.open(folder) as window:
            window.remove_note(mine.id)
            other.remove_note(theirs.id)
            window.refresh()
            undone = [window.undo() for _ in range(4)]
    assert undone == [
        Undone(record=mine, here=True),
        Undone(record=theirs, here=False),
        Undone(record=older, here=False),
        None,
    ]


def test_the_order_of_removal_outlives_a_restart(folder: Path, set_clock: SetClock) -> None:
    first, second = note("first"), note("second", at=1)
    with Repository.open(folder) as repository:
        set_clock(NOW)
        _removed(repository, first)
        set_clock(NOW - timedelta(days=3))
        _removed(repository, second)
    with Repository.open(folder) as repository:
        assert [item.record for item in repository.removed()] == [second, first]
        assert repository.undo() == Undone(record=second, here=False)


def test_a_removal_that_could_not_be_written_is_the_last_one(folder: Path) -> None:
    disk, first, second = FailingDisk(), note("first"), note("second", at=1)
    with Repository.open(folder, disk=disk) as repository:
        repository.add_note(second)
        _removed(repository, first)
        disk.fail(28, within=folder)
        with pytest.raises(Exception, match="No space left"):
            repository.remove_note(second.id)
        assert [item.record for item in repository.removed()] == [second, first]
        disk.heal()
        assert repository.undo() == Undone(record=second, here=True)
        assert repository.undo() == Undone(record=first, here=True)


def _purged(other: Repository, _: str) -> None:
    other.empty_bin()


@pytest.mark.parametrize("elsewhere", [_purged, Repository.restore])
def test_what_another_window_put_back_or_purged_is_told_and_the_next_undo_goes_on(
    folder: Path, elsewhere: Callable[[Repository, str], object]
) -> None:
    first, last = note("first"), bookmark("last")
    with Repository.open(folder) as window, Repository.open(folder) as other:
        window.add_bookmark(last)
        _removed(window, first)
        window.remove_bookmark(last.id)
        elsewhere(other, last.id)
        with pytest.raises(UnknownRecordError, match="not in the bin any more") as told:
            window.undo()
        assert "\n" not in str(told.value)
        other.refresh()
        gone = not other.removed()
        if gone:
            with pytest.raises(UnknownRecordError, match="not in the bin any more"):
                window.undo()
            assert window.undo() is None
        else:
            assert window.undo() == Undone(record=first, here=True)


def test_a_clock_forty_days_ahead_empties_no_bin(
    repository: Repository, set_clock: SetClock
) -> None:
    written = note("removed")
    set_clock(NOW)
    _removed(repository, written)
    for ahead in (40, 0, 40, 4000, 40, -4000, 0):
        set_clock(NOW + timedelta(days=ahead))
        repository.add_bookmark(bookmark())
    assert [item.record for item in repository.removed()] == [written]


def test_what_was_removed_leaves_the_bin_after_thirty_days_of_use(
    repository: Repository, set_clock: SetClock
) -> None:
    old, new = note("old"), note("new")
    set_clock(NOW)
    _removed(repository, old)
    for day in range(1, KEPT_DAYS + 1):
        set_clock(NOW + timedelta(days=3 * day))
        repository.add_bookmark(bookmark())
        repository.add_bookmark(bookmark())
    _removed(repository, new)
    assert [item.record for item in repository.removed()] == [new, old]
    set_clock(NOW + timedelta(days=200))
    repository.add_bookmark(bookmark())
    assert [item.record for item in repository.removed()] == [new]


def test_days_of_use_are_counted_over_restarts_and_recoveries(
    folder: Path, set_clock: SetClock
) -> None:
    old = note("old")
    with Repository.open(folder) as repository:
        set_clock(NOW)
        _removed(repository, old)
    recoveries = 3  # the day of the last write before each is not counted
    for day in range(1, KEPT_DAYS + recoveries + 2):
        set_clock(NOW + timedelta(days=day))
        if day % 10 == 0:
            (folder / "inquit.json").write_bytes(b"")
        with Repository.open(folder) as repository:
            assert [item.record for item in repository.removed()] == [old]
            repository.add_bookmark(bookmark())
    with Repository.open(folder) as repository:
        assert repository.removed() == ()


def test_feeds_are_put_back_in_the_order_of_removal(folder: Path, set_clock: SetClock) -> None:
    with Subscriptions(folder) as feeds, Subscriptions(folder) as other:
        for name in "abc":
            feeds.put(Subscription(url=f"https://{name}.example/f", title=name))
        set_clock(NOW)
        feeds.remove("https://a.example/f")
        set_clock(NOW - timedelta(days=9))
        feeds.remove("https://b.example/f")
        other.remove("https://c.example/f")
        feeds.refresh()
        assert [feeds.undo() for _ in range(4)] == ["feed b", "feed a", "feed c", None]
        feeds.remove("https://a.example/f")
        other.empty_bin()
        with pytest.raises(UnknownRecordError, match="not in the bin any more"):
            feeds.undo()


def test_what_an_earlier_version_removed_begins_to_age_with_the_first_write(
    folder: Path, set_clock: SetClock
) -> None:
    folder.mkdir(mode=0o700)
    data = Path(__file__).parent / "data" / "written-by-schema-2.json"
    shutil.copy(data, folder / "inquit.json")
    with Repository.open(folder) as repository:
        for day in range(KEPT_DAYS + 1):
            set_clock(NOW + timedelta(days=4000 + day))
            repository.add_bookmark(bookmark())
        assert len(repository.removed()) == 2
        set_clock(NOW)
        repository.add_bookmark(bookmark())
        assert repository.removed() == ()
