"""The file is TinyDB's JSON, a document a line, with a digest that notices every change."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tinydb import TinyDB

from inquit.store.codec import SCHEMA_VERSION
from inquit.store.durability.file_layout import DamagedError, compose, parse, salvage
from inquit.store.durability.serialized_blocks import BLOCK, SerializedBlocks, serialize_document
from inquit.store.durability.write_days import Days
from inquit.store.records.repository import Repository
from tests.store.making import bookmark, note

DOCUMENTS = {
    "notes": {"1": {"id": "a", "body": "x\ny"}, str(BLOCK + 2): {"id": "b", "body": "é “"}},
    "bin": {"7": {"id": "c"}},
}


def _lines() -> SerializedBlocks:
    lines = SerializedBlocks()
    for name, table in DOCUMENTS.items():
        for number, document in table.items():
            lines.set(name, number, serialize_document(number, document))
    return lines


def test_what_is_composed_is_parsed_to_the_same() -> None:
    contents = parse(b"".join(compose(_lines(), 5, Days())))
    assert contents.tables == DOCUMENTS
    assert (contents.schema_version, contents.generation) == (SCHEMA_VERSION, 5)
    assert contents.lines is not None
    again = b"".join(compose(contents.lines, 5, Days()))
    assert parse(again).tables == DOCUMENTS


def test_an_empty_store_is_composed_and_parsed() -> None:
    lines = _lines()
    for name, table in DOCUMENTS.items():
        for number in table:
            lines.set(name, number, None)
    assert parse(b"".join(compose(lines, 0, Days()))).tables == {}


def test_any_changed_bit_is_noticed() -> None:
    data = b"".join(compose(_lines(), 5, Days()))
    for place in range(len(data)):
        for bit in range(8):
            changed = bytearray(data)
            changed[place] ^= 1 << bit
            try:
                contents = parse(bytes(changed))
            except DamagedError:
                continue
            # A higher schema_version cannot be told from a newer program's.
            assert contents.schema_version > SCHEMA_VERSION
            assert contents.tables == DOCUMENTS


def test_every_document_is_on_a_line_of_its_own() -> None:
    rows = b"".join(compose(_lines(), 5, Days())).splitlines()
    assert sum(row.startswith(b'"1": {') for row in rows) == 1
    held = {"notes": {"1": DOCUMENTS["notes"]["1"]}}
    assert salvage(b"\n".join(rows[:3])) == (held, 0)


def test_tinydb_itself_reads_the_file(folder: Path) -> None:
    written = note()
    with Repository.open(folder) as repository:
        repository.add_note(written)
        repository.add_bookmark(bookmark())
        repository.add_bookmark(bookmark())
    with TinyDB(folder / "inquit.json", access_mode="r") as plain:
        assert [document["id"] for document in plain.table("notes")] == [written.id]
        assert len(plain.table("bookmarks")) == 2
        assert plain.table("store").all()[0]["schema_version"] == SCHEMA_VERSION


def test_the_file_is_readable_json_in_utf_8(folder: Path) -> None:
    with Repository.open(folder) as repository:
        repository.add_note(note("“ça va” 🙂"))
    text = (folder / "inquit.json").read_text(encoding="utf-8")
    assert "“ça va” 🙂" in text
    assert json.loads(text)["notes"]["1"]["schema_version"] == SCHEMA_VERSION


def test_a_value_that_is_no_number_in_json_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        serialize_document("1", {"a": float("inf")})
