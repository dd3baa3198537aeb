"""Stories: ordered, merged between windows, never lost, whole again after undo."""

from __future__ import annotations

import errno
import os
import random
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from inquit.errors import StoreWriteError, UnknownRecordError
from inquit.model.article import ArticleId
from inquit.model.story import StoryItem
from inquit.store.pages.page_references import find_page_references
from inquit.store.records.moved_files import find_former_ids
from inquit.store.records.relocation import list_annotated_texts
from inquit.store.records.repository import Repository
from tests.store.killing import acknowledged, started
from tests.store.making import OPERATIONS, Crash, FailingDisk, article, story, story_item

PORT = story("Port")


@pytest.fixture
def store(folder: Path) -> Repository:
    repository = Repository.open(folder)
    repository.stories.add(PORT)
    return repository


def _words(store: Repository) -> list[str]:
    return [item.words for item in store.stories.items(PORT.id)]


def _add(store: Repository, *words: str) -> list[StoryItem]:
    items = [story_item(PORT, each) for each in words]
    for item in items:
        store.stories.add_item(item)
    return items


def test_items_keep_the_order_in_which_they_came(store: Repository, folder: Path) -> None:
    _add(store, "c", "a", "b")
    assert _words(store) == ["c", "a", "b"]
    with Repository.open(folder) as reopened:
        assert _words(reopened) == ["c", "a", "b"]
        assert reopened.stories.all() == (PORT,)


@pytest.mark.parametrize(
    ("by", "order"),
    [(-1, ["b", "a", "c"]), (1, ["a", "c", "b"]), (-9, ["b", "a", "c"]), (9, ["a", "c", "b"])],
)
def test_an_item_moves_and_stops_at_either_end(store, by: int, order: list[str]) -> None:
    _, second, _ = _add(store, "a", "b", "c")
    store.stories.move_item(second.id, by)
    assert _words(store) == order


def test_what_two_windows_add_and_move_is_all_there(store: Repository, folder: Path) -> None:
    with Repository.open(folder) as other:
        (mine,) = _add(store, "mine")
        _add(other, "theirs")
        store.stories.move_item(mine.id, 1)
        other.refresh()
        assert _words(other) == _words(store) == ["theirs", "mine"]


def test_notes_that_two_windows_wrote_are_both_kept(folder: Path) -> None:
    disk = FailingDisk()
    with Repository.open(folder, disk=disk) as here, Repository.open(folder) as other:
        here.stories.add(PORT)
        (item,) = _add(here, "words")
        disk.fail(errno.ENOSPC, "write", within=folder)
        with pytest.raises(StoreWriteError):
            here.stories.edit_item(item.id, lambda held: held and replace(held, note="mine"))
        other.stories.edit_item(item.id, lambda held: held and replace(held, note="theirs"))
        disk.heal()
        assert here.save()
        assert [each.note for each in here.stories.items()] == ["theirs · mine"]


def test_a_removed_item_comes_back_in_its_place(store: Repository) -> None:
    _, second, _ = _add(store, "a", "b", "c")
    store.stories.remove_item(second.id)
    assert _words(store) == ["a", "c"]
    undone = store.undo()
    assert undone is not None
    assert undone.here
    assert _words(store) == ["a", "b", "c"]


@pytest.mark.parametrize("here", [True, False])
def test_a_removed_story_comes_back_with_all_that_was_in_it(store, folder, here: bool) -> None:
    _add(store, "a", "b")
    store.stories.remove(PORT.id)
    assert store.stories.all() == store.stories.items() == ()
    with Repository.open(folder) as other:
        window = store if here else other
        undone = window.undo()
        assert undone is not None
        assert undone.record == PORT
        assert _words(window) == ["a", "b"]
        assert window.removed() == ()


def test_what_went_with_its_story_does_not_come_back_without_it(store: Repository) -> None:
    (item,) = _add(store, "a")
    store.stories.remove(PORT.id)
    with pytest.raises(UnknownRecordError):
        store.restore(item.id)
    assert store.restore(PORT.id) == "story Port"
    assert _words(store) == ["a"]


def test_nothing_is_added_to_a_story_that_is_gone(store: Repository) -> None:
    store.stories.remove(PORT.id)
    with pytest.raises(UnknownRecordError):
        store.stories.add_item(story_item(PORT))
    assert store.stories.items() == ()


def test_emptying_the_bin_leaves_nothing_of_a_story(store: Repository, folder: Path) -> None:
    _add(store, "marmalade")
    store.stories.remove(PORT.id)
    store.empty_bin()
    assert b"marmalade" not in (folder / "inquit.json").read_bytes()


def test_an_item_goes_with_its_file_to_a_new_place(store: Repository) -> None:
    held = article("the port will open", "/old.txt")
    item = story_item(PORT, article_id="/old.txt")
    target = replace(item.target, text_digest=held.text_digest)  # type: ignore[type-var]
    store.stories.add_item(replace(item, target=target))
    texts = list(list_annotated_texts(store))
    assert texts == [(ArticleId("/old.txt"), held.text_digest)]
    moved = replace(held, id=ArticleId("/new.txt"))
    assert find_former_ids(moved, texts) == (ArticleId("/old.txt"),)
    assert store.relocate(["/old.txt"], ArticleId("/new.txt")) == 1
    (item,) = store.stories.items()
    assert item.target is not None
    assert item.target.article_id == "/new.txt"


def test_the_page_of_an_item_is_needed(store: Repository, folder: Path) -> None:
    store.stories.add_item(story_item(PORT, article_id="https://example.org/a"))
    store.close()
    passages = find_page_references(folder).passages
    assert ("https://example.org/a", "0" * 64) in passages


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("name", ["create", "write", "sync", "replace", "sync_folder"])
def test_a_failing_write_loses_no_item(folder: Path, name: str, code: int) -> None:
    disk = FailingDisk()
    with Repository.open(folder, disk=disk) as store:
        store.stories.add(PORT)
        _add(store, "kept")
        disk.fail(code, name, within=folder)
        with pytest.raises(StoreWriteError, match=os.strerror(code)):
            _add(store, "late")
        assert _words(store) == ["kept", "late"]
        disk.heal()
        assert store.save()
    with Repository.open(folder) as reopened:
        assert _words(reopened) == ["kept", "late"]


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_crash_while_a_story_is_removed_leaves_it_whole_or_gone(folder: Path, name: str) -> None:
    disk = FailingDisk()
    with Repository.open(folder, disk=disk) as store:
        store.stories.add(PORT)
        _add(store, "a", "b")
        disk.error, disk.names = Crash(), (name,)
        with suppress(Crash):
            store.stories.remove(PORT.id)
    with Repository.open(folder) as reopened:
        if reopened.stories.all():
            assert _words(reopened) == ["a", "b"]
            assert reopened.removed() == ()
        else:
            assert reopened.stories.items() == ()
            assert len(reopened.removed()) == 3
            reopened.undo()
            assert _words(reopened) == ["a", "b"]


WRITER = """
import sys
from pathlib import Path
from inquit.store.records.repository import Repository
from tests.store.making import story_item

store = Repository.open(Path(sys.argv[1]))
(held,) = store.stories.all()
for number in range(int(sys.argv[2])):
    item = story_item(held, f"{sys.argv[3]} {number}")
    store.stories.add_item(item)
    store.stories.move_item(item.id, -1 - number % 3)
    print(item.id, flush=True)
"""


def test_no_acknowledged_item_is_lost_when_its_writer_is_killed(folder: Path) -> None:
    with Repository.open(folder) as store:
        store.stories.add(PORT)
    chance = random.Random(7)  # noqa: S311 - the same moments every time
    told: set[str] = set()
    for run in range(12):
        told |= acknowledged(WRITER, folder, 100_000, run, seconds=chance.uniform(0, 0.03))
    with Repository.open(folder) as store:
        assert store.recovery is None
        items = store.stories.items(PORT.id)
        assert told <= {item.id for item in items}
        places = [item.place for item in items]
        assert len(set(places)) == len(places)


def test_what_many_processes_add_and_move_at_once_is_all_there_in_one_order(folder: Path) -> None:
    with Repository.open(folder) as store:
        store.stories.add(PORT)
    writers = [started(WRITER, folder, 12, number) for number in range(5)]
    told = [line for writer in writers for line in writer.communicate()[0].split()]
    assert [writer.returncode for writer in writers] == [0] * 5
    with Repository.open(folder) as store:
        items = store.stories.items(PORT.id)
        assert {item.id for item in items} == set(told)
        assert [item.place for item in items] == list(range(60))
