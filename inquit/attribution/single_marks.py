"""Single quotation marks, told apart from apostrophes."""

from __future__ import annotations

import re
from typing import TypeAlias

from inquit.model.span import Span

OPENER = re.compile(r"(?:(?<=[\s(\[{—–\"“])|^)[‘'’‚`‹](?=[^\W_]|[£$€…(\[.\"“])")
CLOSER = re.compile(r"(?<=[^\s(\[{—–])['’‘›](?=$|[\s.,;:!?)\]}—–…\-\"”])")
ELIDED = re.compile(
    r".(?:\d0s|em|n|til|tis|twas|twere|cause|cos|bout|round|neath|gainst|cept|im|ere)\b",
    re.IGNORECASE,
)
"""Words that start with an apostrophe, and decades."""
CLIPPED = re.compile(r"(?:^|[^\w])(?:o|an|wi|th|ol|\w+in)['’](?=\s[a-z])", re.IGNORECASE)
"""Words that end with an apostrophe: "full o' mud", "nothin' new"."""
FINAL = frozenset(",.!?…—–-")


Stretch: TypeAlias = tuple[int, int, bool, bool]
"""Start and end of a quotation, marks included; whether it has an opening and a closing mark."""


def pair_single(text: str, taken: list[Span]) -> list[Stretch]:
    """Return (start, end, opened, closed) of the stretches between single quotation marks.

    Args:
        text: one paragraph.
        taken: the stretches between double marks, which are left alone.

    Returns:
        The stretches, marks included; one that is unclosed only where it starts the paragraph.
    """
    if not any(sign in text for sign in "'‘’‚‹"):
        return []
    openers = [m.start() for m in OPENER.finditer(text) if not _apostrophe(text, m.start())]
    closers = [m.start() for m in CLOSER.finditer(text)]
    openers = [at for at in openers if not any(at in span for span in taken)]
    closers = [at for at in closers if not any(at in span for span in taken)]
    closers = _without_clipped(text, closers)
    found: list[Stretch] = []
    end = 0
    for index, start in enumerate(openers):
        if start < end:
            continue
        bound = next((at for at in openers[index + 1 :] if _fresh(text, at)), len(text))
        close = _closer(text, start, bound, closers)
        if close is None:
            if start == 0 and text[0] in "‘'" and not taken:
                found.append((0, len(text), True, False))
                break
            continue
        end = close + 1
        whole = Span(start, end)
        if all(whole.encloses(span) for span in taken if span.overlaps(whole)):
            found.append((start, end, True, True))
    return found


def _without_clipped(text: str, closers: list[int]) -> list[int]:
    """Return the closers that end no clipped word, unless nothing else could close."""
    clipped = {match.end() - 1 for match in CLIPPED.finditer(text)}
    rest = [at for at in closers if at not in clipped]
    return rest or closers


def _apostrophe(text: str, at: int) -> bool:
    return bool(ELIDED.match(text, at)) and text[at] != "‘"


def _fresh(text: str, at: int) -> bool:
    """Tell whether an opening mark starts a quotation of its own, not one nested in another."""
    return text[at - 1 : at] == "" or text[:at].rstrip()[-1:] in FINAL | frozenset(":;’'")


def _closer(text: str, start: int, bound: int, closers: list[int]) -> int | None:
    """Return where the quotation opened at start ends: not at the apostrophe of a plural."""
    inside = [at for at in closers if start + 1 < at < bound]
    for index, at in enumerate(inside):
        if text[at - 1] not in "sS" or text[at - 1] in FINAL:
            return at
        later = [after for after in inside[index + 1 :] if text[after - 1] in FINAL]
        if not later or text[at + 1 : at + 2] in FINAL | {""}:
            return at
    return None
