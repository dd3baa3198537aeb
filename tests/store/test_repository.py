"""What the repository promises, in memory and on the disk alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from inquit.errors import UnknownRecordError
from inquit.model.annotation import CorrectionId, Note, NoteId, name_key
from inquit.store.records.bin import Undone
from inquit.store.records.repository import Repository
from tests.store.making import bookmark, change_note, correction, note


@pytest.fixture
def repository(folder: Path) -> Iterator[Repository]:
    with Repository.open(folder) as opened:
        yield opened


def test_what_is_added_is_there(repository: Repository) -> None:
    mark, written, corrected = bookmark("first"), note(), correction()
    repository.add_bookmark(mark)
    repository.add_note(written)
    repository.add_correction(corrected)
    assert repository.bookmarks() == (mark,)
    assert repository.notes() == (written,)
    assert repository.corrections() == (corrected,)


def test_records_are_found_by_what_they_are_about(repository: Repository) -> None:
    here, there = bookmark(article_id="a.txt"), bookmark(article_id="b.txt")
    ines, tom = note(name="Ines Castro"), note(name="Tom Okafor")
    for mark in (here, there):
        repository.add_bookmark(mark)
    for written in (ines, tom):
        repository.add_note(written)
    assert repository.bookmarks(there.target.article_id) == (there,)
    assert repository.notes(name_key("tom  OKAFOR")) == (tom,)
    assert repository.corrections(there.target.article_id) == ()


def test_a_change_takes_the_place_of_what_was_there(repository: Repository) -> None:
    first, second = note("one", at=1), note("two", at=2)
    repository.add_note(first)
    repository.add_note(second)
    changed = replace(first, body="one and a half", tags=())
    change_note(repository, changed)
    assert repository.notes() == (changed, second)


def test_what_is_removed_can_be_put_back_one_after_the_other(repository: Repository) -> None:
    first, second = note("one", at=1), note("two", at=2)
    for written in (first, second):
        repository.add_note(written)
    repository.remove_note(second.id)
    repository.remove_note(first.id)
    assert repository.notes() == ()
    assert [item.record for item in repository.removed()] == [first, second]
    assert repository.undo() == Undone(record=first, here=True)
    assert repository.notes() == (first,)
    assert repository.undo() is not None
    assert repository.notes() == (first, second)
    assert repository.undo() is None


def test_a_record_of_the_bin_is_restored_by_its_id(repository: Repository) -> None:
    marks = [bookmark(str(number), at=number) for number in range(3)]
    for mark in marks:
        repository.add_bookmark(mark)
    for mark in marks:
        repository.remove_bookmark(mark.id)
    assert repository.restore(marks[0].id).startswith("bookmark on “the port")
    assert repository.bookmarks() == (marks[0],)
    assert {item.id for item in repository.removed()} == {marks[1].id, marks[2].id}


def test_an_emptied_bin_holds_nothing(repository: Repository) -> None:
    written = note()
    repository.add_note(written)
    repository.remove_note(written.id)
    assert repository.empty_bin() == 1
    assert repository.removed() == ()
    assert repository.undo() is None


def test_an_edit_of_a_note_in_the_bin_brings_it_back(repository: Repository) -> None:
    written = note("one")
    repository.add_note(written)
    repository.remove_note(written.id)
    changed = replace(written, body="typed meanwhile")
    change_note(repository, changed)
    assert repository.notes() == (changed,)
    assert repository.removed() == ()


@pytest.mark.parametrize(
    "body", ["", "\ud800 alone", "two\nlines\u2028\x00", "“curly” ✓ 🙂", "x" * 99999]
)
def test_any_text_comes_back_as_it_was(repository: Repository, body: str) -> None:
    written = note(body)
    repository.add_note(written)
    assert repository.notes() == (written,)


def test_an_unknown_id_is_told_and_changes_nothing(repository: Repository) -> None:
    known = note()
    repository.add_note(known)
    stranger: Note = replace(known, id=NoteId("no such id"))
    for attempt in (
        lambda: repository.change_correction(replace(correction(), id=CorrectionId("no such id"))),
        lambda: repository.remove_note(stranger.id),
        lambda: repository.restore(stranger.id),
    ):
        with pytest.raises(UnknownRecordError, match="no such id"):
            attempt()
    assert repository.notes() == (known,)


def test_everything_survives_a_restart(folder: Path) -> None:
    mark, kept, removed, corrected = bookmark(), note("kept"), note("removed"), correction()
    with Repository.open(folder) as before:
        before.add_bookmark(mark)
        before.add_note(kept)
        before.add_note(removed)
        before.add_correction(corrected)
        before.remove_note(removed.id)
    with Repository.open(folder) as after:
        assert after.bookmarks() == (mark,)
        assert after.notes() == (kept,)
        assert after.corrections() == (corrected,)
        assert after.recovery is None
        assert after.undo() == Undone(record=removed, here=False)
        assert set(after.notes()) == {kept, removed}


def test_what_another_window_writes_is_seen_after_a_refresh(folder: Path) -> None:
    one, two = note("one", at=1), note("two", at=2)
    with Repository.open(folder) as first, Repository.open(folder) as second:
        first.add_note(one)
        assert second.notes() == ()
        assert second.refresh()
        assert second.notes() == (one,)
        assert not second.refresh()
        second.add_note(two)
        first.remove_note(one.id)
        assert first.notes() == (two,)


def test_opening_writes_nothing(folder: Path) -> None:
    with Repository.open(folder) as repository:
        assert repository.notes() == ()
        assert not repository.refresh()
    assert not folder.exists()
