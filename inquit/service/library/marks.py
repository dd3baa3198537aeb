"""Words as they are shown on one line, in quotation marks where they are quoted."""

from __future__ import annotations


def put_in_marks(words: str, kind: str) -> str:
    """Return words in quotation marks if they are a direct quote and have none yet.

    Args:
        words: as `quoted_words` gives them: of several quotations each has its own marks.
        kind: of the quote: direct, indirect or mixed.
    """
    if kind != "direct" or words.startswith(("“", "‘")):
        return words
    return f"“{words}”"
