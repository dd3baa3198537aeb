"""What a pull sheet has of each item of a story, whatever the format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inquit.model.printable import clean_line
from inquit.model.story import Story, StoryItem, StoryItemKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PullSheetEntry:
    """An item, and whether its words are still what its article has; empty where nothing is."""

    item: StoryItem
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PullSheet:
    """A story with what is in it, in order."""

    story: Story
    entries: Sequence[PullSheetEntry]


def describe_speaker(item: StoryItem) -> str:
    """Return who is credited, with the role; empty where nobody is."""
    parts = [item.speaker, item.role] if item.speaker else []
    return clean_line(", ".join(part for part in parts if part))


def describe_publication(item: StoryItem) -> str:
    """Return title, publication and date, as far as they are known."""
    where = item.publication
    parts = (where.title, where.site, where.published)
    return clean_line(", ".join(part for part in parts if part))


def is_quoted(item: StoryItem) -> bool:
    """Tell whether an item's words are somebody's, and not the reader's own."""
    return item.kind not in (StoryItemKind.NOTE, StoryItemKind.SOURCE)


def is_reported(item: StoryItem) -> bool:
    """Tell whether an item is a quote whose words are the article's and not the speaker's."""
    return item.kind is StoryItemKind.QUOTE and item.words[:1] not in tuple("“‘\"'«„")
