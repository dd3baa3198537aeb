"""What a reader can set right, by the names that the store keeps it under.

The store keeps actions and values as text: one of a later version, which this one does not know,
is kept and listed all the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from inquit.model.annotation import Correction
from inquit.model.span import Span


class Action(StrEnum):
    """What a correction does; its target is a quote, or for a source a quote of that source."""

    ATTRIBUTE = "attribute"
    UNATTRIBUTE = "unattribute"
    SPLIT = "split"
    MERGE = "merge"
    RENAME = "rename"
    ROLE = "role"
    SOURCE_KIND = "source-kind"
    NOT_A_QUOTE = "not-a-quote"
    TYPE = "type"
    ENDS = "ends"
    ADD = "add"


CREDITING = frozenset({Action.ATTRIBUTE, Action.UNATTRIBUTE, Action.ADD})
"""The actions that make a credit the reader's word, even where the engine says the same."""


ABOUT_SOURCES = frozenset({Action.MERGE, Action.RENAME, Action.ROLE, Action.SOURCE_KIND})
"""The actions on a source, wherever in the article it speaks."""


class Value(StrEnum):
    """The names of what a correction carries.

    An offset tells sources of one name apart: it is that of the source's first quote, in code
    points from the start of the correction's target. Parts are those of the quote as it was when it
    was corrected; content are those that it is given. Worded is how the source was told there;
    every is the same where the correction is about all quotes whose source is worded so.
    """

    SOURCE = "source"
    SOURCE_OFFSET = "source-offset"
    INTO = "into"
    INTO_OFFSET = "into-offset"
    NAME = "name"
    ROLE = "role"
    KIND = "kind"
    TYPE = "type"
    PARTS = "parts"
    CONTENT = "content"
    WORDED = "worded"
    EVERY = "every"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A correction that is not made yet: what to do where, with which values."""

    span: Span
    action: Action
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedCorrection:
    """A correction with where its passage is now.

    Attributes:
        correction: the correction.
        span: the place, or None where it is not found any more.
        to_check: whether the article changed there, so that it is not done until the reader says
            that it holds still.
    """

    correction: Correction
    span: Span | None
    to_check: bool = False

    @property
    def is_orphaned(self) -> bool:
        """Whether its passage is gone; one about a source may find it where it speaks else."""
        return self.to_check and self.span is None and not is_about_source(self.correction)


def action_of(correction: Correction) -> Action | None:
    """Return what a correction does; None for what only a later version knows."""
    return Action(correction.action) if correction.action in set(Action) else None


def is_about_source(correction: Correction) -> bool:
    """Tell whether a correction is about a source, wherever in the article it speaks."""
    return action_of(correction) in ABOUT_SOURCES


def values_of(correction: Correction) -> Mapping[str, str]:
    """Return what a correction carries, by name."""
    return dict(correction.values)
