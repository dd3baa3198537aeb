"""The readable files at some paths and in folders, recognised by their beginnings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from inquit.errors import InputError
from inquit.loaders.gzip import beginning
from inquit.loaders.input_bytes import open_regular
from inquit.loaders.kind import Kind
from inquit.loaders.quick_title import quick_title
from inquit.loaders.sniffing import HEAD, kind_of
from inquit.loaders.text.decoding import decode
from inquit.model.printable import printable


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadableFile:
    """A file that could be read.

    Attributes:
        path: where it is.
        name: what to show, with nothing in it that a terminal obeys.
        kind: what it is.
        size: in bytes.
        title: what it is called or how it begins, as far as that is told at once.
    """

    path: Path
    name: str
    kind: Kind
    size: int
    title: str | None = None


def find_readable_files(paths: Iterable[Path]) -> Iterator[ReadableFile]:
    """Yield the readable files among some paths in order; only their beginnings are read.

    Of a folder, its files by name, without hidden ones and without those in folders below it.

    Args:
        paths: files and folders.

    Raises:
        InputError: a file that was named cannot be read, or a folder cannot be listed.
    """
    for path in paths:
        if not path.is_dir():
            yield _describe_file(path)
            continue
        for inner in _files_in(path):
            try:
                yield _describe_file(inner)
            except InputError:
                continue  # what a folder also holds was not asked for


def _files_in(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder by name.

    Raises:
        InputError: it cannot be listed.
    """
    try:
        found = sorted(path for path in folder.iterdir() if path.name[0] != ".")
    except OSError as error:
        reason = error.strerror or "it is no folder"
        raise InputError(f"cannot list {printable(str(folder))}: {reason}") from error
    yield from (path for path in found if path.is_file())


def _describe_file(path: Path) -> ReadableFile:
    """Return what a file is.

    Raises:
        InputError: it cannot be opened, or its beginning is not text and no known format.
    """
    with open_regular(path) as stream:
        head = stream.read(HEAD)
        size = stream.seek(0, 2)
    kind = kind_of(head, path.name)
    shown = kind
    if kind is Kind.GZIP:
        head = beginning(head, HEAD)
        shown = kind_of(head, path.name.lower().removesuffix(".gz"))
    if shown is Kind.TEXT:
        decode(head, str(path))
    return ReadableFile(
        path=path,
        name=printable(path.name),
        kind=kind,
        size=size,
        title=quick_title(head, shown),
    )
