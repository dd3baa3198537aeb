"""Files of other versions: earlier ones are carried forward, newer ones left alone."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from unicodedata import normalize

import pytest

from inquit.errors import StoreWriteError
from inquit.model.annotation import name_key
from inquit.store.codec import SCHEMA_VERSION, encode
from inquit.store.durability.file_layout import parse
from inquit.store.durability.migrations import STEPS, migrate_document
from inquit.store.records.bin import describe_record
from inquit.store.records.repository import Repository
from inquit.store.records.subscriptions import Subscriptions
from tests.store.making import note, story

DATA = Path(__file__).parent / "data"


def test_there_is_a_step_and_a_real_file_for_each_earlier_version() -> None:
    assert sorted(STEPS) == list(range(1, SCHEMA_VERSION))
    for version in STEPS:
        assert (DATA / f"written-by-schema-{version}.json").exists()


def test_a_file_of_schema_1_opens_with_all_that_is_in_it(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    original = (DATA / "written-by-schema-1.json").read_bytes()
    shutil.copy(DATA / "written-by-schema-1.json", folder / "inquit.json")
    with Repository.open(folder) as repository:
        assert repository.recovery is None
        assert [each.about_name for each in repository.notes()] == ["Ines Castro", "Müller, J."]
        assert [mark.label for mark in repository.bookmarks()] == ["Opening date", ""]
        assert len(repository.corrections()) == 1
        assert [item.record.about_name for item in repository.removed()] == ["Old Hand"]  # type: ignore[union-attr]
        assert (folder / "inquit.json").read_bytes() == original
        repository.add_note(note())
    contents = parse((folder / "inquit.json").read_bytes())
    documents = [each for table in contents.tables.values() for each in table.values()]
    assert {each["schema_version"] for each in documents} == {SCHEMA_VERSION}
    assert contents.schema_version == SCHEMA_VERSION
    (kept,) = (folder / "backups").glob(f"*-before-schema-{SCHEMA_VERSION}.json")
    assert kept.read_bytes() == original
    with Repository.open(folder) as repository:
        for number in range(20):
            repository.add_note(note(at=number))
        assert repository.undo() is None or len(repository.notes()) == 24
    assert kept.read_bytes() == original


def test_bookmarks_of_schema_3_have_no_tags_yet_those_in_the_bin_neither(folder: Path) -> None:
    with _opened(folder, "written-by-schema-3.json") as repository:
        assert [each.tags for each in repository.bookmarks()] == [(), ()]
        assert repository.undo() is not None
        assert [each.label for each in repository.bookmarks()] == ["Opening date", "", "Old mark"]
        assert repository.warning is None
        repository.stories.add(story())
    with Repository.open(folder) as reopened:
        assert [each.name for each in reopened.stories.all()] == ["Port"]
        assert len(reopened.bookmarks()) == 3


def _opened(folder: Path, name: str) -> Repository:
    folder.mkdir(mode=0o700)
    shutil.copy(DATA / name, folder / "inquit.json")
    return Repository.open(folder)


def test_two_notes_whose_names_differ_only_in_how_accents_are_written_meet_and_both_stay(
    folder: Path,
) -> None:
    bodies = ["typed composed", "typed with combining accents"]
    with _opened(folder, "accents-by-schema-2.json") as repository:
        assert [each.body for each in repository.notes(name_key("Zoë Müller"))] == bodies
        repository.add_note(note())
    (kept,) = (folder / "backups").glob(f"*-before-schema-{SCHEMA_VERSION}.json")
    assert kept.read_bytes() == (DATA / "accents-by-schema-2.json").read_bytes()
    with Repository.open(folder) as repository:
        decomposed = normalize("NFD", "ZOË  Müller")
        assert [each.body for each in repository.notes(name_key(decomposed))] == bodies


def test_a_note_in_the_bin_comes_back_under_the_composed_name(folder: Path) -> None:
    with _opened(folder, "accents-by-schema-2.json") as repository:
        assert repository.undo() is not None
        assert [each.body for each in repository.notes(name_key("José Ortega"))] == ["in the bin"]


def test_the_place_of_an_unnamed_source_stays_as_it_was_written(folder: Path) -> None:
    with _opened(folder, "accents-by-schema-2.json") as repository:
        (about,) = {each.about for each in repository.notes() if each.body.startswith("on an un")}
        assert about == f"unnamed:/tmp/{normalize('NFD', 'é')}.txt#0123:m-4"


def test_a_change_that_an_earlier_version_could_not_save_is_carried_forward() -> None:
    old = encode(note("kept", name="José Ortega")) | {"schema_version": 2}
    old["about"] = normalize("NFD", old["about"])
    assert migrate_document("notes", old) == encode(note("kept", name="José Ortega")) | {
        "id": old["id"]
    }


def test_the_last_write_of_an_earlier_version_is_recovered_from_its_journal(folder: Path) -> None:
    first, last = note("first", at=1), note("last", name="José Ortega", at=2)
    with Repository.open(folder) as repository:
        repository.add_note(first)
        repository.add_note(last)
    journal = folder / "backups" / "journal.jsonl"
    lines = [line.partition(b" ")[2] for line in journal.read_bytes().split(b"\n") if line]
    as_before = []
    for line in lines:
        entry = json.loads(line) | {"schema_version": 2}
        for change in entry["changes"]:
            change[2] |= {"schema_version": 2, "about": normalize("NFD", change[2]["about"])}
        body = json.dumps(entry).encode()
        as_before.append(hashlib.sha256(body).hexdigest()[:32].encode() + b" " + body)
    journal.write_bytes(b"\n" + b"\n".join(as_before))
    (folder / "inquit.json").write_bytes(b"damaged")
    with Repository.open(folder) as repository:
        assert repository.notes() == (first, last)


def test_a_file_of_a_newer_version_is_read_and_left_as_it_is(folder: Path) -> None:
    known, late = note("known", at=1), note("late", at=2)
    with Repository.open(folder) as repository:
        repository.add_note(known)
    file = folder / "inquit.json"
    document = json.loads(file.read_bytes())
    document["store"]["1"]["schema_version"] = 99
    document["notes"]["1"]["a field of tomorrow"] = [1, 2]
    file.write_text(json.dumps(document))
    before = file.read_bytes()
    with Repository.open(folder) as repository:
        assert repository.read_only
        assert "newer" in str(repository.recovery)
        assert repository.notes() == (known,)
        with pytest.raises(StoreWriteError, match="newer inquit"):
            repository.add_note(late)
        assert repository.notes() == (known, late)
    assert file.read_bytes() == before
    with Repository.open(folder) as repository:
        assert repository.notes() == (known, late)
    assert file.read_bytes() == before


def _laid_down(folder: Path, config: Path) -> None:
    """Put down what an inquit of schema 2 wrote: store, feeds and a rescue file."""
    store = folder / "inquit.json"
    rescue = config / "rescue"
    for path in (folder, folder / "feeds", config, rescue):
        path.mkdir(mode=0o700)
    shutil.copy(DATA / "written-by-schema-2.json", store)
    shutil.copy(DATA / "feeds-of-schema-2.json", folder / "feeds" / "inquit.json")
    named = hashlib.sha256(str(store.resolve()).encode()).hexdigest()[:16]
    kept = rescue / f"rescue-{named}-7-0.json"
    shutil.copy(DATA / "rescue-of-schema-2.json", kept)
    for path in (store, folder / "feeds" / "inquit.json", kept):
        path.chmod(0o600)


def test_a_store_and_a_rescue_file_of_schema_2_open_with_all_that_is_in_them(
    folder: Path, tmp_path: Path
) -> None:
    _laid_down(folder, tmp_path / "config")
    with Repository.open(folder) as repository:
        told = "4 changes that an earlier session could not save are saved now"
        assert repository.recovery == told
        assert [each.body for each in repository.notes()] == ["called back twice", "new"]
        assert [mark.label for mark in repository.bookmarks()] == ["Opening date"]
        assert len(repository.corrections()) == 1
        removed = [describe_record(item.record) for item in repository.removed()]
        assert removed[:2] == ["note on Müller, J.", "note on Old Hand"]
        assert [repository.undo() is not None for _ in range(4)] == [True, True, True, False]
        assert len(repository.notes()) == 4
    with Subscriptions(folder) as feeds:
        assert [feed.title for feed in feeds.all()] == ["b"]
        assert [entry.read for entry in feeds.entries("https://b.example/f")] == [True, False]
        assert feeds.undo() == "feed a"
        assert len(feeds.entries("https://a.example/f")) == 2
