"""What the reader gathers for a story: a named, ordered collection.

An item has its own copy of what it shows, so that it reads the same whatever becomes of the
article; its target finds the passage again, as that of a bookmark does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from inquit.model.annotation import SourceKey, Target

StoryId = NewType("StoryId", str)
StoryItemId = NewType("StoryItemId", str)


class StoryItemKind(StrEnum):
    """What an item was when it was added."""

    QUOTE = "quote"
    PASSAGE = "passage"
    BOOKMARK = "bookmark"
    NOTE = "note"
    SOURCE = "source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A collection by its name; times are aware and in UTC."""

    id: StoryId
    name: str
    created: datetime
    modified: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """Where words were published, as the article said when they were added; empty if it did not.

    Attributes:
        title: the headline.
        site: the publication.
        published: the date as the article gave it.
        address: where it is: of a page its address, of a file its path.
    """

    title: str = ""
    site: str = ""
    published: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryItem:
    """Something in a story.

    Attributes:
        id: its id.
        story_id: the story.
        kind: what it is.
        place: by which items are ordered; of two alike the older comes first.
        words: what it shows: of a quote with its quotation marks, of a note its text, of a source
            nothing.
        speaker: who is credited, or what source it is; empty where that is open.
        role: title or function of the speaker, or empty.
        about: the source that it is on, as notes name it; None where there is none.
        target: the passage; None for notes and sources.
        publication: where it was published.
        note: what the reader wrote to it.
        created: when it was added, aware and in UTC.
        modified: when the note was changed last, likewise.
    """

    id: StoryItemId
    story_id: StoryId
    kind: StoryItemKind
    place: int
    words: str = ""
    speaker: str = ""
    role: str = ""
    about: SourceKey | None = None
    target: Target | None = None
    publication: Publication = Publication()
    note: str = ""
    created: datetime
    modified: datetime
