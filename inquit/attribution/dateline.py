"""What stands before a paragraph's first sentence: where a report was filed, or the time of day."""

from __future__ import annotations

import re

DATELINE = re.compile(
    r"^(?:[A-Z][^.?!:–—\n]{0,50}\([A-Z]\w{1,20}\)|[A-Z]{3,}[A-Z ,.'’/]{0,40}"
    r"|[A-Z]{3,}[^?!:–—\n]{0,40}\d|[A-Z]{3,}(?:, [A-Z][\w.]+){1,2}"
    r"|[A-Z][\w'’.]+(?: [A-Z][\w'’.]+){0,2}, [A-Z][\w.]+(?: [A-Z]\w+)?(?= (?:--|–|—) [A-Z“\"]))"
    r"\s*(?:-|--|–|—|―)\s+"
)
"""Where and by whom a wire report was filed: `GENEVA (Wire) - `."""
STAMP = re.compile(
    r"^\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s(?:GMT|BST|UTC|CET|EST|EDT|ET|PST|PDT|PT))?"
    r"\s*[-–—:|]?\s+(?=[A-Z\"“‘'«])"
)
"""The time of day of an entry, as in a live report: `19:42 The vote is in.`."""


def dateline_length(text: str) -> int:
    """Return how many code points stand before a paragraph's first sentence, mostly none.

    Args:
        text: the paragraph.
    """
    match = DATELINE.match(text) or STAMP.match(text)
    return match.end() if match is not None else 0
