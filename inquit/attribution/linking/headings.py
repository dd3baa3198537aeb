"""Headings in title case: they capitalise what is no name, and so are no evidence of one."""

from __future__ import annotations

import re

from inquit.model.structure import BlockKind

WORD = re.compile(r"[^\W\d_][\w’'-]*")
ENDED = re.compile(r"[.!?…:;,][\"”’')\]]*\s*$")
FEWEST = 3
"""Words of four letters and more that tell which case a heading is in."""
SHARE = 0.8
"""Of them so many have a capital."""


def tells_no_names(text: str, kind: BlockKind) -> bool:
    """Tell whether a paragraph's capitals do not tell where a name begins and ends.

    Args:
        text: the paragraph.
        kind: what the page sets it as.
    """
    if kind is BlockKind.CAPTION:
        return True
    long = [word for word in WORD.findall(text) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in long)
    return not ENDED.search(text) and len(long) >= FEWEST and capitals >= SHARE * len(long)
