"""The repository against a plain dictionary, with crashes, faults and restarts in between."""

from __future__ import annotations

import contextlib
import errno
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
)

from inquit.errors import StoreError, UnknownRecordError
from inquit.model.annotation import Note, NoteId
from inquit.store.records.bin import Undone
from inquit.store.records.repository import Repository
from inquit.store.records.three_way_merge import merge_text
from tests.store.making import Crash, FailingDisk, change_note, cut_short, note

Model = dict[NoteId, Note]


class StoreMachine(RuleBasedStateMachine):
    """One store, two windows on it, and what it should hold."""

    ids = Bundle("ids")

    @initialize()
    def open_store(self) -> None:
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = Path(self.temporary.name) / "data"
        self.elsewhere = Path(self.temporary.name) / "rescue"
        self.disk = FailingDisk()
        self.kept: Model = {}
        self.binned: Model = {}
        self.removed_here: list[NoteId] = []
        self.count = 0
        self.repository = self._opened()
        self.window = Repository.open(self.folder, rescue_folders=[self.elsewhere], wait=0.2)

    def teardown(self) -> None:
        if hasattr(self, "temporary"):
            self.repository.close()
            self.window.close()
            self.temporary.cleanup()

    def _opened(self) -> Repository:
        return Repository.open(
            self.folder, disk=self.disk, rescue_folders=[self.elsewhere], wait=0.2
        )

    def _new(self, body: str) -> Note:
        self.count += 1
        return note(body, at=self.count)

    @rule(target=ids, body=st.text(max_size=40), second=st.booleans())
    def add(self, body: str, second: bool) -> NoteId:
        written = self._new(body)
        (self.window if second else self.repository).add_note(written)
        self.kept[written.id] = written
        return written.id

    @rule(note_id=ids, body=st.text(max_size=40))
    def change(self, note_id: NoteId, body: str) -> None:
        known = self.kept.get(note_id) or self.binned.get(note_id)
        if known is None:
            return
        changed = replace(known, body=body)
        change_note(self.repository, changed)
        self._take_from_bin(note_id)
        self.kept[note_id] = changed

    @rule(note_id=ids, second=st.booleans())
    def remove(self, note_id: NoteId, second: bool) -> None:
        window = self.window if second else self.repository
        if note_id not in self.kept:
            with contextlib.suppress(UnknownRecordError):
                window.remove_note(note_id)
                raise AssertionError("what is not there was removed")
            return
        window.remove_note(note_id)
        self.binned[note_id] = self.kept.pop(note_id)
        if not second:
            self.removed_here.append(note_id)

    def _take_from_bin(self, note_id: NoteId) -> Note | None:
        """Forget a note that this window put back, and return it."""
        self.removed_here = [each for each in self.removed_here if each != note_id]
        return self.binned.pop(note_id, None)

    @rule()
    def undo(self) -> None:
        self.repository.refresh()
        mine = self.removed_here[-1:]
        if mine and mine[0] not in self.binned:
            with contextlib.suppress(UnknownRecordError):
                self.repository.undo()
                raise AssertionError("what is not in the bin was put back")
            self.removed_here.pop()
            return
        undone = self.repository.undo()
        if not self.binned:
            assert undone is None
            return
        note_id = (mine or list(self.binned)[-1:])[0]
        assert undone == Undone(record=self.binned[note_id], here=bool(mine))
        self.kept[note_id] = self.binned[note_id]
        self._take_from_bin(note_id)

    @rule(note_id=ids, second=st.booleans())
    def restore(self, note_id: NoteId, second: bool) -> None:
        if note_id not in self.binned:
            return
        (self.window if second else self.repository).restore(note_id)
        self.kept[note_id] = self.binned[note_id]
        if second:
            del self.binned[note_id]
        else:
            self._take_from_bin(note_id)

    @rule()
    def empty_bin(self) -> None:
        assert self.repository.empty_bin() == len(self.binned)
        self.binned.clear()
        self.removed_here.clear()

    @rule()
    def restart(self) -> None:
        self.repository.close()
        self.repository = self._opened()
        self.removed_here.clear()

    @rule(target=ids, body=st.text(max_size=40), step=st.integers(0, 12))
    def crash_while_adding(self, body: str, step: int) -> NoteId:
        written = self._new(body)
        self._crashing(step, lambda: self.repository.add_note(written))
        self._settle_after_crash(written)
        return written.id

    @rule(note_id=ids, step=st.integers(0, 12))
    def crash_while_removing(self, note_id: NoteId, step: int) -> None:
        known = self.kept.get(note_id)
        if known is None:
            return
        self._crashing(step, lambda: self.repository.remove_note(note_id))
        if known not in self.repository.notes():
            assert known in [item.record for item in self.repository.removed()]
            self.binned[note_id] = self.kept.pop(note_id)

    def _crashing(self, step: int, action: Callable[[], None]) -> None:
        self.disk.crash(step)
        with contextlib.suppress(Crash):
            action()
        self.disk.heal()
        self.repository = self._opened()
        self.removed_here.clear()

    def _settle_after_crash(self, written: Note) -> None:
        """Whole or not at all: either is right after a crash."""
        if written in self.repository.notes():
            self.kept[written.id] = written

    @rule(target=ids, body=st.text(max_size=40), step=st.integers(0, 12))
    def fail_while_adding(self, body: str, step: int) -> NoteId:
        written = self._new(body)
        self.disk.fail(errno.ENOSPC, within=self.folder, countdown=step)
        with contextlib.suppress(StoreError):
            self.repository.add_note(written)
        assert written in self.repository.notes()
        self.disk.heal()
        self.kept[written.id] = written
        if step % 2:
            self.repository = self._opened()
            self.removed_here.clear()
        else:
            self.repository.save()
        return written.id

    @rule(note_id=ids, mine=st.text(max_size=9), theirs=st.text(max_size=9), stays=st.booleans())
    def fail_while_changing_what_another_changes(
        self, note_id: NoteId, mine: str, theirs: str, stays: bool
    ) -> None:
        known = self.kept.get(note_id)
        if known is None:
            return
        with self._failing(stays=stays):
            change_note(self.repository, replace(known, body=mine))
        change_note(self.window, replace(known, body=theirs))
        self._save(stays=stays)
        merged = merge_text(known.body, theirs, mine, "\n\n")
        self.kept[note_id] = replace(known, body=merged)

    @rule(note_id=ids, theirs=st.text(max_size=9), stays=st.booleans())
    def fail_while_removing_what_another_changes(
        self, note_id: NoteId, theirs: str, stays: bool
    ) -> None:
        known = self.kept.get(note_id)
        if known is None:
            return
        with self._failing(stays=stays):
            self.repository.remove_note(note_id)
        change_note(self.window, replace(known, body=theirs))
        if stays:
            self.removed_here.append(note_id)
        self._save(stays=stays)
        if theirs == known.body:
            self.binned[note_id] = self.kept.pop(note_id)
        else:
            self.kept[note_id] = replace(known, body=theirs)

    @contextlib.contextmanager
    def _failing(self, *, stays: bool) -> Iterator[None]:
        """Let the first window's writes fail; where it does not stay, into a rescue file."""
        self.disk.fail(errno.ENOSPC, within=None if stays else self.folder)
        with contextlib.suppress(StoreError):
            yield
            raise AssertionError("a full disk took something")
        self.disk.heal()

    def _save(self, *, stays: bool) -> None:
        if stays:
            self.repository.save()
        else:
            self.restart()

    @rule(cut=st.floats(0, 1))
    def damage(self, cut: float) -> None:
        file = self.folder / "inquit.json"
        if file.exists():
            cut_short(file, cut)
            self.restart()

    @invariant()
    def it_holds_what_the_dictionary_holds(self) -> None:
        if not hasattr(self, "repository"):
            return
        for window in (self.repository, self.window):
            window.refresh()
            assert {each.id: each for each in window.notes()} == self.kept
            assert {item.id for item in window.removed()} == set(self.binned)


TestStore = StoreMachine.TestCase
TestStore.settings = settings(
    max_examples=100,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
