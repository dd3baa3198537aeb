"""The context that tells a passage from every other place in its text."""

from __future__ import annotations

import re
from collections import Counter

from inquit.model.span import Span

CONTEXT = 32
"""Code points kept on either side of a passage at least."""

NEAR_END = 16
"""Code points by which a side goes on to the end of the passage's paragraph, if that is so near."""

MOST_CONTEXT = 640
"""Code points kept at most, where a look-alike is the same for that long."""

SHORT = 24
"""Code points below which a passage is short."""

_MOST_TWINS = 500  # places with the same words; those further on in the text count no more
_MOST_WORDS = 64  # words of a passage that are looked for elsewhere
_WORD = re.compile(r"\w+")
_FULL = re.compile(r"\S")
_BREAK = re.compile(r"\n\s*")


def context_of(text: str, start: int, end: int, *, names_one: bool = False) -> tuple[str, str]:
    """Return what stands before and after a passage, on either side enough to know it by.

    That is all of its paragraph at least. Where that does not say who said it, or the passage is
    short, the paragraph beside it is kept too. Where the same words stand elsewhere, either side
    goes on until it differs from what stands there.

    Args:
        text: the text.
        start: where the passage begins, in code points.
        end: where it ends.
        names_one: whether its paragraph says by name who said it.
    """
    before, after = _to_ends(text, start, end)
    passage, twin, count = text[start:end], -1, 0
    if not names_one or end - start < SHORT:
        wide = _to_neighbours(text, start, end)
        before, after = max(before, wide[0]), max(after, wide[1])
    while passage.strip() and count < _MOST_TWINS and (twin := text.find(passage, twin + 1)) >= 0:
        count += 1
        if twin != start:
            wide = _to_neighbours(text, start, end)
            before = max(before, wide[0], _count_shared_before(text, start, twin) + 1)
            after = max(after, wide[1], _count_shared_after(text, end, twin + len(passage)) + 1)
    return text[max(0, start - before) : start], text[end : end + after]


def reaches_end(context: str) -> bool:
    """Tell whether the text ended where a context that was kept of it does.

    Otherwise it goes on to a paragraph's end, or has as many code points as are kept at most, or,
    in earlier records, at least.
    """
    short = CONTEXT < len(context) < MOST_CONTEXT and "\n" not in context
    return len(context) < CONTEXT or short


def reaches_neighbour(context: str) -> bool:
    """Tell whether a context goes through the paragraph beside the passage's own, or to the end.

    Earlier records kept less. Theirs are never longer than `CONTEXT` and `NEAR_END`, and end
    with the passage's paragraph if they are longer than `CONTEXT`.
    """
    size = len(context)
    ended = size > CONTEXT and not context.endswith("\n")
    two = len(_BREAK.findall(context)) > 1
    return two or reaches_end(context) or ended or size > CONTEXT + NEAR_END


def twin_share(text: str, start: int, end: int) -> float:
    """Return how much of a passage stands at another place of its text, from 0 to 1.

    That is the share of the passage's words which stand there in the same order and at the same
    distances; of a long passage the first words are looked at. An odd word put in between costs
    no more than itself.

    Args:
        text: the text.
        start: where the passage begins, in code points.
        end: where it ends.
    """
    words = [match[0].casefold() for match in _WORD.finditer(text, start, end)][:_MOST_WORDS]
    if not words:
        return 1.0
    places: dict[str, list[int]] = {word: [] for word in words}
    first = len(_WORD.findall(text[:start]))
    for number, match in enumerate(_WORD.finditer(text)):
        word = match[0].casefold()
        if word in places and not first <= number < first + len(words):
            places[word].append(number)
    votes: Counter[int] = Counter()
    for index, word in enumerate(words):
        votes.update({near for place in places[word] for near in _around(place - index)})
    return min(1.0, max(votes.values(), default=0) / len(words))


def frame_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where a passage with the whole words beside it in its paragraph begins and ends.

    Args:
        text: the text, its paragraphs separated by line feeds.
        start: where the passage begins, in code points.
        end: where it ends.
    """
    first = max(text.rfind("\n", 0, start) + 1, start - CONTEXT)
    last = text.find("\n", end, end + CONTEXT)
    last = min(end + CONTEXT, len(text)) if last < 0 else last
    while 0 < first < start and text[first - 1 : first + 1].isalnum():
        first += 1
    while end < last < len(text) and text[last - 1 : last + 1].isalnum():
        last -= 1
    return first, last


def is_told_apart(text: str, start: int, end: int, inquit: Span) -> bool:
    """Tell whether a passage's inquit is in its paragraph, and no other paragraph is the same.

    Args:
        text: the text, its paragraphs separated by line feeds.
        start: where the passage begins, in code points.
        end: where it ends.
        inquit: the words that say who said it.
    """
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    paragraph = Span(first, len(text) if last < 0 else last)
    beside = inquit.end <= start or end <= inquit.start
    if not beside or not paragraph.encloses(inquit) or not len(inquit):
        return False
    return text.split("\n").count(paragraph.of(text)) <= 1


def _to_ends(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the distances from a passage to the ends of its own paragraph."""
    last = text.find("\n", end)
    before = start - max(0, text.rfind("\n", 0, start))
    after = (last + 1 if last >= 0 else len(text)) - end
    return _count_kept(before), _count_kept(after)


def _to_neighbours(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the distances from a passage to the far ends of the neighbouring paragraphs."""
    own = len(text[: text.rfind("\n", 0, start) + 1].rstrip())
    before = start - max(0, text.rfind("\n", 0, own))
    gap = text.find("\n", end)
    words = _FULL.search(text, gap) if gap >= 0 else None
    last = text.find("\n", words.start()) if words is not None else -1
    after = (last + 1 if last >= 0 else len(text)) - end
    return _count_kept(before), _count_kept(after)


def _count_kept(distance: int) -> int:
    return min(max(distance, CONTEXT), MOST_CONTEXT)


def _around(start: int) -> tuple[int, int]:
    return start, start + 1


def _count_shared_before(text: str, one: int, other: int) -> int:
    """Return how many code points before two places are the same, MOST_CONTEXT at most."""
    most = min(one, other, MOST_CONTEXT)
    shared = 0
    while shared < most and text[one - shared - 1] == text[other - shared - 1]:
        shared += 1
    return shared


def _count_shared_after(text: str, one: int, other: int) -> int:
    """Return how many code points after two places are the same, MOST_CONTEXT at most."""
    most = min(len(text) - max(one, other), MOST_CONTEXT)
    shared = 0
    while shared < most and text[one + shared] == text[other + shared]:
        shared += 1
    return shared
