"""A field that somebody spoiled by hand costs its record at most, is told, and breaks nothing."""

from __future__ import annotations

import copy
import errno
import json
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from inquit.correcting import apply_corrections, describe_correction
from inquit.errors import StoreWriteError, UserError
from inquit.model.feed import FeedEntry, Subscription
from inquit.model.quotation import Analysis
from inquit.service.corrections import place_corrections
from inquit.service.listing import (
    bookmark_row,
    entries_json,
    entry_row,
    feed_row,
    note_row,
    records_json,
    removed_json,
    removed_row,
)
from inquit.store.anchors.anchoring import find
from inquit.store.inspection import inspect
from inquit.store.pages.page_references import find_page_references
from inquit.store.reading_state import ReadingState
from inquit.store.records.drafts import Drafts
from inquit.store.records.repository import Repository
from inquit.store.records.subscriptions import Subscriptions
from inquit.store.restore import restore
from tests.store.making import FailingDisk, article, bookmark, change_note, correction, note, target

ARTICLE = article("“the port will open” it said, and “the port will open” again.")

ANALYSIS = Analysis(
    article_id=ARTICLE.id,
    text_digest=ARTICLE.text_digest,
    engine_version="1",
    model_name="x",
    quotes=(),
    mentions=(),
    sources=(),
    attributions=(),
)

TIMES = ("2026-13-45", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "2026-03-01")
VALUES: tuple[Any, ...] = (
    *(None, True, 7, -1, 10**30, 1.5, float("inf"), float("nan"), "", "x", "\ud800", [], {}),
    *([None], [[]], {"a": 1}, [["name"]], *TIMES),
)
GONE = object()


def _stores(folder: Path) -> tuple[Path, Path]:
    with Repository.open(folder) as repository:
        for number in range(2):
            repository.add_note(note(str(number), at=number))
            repository.add_bookmark(bookmark(str(number), at=number))
            repository.add_correction(correction())
        repository.remove_note(repository.notes()[0].id)
        repository.remove_bookmark(repository.bookmarks()[0].id)
    with Subscriptions(folder) as feeds:
        for name in "ab":
            entries = [FeedEntry(id="1", title="one"), FeedEntry(id="2", title="two")]
            feeds.put(Subscription(url=f"https://{name}.example/f", title=name), entries)
        feeds.remove("https://a.example/f")
    return folder / "inquit.json", folder / "feeds" / "inquit.json"


def _spoiled(value: Any) -> Iterator[Any]:
    """Yield a document again and again, each time with another field spoiled."""
    for path in list(_paths(value)):
        for bad in (*VALUES, GONE):
            whole = copy.deepcopy(value)
            holder = whole
            for name in path[:-1]:
                holder = holder[name]
            if bad is GONE:
                del holder[path[-1]]
            else:
                holder[path[-1]] = bad
            yield path, whole


def _paths(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for name, inside in items:
        yield (*at, name)
        if isinstance(inside, dict | list):
            yield from _paths(inside, (*at, name))


def _use_records(folder: Path) -> None:
    with Repository.open(folder) as repository:
        records_json([*repository.notes(), *repository.bookmarks(), *repository.corrections()])
        removed_json(repository.removed())
        for written in repository.notes():
            note_row(written)
        for mark in repository.bookmarks():
            bookmark_row(mark)
            find(mark.target, ARTICLE)
            f"{mark.created.astimezone():%d %b}"
        apply_corrections(ARTICLE, ANALYSIS, place_corrections(ARTICLE, repository.corrections()))
        for each in repository.corrections():
            describe_correction(each)
            find(each.target, ARTICLE)
        for item in repository.removed():
            removed_row(item)
        repository.add_note(note("new"))
        while repository.undo() is not None:
            pass
        repository.empty_bin()
        assert "new" in [each.body for each in repository.notes()]


def _use_feeds(folder: Path) -> None:
    with Subscriptions(folder) as feeds:
        counts = feeds.unread_counts()
        for feed in feeds.all():
            feed_row((feed, counts[feed.url], len(feeds.entries(feed.url))))
            entries_json(feeds.entries(feed.url))
            for entry in feeds.entries(feed.url):
                entry_row(entry)
            feeds.mark_all(feed.url)
        removed_json(feeds.removed())
        for item in feeds.removed():
            removed_row(item)
        feeds.next_unread()
        feeds.put(Subscription(url="https://new.example/f"))
        while feeds.undo() is not None:
            pass
        feeds.empty_bin()
        assert "https://new.example/f" in [feed.url for feed in feeds.all()]


def _used(home: Path, edited: Path, use: Callable[[Path], None]) -> None:
    """Restore a file that was edited by hand and use all that is in it; a line may refuse it."""
    try:
        restore(home, str(edited))
    except UserError as error:
        if "\n" in str(error):
            raise
        return
    use(home)
    inspect(home)
    find_page_references(home)


@pytest.mark.parametrize(("which", "use"), [(0, _use_records), (1, _use_feeds)])
def test_no_field_spoiled_by_hand_breaks_lists_checks_or_changes(
    folder: Path, tmp_path: Path, which: int, use: Callable[[Path], None]
) -> None:
    file, edited = _stores(folder)[which], tmp_path / "edited.json"
    cases = list(_spoiled(json.loads(file.read_bytes())))
    chance = random.Random(3)  # noqa: S311 - the same fields every time
    for number, (path, whole) in enumerate(chance.sample(cases, 150)):
        edited.write_text(json.dumps(whole))
        try:
            _used(tmp_path / f"home-{number}", edited, use)
        except Exception as error:
            error.add_note(f"spoiled: {path}")
            raise


@pytest.mark.parametrize("time", TIMES)
def test_a_bad_date_costs_its_record_alone_and_is_told_by_lists_check_and_restore(
    folder: Path, tmp_path: Path, time: str
) -> None:
    good, spoiled, gone = note("good"), note("spoiled", at=1), note("gone", at=2)
    with Repository.open(folder) as repository:
        for each in (good, spoiled, gone):
            repository.add_note(each)
        repository.remove_note(gone.id)
    edited = tmp_path / "edited.json"
    written = (folder / "inquit.json").read_text()
    for moment in (spoiled.modified, gone.created):
        written = written.replace(moment.isoformat(), time)
    edited.write_text(written)
    told = restore(folder, str(edited))
    assert told.endswith("; 2 of them cannot be read, 'inquit store check' names them")
    with Repository.open(folder) as repository:
        assert repository.notes() == (good,)
        assert repository.removed() == ()
        assert repository.warning is not None
        assert repository.warning.startswith("2 records cannot be read and are kept apart")
        repository.add_note(note("new", at=3))
    problems = {finding.what: finding.problem for finding in inspect(folder) if finding.problem}
    assert len(problems) == 2
    assert any(spoiled.id in what for what in problems)
    assert time in (folder / "inquit.json").read_text()


def test_a_line_that_is_no_json_is_left_in_the_file_it_came_from_and_told(
    folder: Path, tmp_path: Path
) -> None:
    with Repository.open(folder) as repository:
        for number in range(3):
            repository.add_note(note(str(number), at=number))
    edited = tmp_path / "edited.json"
    edited.write_text((folder / "inquit.json").read_text().replace('"tags"', "tags", 1))
    told = restore(folder, str(edited))
    assert told.startswith("2 records were restored from edited.json; its digest does not fit")
    assert told.endswith("; 1 cannot be read and is only in that file")


def test_a_correction_of_an_unknown_kind_is_laid_over_nothing_and_kept(folder: Path) -> None:
    strange = replace(correction(), action="x", values=(("", ""), ("name", "\ud800")))
    with Repository.open(folder) as repository:
        repository.add_correction(strange)
        laid = apply_corrections(
            ARTICLE, ANALYSIS, place_corrections(ARTICLE, repository.corrections())
        )
        assert laid.analysis == ANALYSIS
        assert repository.corrections() == (strange,)


def _sample(value: Any, count: int) -> list[tuple[Any, Any]]:
    chance = random.Random(5)  # noqa: S311 - the same fields every time
    return chance.sample(list(_spoiled(value)), count)


def test_a_spoiled_field_of_a_rescue_file_breaks_no_start_and_costs_nothing_saved(
    folder: Path, tmp_path: Path
) -> None:
    disk, known, removed = FailingDisk(), note("known"), note("removed", at=1)
    with Repository.open(folder, disk=disk) as repository:
        repository.add_note(known)
        repository.add_note(removed)
        disk.fail(errno.ENOSPC, within=folder)
        for change in (
            lambda: change_note(repository, replace(known, body="edited")),
            lambda: repository.remove_note(removed.id),
        ):
            with pytest.raises(StoreWriteError):
                change()
    saved = tmp_path / "saved"
    folder.rename(saved)
    (rescue,) = (tmp_path / "config" / "rescue").iterdir()
    for path, whole in _sample(json.loads(rescue.read_bytes()), 60):
        shutil.copytree(saved, folder)
        rescue.write_text(json.dumps(whole))
        with Repository.open(folder) as repository:
            repository.add_note(note("new", at=2))
            bodies = [each.body for each in repository.notes()]
            assert "new" in bodies, path
            while repository.undo() is not None:
                pass
        inspect(folder)
        shutil.rmtree(folder)
        rescue.unlink(missing_ok=True)


def test_a_spoiled_field_of_positions_and_drafts_is_as_good_as_none(tmp_path: Path) -> None:
    state = ReadingState.open(tmp_path)
    state.keep_position(ARTICLE.id, 3)
    state.keep_mark(ARTICLE.id, "x", target())
    state.keep_recent("a", "title")
    file = tmp_path / "reading-state.json"
    for path, whole in _sample(json.loads(file.read_bytes()), 150):
        file.write_text(json.dumps(whole))
        state = ReadingState.open(tmp_path)
        state.recent()
        for mark in state.marks(ARTICLE.id).values():
            find(mark, ARTICLE)
        state.keep_mark(ARTICLE.id, "y", target())
        assert "y" in state.marks(ARTICLE.id), path
    drafts = Drafts.open(tmp_path)
    drafts.keep("key", "typed")
    (file,) = (tmp_path / "drafts").iterdir()
    for _, whole in _sample(json.loads(file.read_bytes()), 60):
        file.write_text(json.dumps(whole))
        assert [f"{draft.kept.astimezone():%d %b}" for draft in drafts.pending()][1:] == []
