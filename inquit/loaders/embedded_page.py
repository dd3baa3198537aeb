"""HTML that is a part of something else: a chapter of a book, the body of a message."""

from __future__ import annotations

from inquit.loaders.composing import Piece
from inquit.loaders.page import decoded
from inquit.loaders.page_blocks import parsed, shown_blocks
from inquit.loaders.xml_characters import without_illegal
from inquit.loaders.xml_tree import require_few_tags


def embedded_pieces(data: bytes, origin: str, charset: str | None = None) -> list[Piece]:
    """Return all that is shown of a page, none of it left out.

    Args:
        data: the page's bytes.
        origin: how to call the whole in an error, not escaped yet.
        charset: what the whole says of the page's encoding.

    Raises:
        InputError: it is not text or has too many elements.
    """
    if not data.strip():
        return []
    require_few_tags(data, origin)
    text = without_illegal(decoded(data, origin, charset))
    try:
        tree = parsed(text.encode("utf-8", "replace"))
    except ValueError:
        return []
    return [block.piece for block in shown_blocks(tree, None)]
