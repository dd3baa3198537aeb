"""Compares two versions of an article, by paragraphs and within those by words."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inquit.model.article import Article
    from inquit.model.span import Span

ALIKE = 0.5
"""The least similarity, from 0 to 1, at which a paragraph counts as changed, not replaced."""

MOST_WORDS = 2000
"""Words in the longest paragraph that is compared word by word; longer ones are replaced."""


_AHEAD = 20
"""How many new paragraphs are searched for the changed form of an old one."""

_MOST_PARAGRAPHS = 3000
"""Paragraphs that are matched between the first change and the last; more count as replaced."""


class ChangeKind(StrEnum):
    """What happened to a paragraph."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A paragraph in the earlier and in the later text; None where it is missing from one."""

    kind: ChangeKind
    before: Span | None = None
    after: Span | None = None


def changes_between(before: Article, after: Article) -> tuple[Change, ...]:
    """Return what happened to every paragraph, in order.

    Args:
        before: the earlier text.
        after: the later one.
    """
    old = [span.of(before.text) for span in before.block_spans]
    new = [span.of(after.text) for span in after.block_spans]
    made: list[Change] = []
    for same, i, j, k, m in _stretches(old, new):
        spans = before.block_spans[i:j], after.block_spans[k:m]
        made.extend(_pair_equal(*spans) if same else _match_changed(*spans, old[i:j], new[k:m]))
    return tuple(made)


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Yield whether stretches of both are equal, and their ends; quick if little changed."""
    shorter = min(len(old), len(new))
    head = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    rest = shorter - head
    tail = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    yield True, 0, head, 0, head
    ends = len(old) - tail, len(new) - tail
    if max(ends) - head > _MOST_PARAGRAPHS:
        yield False, head, ends[0], head, ends[1]
    else:
        inner = SequenceMatcher(None, old[head : ends[0]], new[head : ends[1]], autojunk=False)
        for what, i, j, k, m in inner.get_opcodes():
            yield what == "equal", head + i, head + j, head + k, head + m
    yield True, ends[0], len(old), ends[1], len(new)


def _pair_equal(old: Sequence[Span], new: Sequence[Span]) -> Iterator[Change]:
    for before, after in zip(old, new, strict=True):
        yield Change(kind=ChangeKind.KEPT, before=before, after=after)


def _match_changed(
    old: Sequence[Span], new: Sequence[Span], old_words: Sequence[str], new_words: Sequence[str]
) -> Iterator[Change]:
    """Yield each old paragraph with the next similar new one; all others are added or removed."""
    place = 0
    for before, words in zip(old, old_words, strict=True):
        near = range(place, min(len(new), place + _AHEAD))
        like = next((n for n in near if _alike(words, new_words[n])), None)
        if like is None:
            yield Change(kind=ChangeKind.REMOVED, before=before)
            continue
        for after in new[place:like]:
            yield Change(kind=ChangeKind.ADDED, after=after)
        yield Change(kind=ChangeKind.CHANGED, before=before, after=new[like])
        place = like + 1
    for after in new[place:]:
        yield Change(kind=ChangeKind.ADDED, after=after)


def _alike(old: str, new: str) -> bool:
    from rapidfuzz.fuzz import ratio

    return ratio(old, new, score_cutoff=100 * ALIKE) > 0


def word_changes(old: str, new: str) -> Iterator[tuple[ChangeKind, str]]:
    """Yield stretches of two paragraphs with what happened to them.

    Args:
        old: the earlier paragraph.
        new: the later one.
    """
    before, after = old.split(), new.split()
    if max(len(before), len(after)) > MOST_WORDS:
        yield ChangeKind.REMOVED, old
        yield ChangeKind.ADDED, new
        return
    for what, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            yield ChangeKind.KEPT, " ".join(before[i:j])
            continue
        if j > i:
            yield ChangeKind.REMOVED, " ".join(before[i:j])
        if m > k:
            yield ChangeKind.ADDED, " ".join(after[k:m])


def move_offset(changes: Sequence[Change], offset: int) -> int:
    """Return the offset in the later text that matches one in the earlier text.

    Args:
        changes: what `changes_between` returned.
        offset: code points into the earlier text.
    """
    pairs = [(c.before.start, c.after) for c in changes if c.before and c.after]
    place = bisect_right([start for start, _ in pairs], offset) - 1
    if place < 0:
        return 0
    start, after = pairs[place]
    return min(after.end, after.start + offset - start)


def summarize_changes(changes: Sequence[Change]) -> str:
    """Describe how many paragraphs changed; empty if none did."""
    counts = Counter(change.kind for change in changes)
    kinds = (ChangeKind.CHANGED, ChangeKind.ADDED, ChangeKind.REMOVED)
    return ", ".join(f"{counts[kind]} {kind.value}" for kind in kinds if counts[kind])
