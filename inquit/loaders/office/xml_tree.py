"""XML trees without expanded entities and fetched parts, limited in size and depth."""

from __future__ import annotations

from lxml import etree

from inquit.errors import InputError
from inquit.model.printable import printable

MOST_TAGS = 2_000_000
"""Tags that a document may have; each takes some hundred bytes of memory."""


def xml_root(data: bytes, origin: str) -> etree._Element | None:
    """Return the root of an XML document, repaired if damaged, or None if there is none.

    Args:
        data: the document.
        origin: how to call it in an error, not escaped yet.

    Raises:
        InputError: it has too many tags.
    """
    require_few_tags(data, origin)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError):
        return None


def require_few_tags(data: bytes, origin: str) -> None:
    """Refuse what would take too much memory as a tree.

    Raises:
        InputError: it has more than `MOST_TAGS` tags.
    """
    if data.count(b"<") > MOST_TAGS:
        raise InputError(f"cannot read {printable(origin)}: it has too many elements")
