"""Completes a half-typed path."""

from __future__ import annotations

import os
from dataclasses import dataclass
from unicodedata import normalize

from inquit.service.articles import expand_home

MOST = 200
"""How many completions are offered at most, the first by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """A path that begins with what was typed; that of a folder ends with a slash."""

    path: str
    is_folder: bool


def completions(typed: str) -> tuple[Completion, ...]:
    """Return the files and folders that complete a path, folders first.

    Case matters only if the last part has capitals. Hidden files are offered if it begins with a
    dot.

    Args:
        typed: the path so far; `~` stands for the home folder.
    """
    folder, slash, begin = typed.rpartition("/")
    try:
        with os.scandir(expand_home(folder + slash or ".")) as entries:
            fitting = [entry for entry in entries if _fits(entry.name, begin)]
            found = [made for entry in fitting if (made := _complete(entry, folder + slash))]
    except (OSError, ValueError):
        return ()
    found.sort(key=lambda item: (not item.is_folder, item.path.casefold()))
    return tuple(found[:MOST])


def common_beginning(typed: str, offered: tuple[Completion, ...]) -> str:
    """Return the beginning that all completions share, or what was typed if that is longer."""
    shared = os.path.commonprefix([item.path for item in offered])  # noqa: RUF071 - of letters
    return shared if len(shared) > len(typed) else typed


def _fits(name: str, begin: str) -> bool:
    if name.startswith(".") and not begin.startswith("."):
        return False
    name, begin = normalize("NFC", name), normalize("NFC", begin)  # some systems decompose names
    if begin != begin.casefold():
        return name.startswith(begin)
    return name.casefold().startswith(begin)


def _complete(entry: os.DirEntry[str], before: str) -> Completion | None:
    try:
        if entry.is_dir():
            return Completion(path=f"{before}{entry.name}/", is_folder=True)
        is_file = entry.is_file()
    except OSError:
        return None
    return Completion(path=before + entry.name, is_folder=False) if is_file else None
