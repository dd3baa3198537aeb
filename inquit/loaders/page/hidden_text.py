"""Text that a page has but hides until its scripts run, or shows only without scripts.

It is looked for only where what a page shows is next to nothing, for most of what pages hide are
menus, dialogs and notices.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree, html

from inquit.errors import InputError
from inquit.loaders.page.blocks import iterate_blocks, unhide
from inquit.loaders.page.density import words_of_text
from inquit.loaders.page.embedded_data import find_described_pieces, is_kept_back
from inquit.loaders.page.main_text import main_pieces
from inquit.loaders.page.tables import drop_spans
from inquit.loaders.page.tree import page_tree
from inquit.loaders.piece import Piece

FEWEST_WORDS = 100
"""Words of prose from which a hidden text is shown instead of what the page shows."""
_FAR_MORE = 5
"""The same in words of what it shows, where that may be a short article."""
_HIDDEN = "The page shows this text only without scripts, or once they run"
_DESCRIBED = "The page shows nothing without its scripts; this is the text that its data give"
_FURNITURE = re.compile(
    r"banner|comment|consent|cookie|dialog|drawer|dropdown|footer|gdpr|login|menu|modal|nav|newsletter"
    r"|overlay|popup|privacy|search|share|sidebar|subscri|template|tooltip",
    re.IGNORECASE,
)
_OF_ARTICLES = ("article", "main")


def unseen_text(
    tree: html.HtmlElement,
    source: str,
    url: str | None,
    *,
    readable: bool,
    shown: Sequence[Piece],
    most: int,
) -> tuple[list[Piece], str] | None:
    """Return the article that a page hides, and a notice about it, or None.

    Args:
        tree: the page.
        source: its source.
        url: where it came from, for links that are relative.
        readable: whether what it shows is worth reading; then only far more goes before that.
        shown: what it shows.
        most: elements up to which a page is searched for what it hides.
    """
    seen = words_of_text(shown)
    if readable and seen >= FEWEST_WORDS:
        return None
    described = [] if readable or tree.find(".//script") is None else find_described_pieces(tree)
    least = max(FEWEST_WORDS, _FAR_MORE * seen if readable else 0, words_of_text(described))
    if not is_kept_back(source):
        hidden = _find_hidden_pieces(source, url, marked=readable, most=most)
        if words_of_text(hidden, sentences=True) >= least:
            return hidden, _HIDDEN
    return (described, _DESCRIBED) if described else None


def _find_hidden_pieces(source: str, url: str | None, *, marked: bool, most: int) -> list[Piece]:
    """Return the article on a page once nothing in it is hidden; empty if there is none.

    Args:
        source: see `unseen_text`.
        url: see `unseen_text`.
        marked: whether to look only in what the page itself calls its article, and in what it
            keeps for browsers without scripts.
        most: see `unseen_text`.
    """
    tree = page_tree(source, "the page") if most else None
    if tree is None or not _disclose(tree, marked=marked) or len(list(tree.iter())) > most:
        return []
    blocks = list(iterate_blocks(tree, url))
    drop_spans(tree)  # the blocks are read already
    return main_pieces(tree, blocks)


def _disclose(tree: html.HtmlElement, *, marked: bool) -> bool:
    """Unhide what a page hides, and tell whether there was anything."""
    found = False
    for element in list(tree.iter(etree.Element)):
        tag = str(element.tag)
        if tag in ("noscript", "foreignobject"):
            element.tag = "div"
        elif tag == "iframe" and element.get("srcdoc") and not marked:
            _unfold(element)
        elif (marked and tag not in _OF_ARTICLES) or _is_furniture(element) or not unhide(element):
            continue
        found = True
    for drawing in list(tree.iter("svg")):
        drawing.tag = "div" if drawing.find(".//div") is not None else "svg"
    return found


def _unfold(frame: etree._Element) -> None:
    """Put the page that a frame holds in its attribute in the frame's place."""
    try:
        held = page_tree(frame.get("srcdoc", ""), "the page")
    except InputError:
        return  # of more elements than any page has
    frame.text = None
    body = None if held is None else held.find("body")
    if body is not None:
        frame.tag = body.tag = "div"
        frame.append(body)


def _is_furniture(element: etree._Element) -> bool:
    """Tell whether an element's name says that it is a menu, a dialog or the like."""
    if element.tag in _OF_ARTICLES:
        return False
    names = (element.get(name, "")[:1000] for name in ("id", "class", "role"))
    return element.tag in ("nav", "footer", "aside") or any(map(_FURNITURE.search, names))
