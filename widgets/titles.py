"""An article's title for the line above the article."""

from __future__ import annotations

from inquit.model.printable import printable

_JOINERS = {0x200C: None, 0x200D: None}
"""What makes letters or emoji one; of all that is hidden, it alone misleads nobody."""


def title_line(title: str) -> str:
    """Return a title on one line, what is hidden in it written out, but for joiners."""
    return printable(title.translate(_JOINERS))
