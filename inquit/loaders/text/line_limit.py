"""How many lines a text may have; each becomes a value of its own, far larger than the line."""

from __future__ import annotations

import re
from itertools import islice

from inquit.errors import InputError
from inquit.model.printable import printable

MOST_LINES = 1_000_000
"""Lines of one article that are not empty; the complete Shakespeare has a fifth."""

_LINE = re.compile(r"[^\n]+")


def require_few_lines(text: str, origin: str) -> None:
    """Refuse a text of more lines than an article has.

    Args:
        text: normalised.
        origin: how to call it in an error, not escaped yet.

    Raises:
        InputError: it has more than `MOST_LINES`.
    """
    if text.count("\n") <= MOST_LINES:
        return
    if next(islice(_LINE.finditer(text), MOST_LINES, None), None) is not None:
        raise InputError(f"cannot read {printable(origin)}: it has over {MOST_LINES:,} lines")
