"""What a half-typed path may become."""

from __future__ import annotations

import os
from dataclasses import dataclass
from unicodedata import normalize

from inquit.service.articles import expand_home

MOST = 200
"""Completions that are offered; of more, the first by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """A path that begins with what was typed; a folder's ends with a slash."""

    path: str
    is_folder: bool


def completions(typed: str) -> tuple[Completion, ...]:
    """Return the files and folders that a half-typed path may become, folders first.

    Case counts where something is typed in capitals. Hidden ones are offered where the last part
    begins with a dot.

    Args:
        typed: the path so far; `~` stands for the home folder.
    """
    folder, slash, begin = typed.rpartition("/")
    try:
        with os.scandir(expand_home(folder + slash or ".")) as entries:
            found = [entry for entry in entries if _fits(entry.name, begin)]
            made = [completion for entry in found if (completion := _made(entry, folder + slash))]
    except (OSError, ValueError):
        return ()
    made.sort(key=lambda item: (not item.is_folder, item.path.casefold()))
    return tuple(made[:MOST])


def common_beginning(typed: str, offered: tuple[Completion, ...]) -> str:
    """Return how far all completions agree, at least what was typed."""
    shared = os.path.commonprefix([item.path for item in offered])  # noqa: RUF071 - of letters
    return shared if len(shared) > len(typed) else typed


def _fits(name: str, begin: str) -> bool:
    if name.startswith(".") and not begin.startswith("."):
        return False
    name, begin = normalize("NFC", name), normalize("NFC", begin)  # some systems decompose names
    if begin != begin.casefold():
        return name.startswith(begin)
    return name.casefold().startswith(begin)


def _made(entry: os.DirEntry[str], before: str) -> Completion | None:
    try:
        if entry.is_dir():
            return Completion(path=f"{before}{entry.name}/", is_folder=True)
        is_file = entry.is_file()
    except OSError:
        return None
    return Completion(path=before + entry.name, is_folder=False) if is_file else None
