"""The id of an article in a file."""

from __future__ import annotations

import os
from pathlib import Path
from unicodedata import normalize

from inquit.model.article import ArticleId


def file_id(path: Path) -> ArticleId:
    """Return the id of the article in a file: the path with all links resolved.

    Some systems list a name decomposed that was typed composed; both are the one file there, and
    have the composed name as their id. Where they are two files, each keeps its own.
    """
    try:
        resolved = path.resolve()
    except (OSError, ValueError, RuntimeError):  # no file can have this name; opening it tells so
        resolved = path.absolute()
    composed = Path(normalize("NFC", str(resolved)))
    if composed != resolved and _is_same_file(composed, resolved):
        resolved = composed
    return ArticleId(os.fsencode(resolved).decode("utf-8", "backslashreplace"))


def _is_same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False
