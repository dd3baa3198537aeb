"""Checks all that is in a store's folder without changing any of it."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from inquit.errors import DocumentError
from inquit.store.codec import SCHEMA_VERSION, Document, decode
from inquit.store.durability.backups import Backups
from inquit.store.durability.file_layout import DamagedError, StoreContents, parse
from inquit.store.durability.files import FILE_MODE, FOLDER_MODE, Disk, describe_error, is_there
from inquit.store.durability.migrations import migrate
from inquit.store.folders import STORE_FILE, default_rescue_folders
from inquit.store.pages.inspection import belongs_to_pages, page_problem, summarize_pages
from inquit.store.pages.kept_pages import PAGES, KeptPages
from inquit.store.records.bin import BIN, decode_removed
from inquit.store.records.feed_codec import ENTRIES, SUBSCRIPTIONS, decode_entry, decode_feed
from inquit.store.records.removed_feed import decode_removed_feed
from inquit.store.records.subscriptions import FEEDS
from inquit.store.records.unsaved_changes import UnsavedChanges

_LOOSE = (".tmp", "lock", ".spare")
"""Endings of files that are not looked into."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectedItem:
    """One thing that was checked; problem is None where nothing is wrong with it."""

    name: str
    what: str
    problem: str | None = None


def inspect(folder: Path, *, disk: Disk | None = None) -> tuple[InspectedItem, ...]:
    """Return everything in a store's folder, with what is wrong about it.

    Args:
        folder: the folder; it need not exist.
        disk: the file operations used.
    """
    disk = disk or Disk()
    stores = (folder / STORE_FILE, folder / FEEDS / STORE_FILE)
    elsewhere = tuple(
        InspectedItem(name=str(path), what="changes of an earlier session", problem="not saved yet")
        for store in stores
        for path in UnsavedChanges(store, default_rescue_folders(), disk).files()
    )
    if not folder.is_dir():
        return (InspectedItem(name=str(folder), what="no store yet"), *elsewhere)
    items = [_inspect_mode(folder, str(folder))]
    for path in sorted(folder.rglob("*")):
        # Another process may just have removed it.
        if os.path.lexists(path):
            items += _inspect_path(path, path.relative_to(folder).as_posix(), disk)
    pages = KeptPages(folder, disk=disk)
    if is_there(pages.folder):
        items.append(InspectedItem(name=PAGES, what=summarize_pages(pages)))
    for store in stores:
        items += _inspect_records(store, disk)
    return (*items, *elsewhere)


def _inspect_path(path: Path, name: str, disk: Disk) -> Iterator[InspectedItem]:
    moded = _inspect_mode(path, name)
    if not moded.problem and belongs_to_pages(name):
        # There may be thousands, so only what is wrong is listed.
        if path.is_file() and (problem := page_problem(path, disk)):
            yield replace(moded, problem=problem)
    elif moded.problem or path.is_dir() or path.name.endswith(_LOOSE):
        yield moded
    else:
        yield from _inspect_contents(path, name, moded.what, disk)


def _inspect_mode(path: Path, name: str) -> InspectedItem:
    try:
        status = path.lstat()
    except OSError as error:
        return InspectedItem(name=name, what="unknown", problem=describe_error(error))
    mode = stat.S_IMODE(status.st_mode)
    if stat.S_ISLNK(status.st_mode):
        return InspectedItem(name=name, what="link", problem="a symbolic link, which is refused")
    is_folder = stat.S_ISDIR(status.st_mode)
    what = f"folder, mode {mode:04o}" if is_folder else f"mode {mode:04o}, {status.st_size} bytes"
    wanted = FOLDER_MODE if is_folder else FILE_MODE
    problem = None if mode == wanted else f"the mode should be {wanted:04o}"
    return InspectedItem(name=name, what=what, problem=problem)


def _inspect_contents(path: Path, name: str, mode: str, disk: Disk) -> Iterator[InspectedItem]:
    try:
        data = disk.read(path)
    except OSError as error:
        yield InspectedItem(name=name, what=mode, problem=describe_error(error))
        return
    top = name.removeprefix(f"{FEEDS}/").split("/")[0]
    if top == STORE_FILE or (top == "backups" and path.suffix == ".json"):
        try:
            yield InspectedItem(name=name, what=f"{mode}, {_describe_contents(parse(data))}")
        except DamagedError as error:
            yield InspectedItem(name=name, what=mode, problem=f"damaged: {error}")
    elif top == "damaged":
        yield InspectedItem(name=name, what=f"{mode}, set aside as damaged")
    elif path.suffix == ".json" and not _is_json(data):
        yield InspectedItem(name=name, what=mode, problem="cannot be read")
    else:
        yield InspectedItem(name=name, what=mode)


def _describe_contents(contents: StoreContents) -> str:
    newer = ", from a newer inquit" if contents.schema_version > SCHEMA_VERSION else ""
    count = sum(map(len, contents.tables.values()))
    return f"schema {contents.schema_version}{newer}, write {contents.generation}, {count} records"


def _inspect_records(store: Path, disk: Disk) -> Iterator[InspectedItem]:
    try:
        contents = parse(disk.read(store))
    except FileNotFoundError:
        if Backups(store.parent / "backups", disk).all():
            yield InspectedItem(
                name=store.name, what="gone", problem="there are backups but no store"
            )
        return
    except (OSError, DamagedError):
        return
    tables = contents.tables
    if contents.schema_version <= SCHEMA_VERSION:
        tables = migrate(tables, contents.schema_version)
    for name, table in tables.items():
        shown = f"{FEEDS}/{name}" if store.parent.name == FEEDS else name
        yield InspectedItem(name=shown, what=f"{len(table)} records")
        for number, document in table.items():
            if (problem := problem_of(name, document)) is not None:
                what = f"record {number}, id {document.get('id')!s:.80}, kept apart as it is"
                yield InspectedItem(name=shown, what=what, problem=problem)


def problem_of(table: str, document: Document) -> str | None:
    """Return why a document cannot be read as what its table holds; None where it can."""
    decoders: dict[str, Callable[[Document], object]] = {
        SUBSCRIPTIONS: decode_feed,
        ENTRIES: decode_entry,
        BIN: decode_removed_feed if document.get("table") == SUBSCRIPTIONS else decode_removed,
    }
    try:
        read = decoders.get(table, partial(decode, table))(document)
    except DocumentError as error:
        return str(error)
    return "it cannot be read as one of a feed" if read is None else None


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True
