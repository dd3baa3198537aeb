"""Control sequences of terminals, taken out of text as a whole.

Escape sequences go whole (ECMA-48, sections 5.4 and 8.3), not only their first character, so that
no remains stand in the text.
"""

from __future__ import annotations

import re

_SEQUENCES = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*+[ -/]*+[@-~]?"  # control sequence
    # A string up to its terminator; without one only the introducer goes, the words stay.
    "|(?:\x1b[\\]PX^_]|[\x90\x98\x9d-\x9f])"
    "(?:[^\x07\x1b\x90\x98\x9c-\x9f\n]*+(?:\x07|\x1b\\\\|\x9c))?"
    # Short ones; of an ESC that begins none, only it goes and the letter after it stays.
    "|\x1b(?:[ -/]++[0-~]|[78=>c\\\\DEHMNOZno|}~])?"
)
_INTRODUCERS = re.compile("[\x1b\x90\x98\x9b\x9d-\x9f]")


def strip_sequences(text: str) -> str:
    """Return text without control sequences; single control characters stay."""
    return _SEQUENCES.sub("", text) if _INTRODUCERS.search(text) else text
