"""Turning HTML into the blocks that a browser would show, in one pass over the tree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from inquit.loaders.page.tables import data_tables
from inquit.loaders.page.walk import ShownBlock, Walk, resolve_link

_UNSHOWN = frozenset(
    """audio button canvas datalist dialog embed head iframe input map math noscript object script
    select style svg template textarea title video""".split()
)
_ROOTS = ("html", "body")
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
# What most sites call words for programs that read a page aloud, and wikis a link to edit.
_UNSEEN = frozenset(("mw-editsection", "screen-reader-text", "sr-only", "visually-hidden"))
_LONGEST_ATTRIBUTE = 10_000


def iterate_blocks(tree: html.HtmlElement, url: str | None) -> Iterator[ShownBlock]:
    """Yield the blocks that a reader of the page sees, in order.

    Args:
        tree: the page; it is not changed.
        url: where it came from, for links that are relative.
    """
    walk = Walk(_base(tree, url), data_tables(tree))
    hidden: etree._Element | None = None
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if hidden is None and event == "start":
            if _is_hidden(element):
                hidden = element
                continue
            yield from walk.enter(element)
        elif event == "end" and (hidden is None or hidden is element):
            if hidden is None:
                yield from walk.leave(element)
            hidden = None
            walk.say(element.tail)
    yield from walk.flush()


def _base(tree: html.HtmlElement, url: str | None) -> str | None:
    base = tree.find(".//base[@href]")
    if base is None or url is None:
        return url
    return resolve_link(url, base.get("href", "")) or url


def unhide(element: etree._Element) -> bool:
    """Unhide an element, and tell whether it was hidden."""
    hidden = element.attrib.pop("hidden", None) is not None
    if _is_styled_away(element):
        del element.attrib["style"]
        hidden = True
    return hidden


def _is_hidden(element: etree._Element) -> bool:
    tag = element.tag
    if tag in _ROOTS:
        return False  # scripts show it once they run, or all would be hidden
    if tag == "template" and element.get("shadowrootmode") is not None:
        return False
    if not isinstance(tag, str) or tag in _UNSHOWN or element.get("hidden") is not None:
        return True
    names = element.get("class")
    if names is not None and len(names) < _LONGEST_ATTRIBUTE and _UNSEEN & {*names.split()}:
        return True
    return _is_styled_away(element)


def _is_styled_away(element: etree._Element) -> bool:
    style = element.get("style")
    return style is not None and len(style) < _LONGEST_ATTRIBUTE and bool(_HIDING.search(style))
