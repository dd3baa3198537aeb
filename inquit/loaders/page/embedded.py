"""HTML inside something else, such as a chapter of a book or the body of a message."""

from __future__ import annotations

from inquit.loaders.page.blocks import iterate_blocks
from inquit.loaders.page.loader import decode_page
from inquit.loaders.page.tree import page_tree
from inquit.loaders.piece import Piece


def find_embedded_pieces(data: bytes, origin: str, charset: str | None = None) -> list[Piece]:
    """Return everything that a page shows.

    Args:
        data: the page's bytes.
        origin: how to call the whole in an error, not escaped yet.
        charset: what the whole says of the page's encoding.

    Raises:
        InputError: it is not text or has too many elements.
    """
    if not data.strip():
        return []
    tree = page_tree(decode_page(data, origin, charset), origin)
    return [] if tree is None else [block.piece for block in iterate_blocks(tree, None)]
