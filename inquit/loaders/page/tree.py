"""The tree of a web page, limited in tags, attributes and depth before it is built.

libxml2 takes some hundred bytes of memory for a tag, compares each attribute with all others of
its element, and what reads the tree walks up and down it; so a page that means harm could take
all memory, or the square of its size in time.
"""

from __future__ import annotations

import re

from lxml import etree, html

from inquit.errors import InputError
from inquit.loaders.guard import report_faults
from inquit.loaders.page.attributes import with_few_attributes
from inquit.loaders.page.xml_characters import without_illegal
from inquit.model.printable import printable

MOST_TAGS = 500_000
"""Tags that a page may have, opening and closing ones; the largest of real pages have a fifth."""
DEEPEST = 250
"""Elements that one may stand in before nesting is taken for mere breaks."""
HEAD_TAGS = frozenset({"base", "link", "meta", "noscript", "script", "style", "template", "title"})
"""Elements that a head may have."""

_NESTING = re.compile(rb"</?(?!(?:p|h[1-6]|li|blockquote|pre|br|script|style)\b)[a-z][^>]*>", re.I)


def page_tree(text: str, origin: str) -> html.HtmlElement | None:
    """Return the tree of a page, or None where there is no element in it.

    Nothing beyond the text is read, whatever it refers to. Containers nested deeper than any page
    has them are taken for breaks between paragraphs.

    Args:
        text: the page's source.
        origin: how to call it in an error, not escaped yet.

    Raises:
        InputError: it has more tags than a page has.
    """
    if text.count("<") > MOST_TAGS:
        raise InputError(f"cannot read {printable(origin)}: the page has too many elements")
    data = with_few_attributes(without_illegal(text)).encode("utf-8", "replace")
    tree, whole = _tree(data, origin)
    if tree is None or (whole and _is_flat(tree)):
        return tree
    return _tree(_NESTING.sub(b" <p> ", data), origin)[0]


def _tree(data: bytes, origin: str) -> tuple[html.HtmlElement | None, bool]:
    """Return a tree, and whether it holds the whole page."""
    parser = html.HTMLParser(
        encoding="utf-8",
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,  # without it a paragraph of 10 MB is dropped; the input is bounded anyway
    )
    try:
        with report_faults(f"cannot read {printable(origin)}"):
            tree = html.document_fromstring(data, parser=parser)
    except etree.ParserError:
        return None, True
    _take_out_of_head(tree)
    return tree, not any("depth" in entry.message for entry in parser.error_log)


def _take_out_of_head(tree: html.HtmlElement) -> None:
    """Put into the body what libxml2, which knows no HTML5, leaves in the head of a page without.

    HTML5 begins the body at the first element that no head has; `<body>` itself may be left out.
    """
    head = tree.find("head")
    if head is None:
        return
    children = list(head)
    first = next((n for n, child in enumerate(children) if child.tag not in HEAD_TAGS), None)
    if first is None:
        return
    body = tree.find("body")
    if body is None:
        body = etree.SubElement(tree, "body")
    moved = children[first:]
    for place, child in enumerate(moved):
        body.insert(place, child)
    moved[-1].tail = f"{moved[-1].tail or ''}{body.text or ''}" or None
    body.text = None


def _is_flat(tree: html.HtmlElement) -> bool:
    """Tell whether no element stands deeper than `DEEPEST`."""
    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            return False
    return True
