"""What could not be saved meets what was saved meanwhile, and is found again after a move."""

from __future__ import annotations

import errno
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from inquit.errors import StoreWriteError, UnknownRecordError
from inquit.model.annotation import Note
from inquit.model.feed import FeedEntry, Subscription
from inquit.store.inspection import inspect
from inquit.store.records.drafts import Drafts
from inquit.store.records.repository import Repository
from inquit.store.records.subscriptions import Subscriptions
from tests.store.making import FailingDisk, bookmark, change_note, note


def _fails(action: Callable[[], object]) -> None:
    with pytest.raises(StoreWriteError):
        action()


def _bodies(folder: Path) -> list[str]:
    with Repository.open(folder) as repository:
        return [each.body for each in repository.notes()]


@pytest.fixture
def known(folder: Path) -> Note:
    written = note("as it was")
    with Repository.open(folder) as repository:
        repository.add_note(written)
    return written


def _rescued(folder: Path, change: Callable[[Repository], object]) -> None:
    """Leave a rescue file behind, of a window that could not save a change."""
    disk = FailingDisk()
    disk.fail(errno.ENOSPC, within=folder)
    with Repository.open(folder, disk=disk) as window:
        _fails(lambda: change(window))


def test_a_rescued_edit_is_merged_with_a_newer_one_and_loses_neither(
    folder: Path, known: Note
) -> None:
    with Repository.open(folder) as other:
        _rescued(folder, lambda window: change_note(window, replace(known, body="rescued")))
        change_note(other, replace(known, body="acknowledged", tags=("port", "new")))
    with Repository.open(folder) as repository:
        assert [each.body for each in repository.notes()] == ["acknowledged\n\nrescued"]
        assert repository.notes()[0].tags == ("port", "new")
        assert "saved now" in str(repository.recovery)
    assert _bodies(folder) == ["acknowledged\n\nrescued"]


def test_a_rescued_edit_that_cannot_be_saved_yet_hides_no_newer_one(
    folder: Path, known: Note
) -> None:
    with Repository.open(folder) as other:
        _rescued(folder, lambda window: change_note(window, replace(known, body="rescued")))
        change_note(other, replace(known, body="acknowledged"))
    disk = FailingDisk()
    disk.fail(errno.ENOSPC, within=folder)
    with Repository.open(folder, disk=disk) as repository:
        assert [each.body for each in repository.notes()] == ["acknowledged\n\nrescued"]
        disk.heal()
        repository.save()
    assert _bodies(folder) == ["acknowledged\n\nrescued"]


def test_a_window_that_is_still_open_merges_with_a_newer_edit_as_well(
    folder: Path, known: Note
) -> None:
    disk = FailingDisk()
    with Repository.open(folder, disk=disk, rescue_folders=[]) as window:
        disk.fail(errno.ENOSPC, within=folder)
        _fails(lambda: change_note(window, replace(known, body="mine")))
        with Repository.open(folder) as other:
            change_note(other, replace(known, body="theirs"))
        _fails(lambda: change_note(window, replace(known, body="mine, later")))
        disk.heal()
        assert window.save()
    assert _bodies(folder) == ["theirs\n\nmine, later"]


def test_two_rescued_edits_of_one_note_are_both_kept(folder: Path, known: Note) -> None:
    disk = FailingDisk()
    with (
        Repository.open(folder, disk=disk) as first,
        Repository.open(folder, disk=disk) as second,
    ):
        disk.fail(errno.ENOSPC, within=folder)
        _fails(lambda: change_note(first, replace(known, body="first")))
        _fails(lambda: change_note(second, replace(known, body="second")))
    assert sorted(_bodies(folder)[0].split("\n\n")) == ["first", "second"]


def test_an_edit_of_what_was_rescued_before_takes_its_place(folder: Path, known: Note) -> None:
    _rescued(folder, lambda window: change_note(window, replace(known, body="first try")))
    _rescued(folder, lambda window: change_note(window, replace(known, body="second try")))
    with Repository.open(folder) as repository:
        assert [each.body for each in repository.notes()] == ["second try"]
        told = "1 change that an earlier session could not save is saved now"
        assert repository.recovery == told
    with Repository.open(folder) as repository:
        assert repository.recovery is None


def test_an_edit_outlives_a_rescued_removal_and_the_other_way_round(
    folder: Path, known: Note
) -> None:
    with Repository.open(folder) as other:
        _rescued(folder, lambda window: window.remove_note(known.id))
        change_note(other, replace(known, body="edited"))
        assert _bodies(folder) == ["edited"]
        other.refresh()
        assert other.removed() == ()
        _rescued(folder, lambda window: change_note(window, replace(known, body="rescued")))
        other.remove_note(known.id)
        other.empty_bin()
    assert _bodies(folder) == ["rescued"]
    with Repository.open(folder) as repository:
        assert repository.removed() == ()


def test_a_rescued_label_meets_another_label(folder: Path) -> None:
    mark = bookmark("port")
    with Repository.open(folder) as other:
        other.add_bookmark(mark)
        _rescued(
            folder,
            lambda window: window.edit_bookmark(mark.id, lambda _: replace(mark, label="rescued")),
        )
        other.edit_bookmark(mark.id, lambda _: replace(mark, label="newer", comment="why"))
        with Repository.open(folder) as repository:
            (held,) = repository.bookmarks()
            assert (held.label, held.comment) == ("newer · rescued", "why")


def test_rescued_read_marks_bring_no_removed_feed_back(folder: Path) -> None:
    disk, url = FailingDisk(), "https://a.example/f"
    entries = [FeedEntry(id="1", title="one"), FeedEntry(id="2", title="two")]
    with Subscriptions(folder, disk=disk) as window, Subscriptions(folder) as other:
        window.put(Subscription(url=url), entries)
        disk.fail(errno.ENOSPC, within=folder)
        _fails(lambda: window.mark_read(url, "1"))
        other.remove(url)
    with Subscriptions(folder) as feeds:
        assert (feeds.all(), feeds.entries(url)) == ((), ())
        feeds.undo()
        assert len(feeds.entries(url)) == 2


def test_what_another_window_took_in_and_changed_since_is_not_merged_again(
    folder: Path, known: Note
) -> None:
    disk = FailingDisk()
    with Repository.open(folder, disk=disk) as troubled:
        disk.fail(errno.ENOSPC, within=folder)
        _fails(lambda: change_note(troubled, replace(known, body="rescued")))
        with Repository.open(folder) as healthy:
            change_note(healthy, replace(known, body="changed since"))
        disk.heal()
        troubled.add_bookmark(bookmark())
    assert _bodies(folder) == ["changed since"]


def test_an_edit_after_the_rescue_file_was_taken_in_is_kept(folder: Path, known: Note) -> None:
    disk = FailingDisk()
    with Repository.open(folder, disk=disk) as troubled:
        disk.fail(errno.ENOSPC, within=folder)
        _fails(lambda: change_note(troubled, replace(known, body="rescued")))
        assert _bodies(folder) == ["rescued"]
        disk.fail(errno.ENOSPC)
        _fails(lambda: change_note(troubled, replace(known, body="and later")))
        disk.heal()
        troubled.save()
    assert _bodies(folder) == ["and later"]


def test_a_rescue_file_that_somebody_swept_away_costs_nothing(
    folder: Path, tmp_path: Path, known: Note
) -> None:
    disk, late, mark = FailingDisk(), note("late", at=1), bookmark()
    with Repository.open(folder, disk=disk) as window:
        window.add_bookmark(mark)
        disk.fail(errno.ENOSPC, within=folder)
        _fails(lambda: change_note(window, replace(known, body="edited")))
        _fails(lambda: window.add_note(late))
        _fails(lambda: window.remove_bookmark(mark.id))
        shutil.rmtree(tmp_path / "config" / "rescue")
        disk.heal()
        window.save()
    assert _bodies(folder) == ["edited", "late"]
    with Repository.open(folder) as repository:
        assert repository.bookmarks() == ()
        assert [item.id for item in repository.removed()] == [mark.id]


def test_a_rescue_file_that_holds_nonsense_is_left_and_told(folder: Path, tmp_path: Path) -> None:
    _rescued(folder, lambda window: window.add_note(note("late")))
    (kept,) = (tmp_path / "config" / "rescue").iterdir()
    document = json.loads(kept.read_bytes())
    for bad in ([], ["notes"], ["notes", "x", 3], ["notes", "x", None, 3], None, 7):
        kept.write_text(json.dumps({**document, "changes": [bad]}))
        with Repository.open(folder) as repository:
            assert repository.notes() == ()
        assert "not saved yet" in [finding.problem for finding in inspect(folder)]


@pytest.mark.parametrize("refuge", ["config", "cache", "tmp"])
def test_a_rescue_file_is_found_when_the_home_folder_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refuge: str
) -> None:
    def live_in(home: Path) -> Path:
        monkeypatch.setenv("HOME", str(home))
        monkeypatch.setenv("INQUIT_CONFIG_DIR", str(home / "config"))
        monkeypatch.setenv("INQUIT_CACHE_DIR", str(home / "cache"))
        return home / "data"

    late = note("late")
    folder = live_in(tmp_path / "old")
    with Repository.open(folder) as repository:
        repository.add_note(note("known", at=-1))
    for name in {"config": (), "cache": ("config",), "tmp": ("config", "cache")}[refuge]:
        (tmp_path / "old" / name).write_text("a file in the folder's place")
    _rescued(folder, lambda window: window.add_note(late))
    (tmp_path / "old").rename(tmp_path / "new")
    folder = live_in(tmp_path / "new")
    assert "not saved yet" in [finding.problem for finding in inspect(folder)]
    assert _bodies(folder) == ["known", "late"]
    with Repository.open(folder) as repository:
        assert repository.recovery is None


def test_a_copy_of_a_store_takes_nothing_that_belongs_to_the_original(
    folder: Path, tmp_path: Path, known: Note
) -> None:
    _rescued(folder, lambda window: window.add_note(note("late", at=1)))
    shutil.copytree(folder, tmp_path / "copy")
    assert _bodies(tmp_path / "copy") == [known.body]
    assert _bodies(folder) == [known.body, "late"]


def test_another_store_takes_nothing_after_a_move_either(folder: Path, tmp_path: Path) -> None:
    _rescued(folder, lambda window: window.add_note(note("late")))
    shutil.rmtree(folder, ignore_errors=True)
    assert _bodies(tmp_path / "elsewhere") == []
    assert _bodies(folder) == ["late"]


def test_drafts_that_were_kept_elsewhere_are_found_when_the_home_folder_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def drafts_in(home: Path) -> Drafts:
        monkeypatch.setenv("HOME", str(home))
        monkeypatch.setenv("INQUIT_CONFIG_DIR", str(home / "config"))
        return Drafts.open(home / "data")

    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "data").write_text("a file in the folder's place")
    drafts_in(tmp_path / "old").keep("key", "typed")
    (tmp_path / "old").rename(tmp_path / "new")
    drafts = drafts_in(tmp_path / "new")
    assert [draft.text for draft in drafts.pending()] == ["typed"]
    drafts.discard("key")
    assert drafts.pending() == ()


def test_an_edit_is_made_of_what_the_store_has_under_the_lock(folder: Path, known: Note) -> None:
    def appended(held: Note | None) -> Note:
        if held is None:
            raise UnknownRecordError("gone")
        return replace(held, body=f"{held.body}, and more")

    with Repository.open(folder) as window, Repository.open(folder) as other:
        change_note(other, replace(known, body="theirs"))
        window.edit_note(known.id, appended)
        assert [each.body for each in window.notes()] == ["theirs, and more"]
        window.edit_note(known.id, lambda _: None)
        assert [item.id for item in window.removed()] == [known.id]
        with pytest.raises(UnknownRecordError, match="gone"):
            other.edit_note(known.id, appended)
        window.edit_note(known.id, lambda held: held or known)
        assert window.notes() == (known,)
        assert window.removed() == ()
