"""Messages about the marks of a moved file, and the question whether to keep them."""

from __future__ import annotations

from collections.abc import Collection

from inquit.model.article import ArticleId


def offer(former: Collection[ArticleId]) -> str:
    """Return a message that marks of another file are shown, and how to keep them."""
    return f"What was written in {_name_files(former)} is shown here; = makes it this file's"


def question(former: Collection[ArticleId]) -> tuple[str, str]:
    """Return the question whether to keep them, and what a yes leads to."""
    return (
        f"Was this {_name_files(former)} before?",
        "It is not there now. Its bookmarks, notes, corrections and marks become this file's.",
    )


def _name_files(former: Collection[ArticleId]) -> str:
    first = next(iter(former), "")
    return first if len(former) == 1 else f"{first} and {len(former) - 1} other files"
