"""Which first line is a headline."""

from __future__ import annotations

from inquit.model.pattern_at_need import pattern_at_need

_LONGEST = 160
_MOST_WORDS = 25
_ENDED = pattern_at_need(r"[.,;:…][\"'”’)\]]{0,2}$")
_SENTENCE = pattern_at_need(r"[.!?][\"'”’)\]]{0,3}$")
# A speaker's line, as against "LIVE: ferry hits pier".
_LABEL = pattern_at_need(r"(?:[QA]:\s|[A-Z][A-Za-z.'’ -]{1,40}:\s+[“\"‘'])")
_MARKER = pattern_at_need(r"(?:[-*+•‣–—>]|\(?\d{1,3}[.)])\s")


def headline_of(text: str) -> str | None:
    """Return the headline that a text begins with, or None.

    A headline is a short first line that does not end as a sentence, is no item of a list and no
    speaker's line, and is followed by at least one line that is longer and a sentence.

    Args:
        text: an article's text, whose paragraphs stand on one line each.
    """
    head, _, body = text.lstrip("\n").partition("\n")
    first = head.strip()
    if not _reads_as_headline(first):
        return None
    for line in body[: 64 * _LONGEST].split("\n"):
        following = line.strip()
        if len(following) > len(first) and (
            _SENTENCE.search(following[-6:]) or len(following) > _LONGEST
        ):
            return first
    return None


def _reads_as_headline(line: str) -> bool:
    """Tell whether a line could be a headline by its own look."""
    if not line or len(line) > _LONGEST or len(line.split()) > _MOST_WORDS:
        return False
    if _ENDED.search(line[-5:]) or _LABEL.match(line) or _MARKER.match(line):
        return False
    letter = next((character for character in line if character.isalpha()), None)
    return letter is not None and not letter.islower()
