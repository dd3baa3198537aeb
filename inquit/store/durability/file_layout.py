"""The layout of the store's file: one JSON object in TinyDB's shape, one document a line.

The first line is about the file: its schema_version, its generation (which grows by one with each
write), the days on which it was written, and a digest of these and of all that follows, so that
damage shows. Without that line the file is what TinyDB's own JSON storage would write.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from inquit.store.codec import SCHEMA_VERSION, Document
from inquit.store.durability.json_text import read_json, read_roughly
from inquit.store.durability.serialized_blocks import SerializedBlocks
from inquit.store.durability.write_days import Days, decode_days

FILE_TABLE = "store"
"""The table whose one document is about the file itself."""

_DIGITS = 15

Tables = dict[str, dict[str, Document]]
"""Documents by table name and by TinyDB's document number, which JSON writes as text."""


class DamagedError(ValueError):
    """What was read is not what the store wrote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreContents:
    """What a file of the store holds.

    Attributes:
        schema_version: the version it was written in.
        generation: the number of the write that it came from; 0 where it does not say.
        tables: the documents, as they stand in the file.
        lines: the lines of these documents, where the file is surely laid out as here.
        days: the days on which it was written.
    """

    schema_version: int = SCHEMA_VERSION
    generation: int = 0
    tables: Tables = field(default_factory=dict)
    lines: SerializedBlocks | None = None
    days: Days = field(default_factory=Days)


def compose(lines: SerializedBlocks, generation: int, days: Days) -> list[bytes]:
    """Return the parts that a file consists of, to be written one after the other."""
    head: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "generation": generation,
        "written": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "days": days.as_json(),
    }
    head["digest"] = lines.digest(_describe_head(head))
    return [json.dumps({FILE_TABLE: {"1": head}})[:-1].encode(), *lines.parts()]


def parse(data: bytes) -> StoreContents:
    """Return what a file holds.

    Raises:
        DamagedError: where that is not, byte for byte, what was written. A file of schema 1 and
            one of a newer schema than this are checked for their shape only.
    """
    try:
        tables = _check_shape(read_json(data))
        head = tables.pop(FILE_TABLE)["1"]
        version, generation = (
            _whole_number(head["schema_version"]),
            _whole_number(head.get("generation", 0)),
        )
    except (ValueError, TypeError, KeyError) as error:
        raise DamagedError(f"not a store: {type(error).__name__}") from error
    if version > SCHEMA_VERSION or (version == 1 and "digest" not in head):
        return StoreContents(schema_version=version, generation=generation, tables=tables)
    lines = _lines(data, tables)
    if version < 1 or lines.digest(_describe_head(head)) != head.get("digest"):
        raise DamagedError("the digest does not fit")
    first = json.dumps({FILE_TABLE: {"1": head}})[:-1].encode()
    if b"".join([first, *lines.parts()]) != data:
        raise DamagedError("the layout is not the store's")
    return StoreContents(
        schema_version=version,
        generation=generation,
        tables=tables,
        lines=lines,
        days=decode_days(head.get("days")),
    )


def salvage(data: bytes) -> tuple[Tables, int]:
    """Return the documents of a damaged file, and how many there are that cannot be read.

    All are looked at if it is JSON yet, else those on whole lines.
    """
    try:
        tables, lost = _documents(read_roughly(data))
    except ValueError:
        tables, lost = _on_whole_lines(data)
    return {name: table for name, table in tables.items() if name != FILE_TABLE}, lost


def _documents(value: object) -> tuple[Tables, int]:
    tables: Tables = {}
    lost = 0
    for name, table in value.items() if isinstance(value, dict) else ():
        held = table if isinstance(table, dict) else {"": table}
        tables[name] = {n: document for n, document in held.items() if _is_document(n, document)}
        lost += len(held) - len(tables[name])
    return tables, lost


def _on_whole_lines(data: bytes) -> tuple[Tables, int]:
    tables: Tables = {}
    name, lost = None, 0
    for line in data.split(b"\n"):
        text = line.strip().removesuffix(b",")
        try:
            if text.endswith(b": {"):
                name = str(read_roughly(text[:-3]))
            elif name is not None and text.startswith(b'"'):
                ((number, document),) = read_roughly(b"{" + text + b"}").items()
                if not _is_document(number, document):
                    raise ValueError("not a document")
                tables.setdefault(name, {})[number] = document
        except ValueError:
            lost += 1
    return tables, lost


def _check_shape(document: object) -> dict[str, dict[str, Any]]:
    """Return document if it has TinyDB's shape: tables of numbered objects."""
    if not isinstance(document, dict):
        raise TypeError("not an object")
    for table in document.values():
        if not isinstance(table, dict):
            raise TypeError("not a table")
        for number, held in table.items():
            if not _is_document(number, held):
                raise TypeError("not a document")
    return document


def _is_document(number: str, held: object) -> bool:
    """Tell whether something is a document under a number that TinyDB would give."""
    plain = number.isascii() and number.isdecimal() and len(number) <= _DIGITS
    return plain and str(int(number)) == number and isinstance(held, dict)


def _whole_number(value: object) -> int:
    """Return a number of a file's head; raises ValueError where it is none."""
    if not isinstance(value, int) or not 0 <= value < 10**_DIGITS:
        raise ValueError("not a whole number")
    return value


def _lines(data: bytes, tables: Tables) -> SerializedBlocks:
    rows, at, lines = data.split(b"\n"), 1, SerializedBlocks()
    for name, table in tables.items():
        taken = rows[at + 1 : at + 1 + len(table)]
        lines.fill(name, zip(table, (row.removesuffix(b",") for row in taken), strict=False))
        at += len(table) + 2
    return lines


def _describe_head(head: dict[str, Any]) -> bytes:
    """Return what of the head the digest covers: all but itself."""
    return json.dumps({name: head[name] for name in sorted(head) if name != "digest"}).encode()
