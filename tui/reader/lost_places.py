"""What the article changed around, or what has no place in it any more, as a line tells it."""

from __future__ import annotations

from collections.abc import Mapping, Sized
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inquit.service.corrections import is_orphaned

if TYPE_CHECKING:
    from inquit.model.annotation import BookmarkId, CorrectionId
    from tui.reader.state import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class LostPlaces:
    """The records of an article that are not where they were made, by what became of them.

    Attributes:
        to_check: corrections that wait until the reader confirms them.
        orphaned: corrections whose passage is gone.
        changed: bookmarks whose passage, or what stands beside it, is not as it was.
        gone: bookmarks whose passage is gone.
    """

    to_check: frozenset[CorrectionId] = frozenset()
    orphaned: frozenset[CorrectionId] = frozenset()
    changed: frozenset[BookmarkId] = frozenset()
    gone: frozenset[BookmarkId] = frozenset()


def lost_places(reading: Reading) -> LostPlaces:
    """Return what of a reading's bookmarks and corrections is not where it was made."""
    waiting = [placed for placed in reading.corrections if placed.to_check]
    marks = reading.bookmarks
    return LostPlaces(
        to_check=frozenset(each.correction.id for each in waiting if not is_orphaned(each)),
        orphaned=frozenset(each.correction.id for each in waiting if is_orphaned(each)),
        changed=frozenset(each.bookmark.id for each in marks if each.span and each.changed),
        gone=frozenset(each.bookmark.id for each in marks if each.span is None),
    )


def describe_lost(now: LostPlaces, known: LostPlaces) -> str | None:
    """Return a line on what is to check or gone, and what lists it.

    A bookmark that was found again, though something changed there, is no reason for a line.

    Args:
        now: what there is.
        known: what the reader was told of before.

    Returns:
        The line, or None where there is nothing that the reader was not told of.
    """
    is_new = now.to_check - known.to_check or now.orphaned - known.orphaned or now.gone - known.gone
    if not is_new:
        return None
    sentences = (
        _sentence("Corrections", "C", {"to check": now.to_check, "orphaned": now.orphaned}),
        _sentence("Bookmarks", "B", {"changed": now.changed, "orphaned": now.gone}),
    )
    return " ".join(("The article changed.", *filter(None, sentences)))


def _sentence(what: str, key: str, ids: Mapping[str, Sized]) -> str:
    counts = [f"{len(those)} {state}" for state, those in ids.items() if those]
    return f"{what}: {', '.join(counts)}; {key} lists them." if counts else ""
