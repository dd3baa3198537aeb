"""Recognises files that were moved or renamed by the digest of their text.

A file that is still where it was is a copy, and keeps what was written in it. It is imported
before anything is on the screen, so it imports little.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from unicodedata import normalize

from inquit.model.article import Article, ArticleId

_BYTE = re.compile(rb"\\x([89a-f][0-9a-f])")
_LEAST = 12
"""Hexadecimal digits of a digest that tell a text: as many as are in the id of a source."""

Known = Iterable[tuple[ArticleId, str]]
"""Articles, each with the digest of a text that it had, or the first digits of that."""


def find_former_ids(article: Article, known: Known) -> tuple[ArticleId, ...]:
    """Return what a file was known by before it was moved or renamed.

    Args:
        article: what is in the file now.
        known: what is known of other articles.
    """
    if not is_file(article.id):
        return ()
    alike = {
        other: None
        for other, digest in known
        if other != article.id and is_file(other) and _is_same_text(article, other, digest)
    }
    return tuple(other for other in alike if _is_left(other, article.id))


def is_file(article_id: str) -> bool:
    """Tell whether an id is the path of a file."""
    return article_id.startswith("/")


def path_of(article_id: str) -> Path:
    """Return the path of a file by its id, where bytes that are not UTF-8 are escaped."""
    path = Path(article_id)
    if "\\x" not in article_id or os.path.lexists(path):
        return path
    written = article_id.encode("utf-8", "replace")
    return Path(os.fsdecode(_BYTE.sub(lambda found: bytes([int(found[1], 16)]), written)))


def is_gone(article_id: str) -> bool:
    """Tell whether there is surely no file at an id's path; what cannot be seen may exist."""
    try:
        path_of(article_id).stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False


def _is_same_text(article: Article, other: ArticleId, digest: str) -> bool:
    """Tell whether a text is the article's, or the path the same but for normalisation."""
    same = len(digest) >= _LEAST and article.text_digest.startswith(digest)
    return same or normalize("NFC", other) == normalize("NFC", article.id)


def _is_left(other: ArticleId, present: ArticleId) -> bool:
    """Tell whether a file's old path is empty, or leads to the very same file."""
    if is_gone(other):
        return True
    try:
        return path_of(other).samefile(path_of(present))
    except (OSError, ValueError):
        return False
