"""How the reader is told that marks of a moved file are shown, and asked whether to keep them."""

from __future__ import annotations

from collections.abc import Collection

from inquit.model.article import ArticleId


def offer(former: Collection[ArticleId]) -> str:
    """Return what tells that marks of another place are shown, and how to keep them."""
    return f"What was written in {_named(former)} is shown here; = makes it this file's"


def question(former: Collection[ArticleId]) -> tuple[str, str]:
    """Return what is asked before that is done, and what the answer leads to."""
    return (
        f"Was this {_named(former)} before?",
        "It is not there now. Its bookmarks, notes, corrections and marks become this file's.",
    )


def _named(former: Collection[ArticleId]) -> str:
    first = next(iter(former), "")
    return first if len(former) == 1 else f"{first} and {len(former) - 1} other files"
