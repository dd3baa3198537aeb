"""Article text in the data of a page, which its scripts would show."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from inquit.loaders.page.markup_text import has_markup, undo_double_escape
from inquit.loaders.page.metadata import DESCRIBING
from inquit.loaders.piece import Piece

_MOST_NESTED = 20
_KEPT_BACK = re.compile(r"\"isAccessibleForFree\"\s*:\s*\"?false", re.IGNORECASE)


def is_kept_back(source: str) -> bool:
    """Tell whether a page's source says that its article is kept for subscribers."""
    return _KEPT_BACK.search(source) is not None


def find_described_pieces(tree: HtmlElement) -> list[Piece]:
    """Return the paragraphs of the article that a page describes (schema.org articleBody).

    Args:
        tree: the page.

    Returns:
        Nothing where there is no such text, or it is said to be kept for subscribers.
    """
    for script in tree.iter("script"):
        if script.get("type") not in DESCRIBING or "articleBody" not in (script.text or ""):
            continue
        try:
            told = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        for article in _articles(told, _MOST_NESTED):
            return list(_paragraphs(article["articleBody"]))
    return []


def _articles(told: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Yield the objects with a text that is free to read, in data of any nesting."""
    if depth == 0:
        return
    if isinstance(told, list):
        for each in told:
            yield from _articles(each, depth - 1)
    elif isinstance(told, dict):
        free = str(told.get("isAccessibleForFree", True)).casefold() != "false"
        if free and isinstance(told.get("articleBody"), str):
            yield told
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _articles(told.get(name), depth - 1)


def _paragraphs(text: str) -> Iterator[Piece]:
    source = undo_double_escape(text)
    if has_markup(source):
        from inquit.loaders.page.embedded import find_embedded_pieces

        yield from find_embedded_pieces(
            source.encode("utf-8", "replace"), "the page's data", "utf-8"
        )
        return
    for line in source.splitlines():
        if line.strip():
            yield Piece(((line, None),))
