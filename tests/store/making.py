"""Records and faults for the tests of the store."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from inquit.model.annotation import (
    Bookmark,
    BookmarkId,
    Correction,
    CorrectionId,
    Note,
    NoteId,
    Target,
    TextPositionSelector,
    TextQuoteSelector,
    name_key,
)
from inquit.model.article import Article, ArticleId, article_of
from inquit.model.story import Publication, Story, StoryId, StoryItem, StoryItemId, StoryItemKind
from inquit.store.durability.files import Disk
from inquit.store.records.repository import Repository, new_id

START = datetime(2026, 3, 1, 12, tzinfo=UTC)


def note(body: str = "called back", *, name: str = "Ines Castro", at: int = 0) -> Note:
    moment = START + timedelta(seconds=at)
    return Note(
        id=NoteId(new_id()),
        about=name_key(name),
        about_name=name,
        body=body,
        tags=("port",),
        created=moment,
        modified=moment,
    )


def change_note(store: Repository, changed: Note) -> None:
    store.edit_note(changed.id, lambda _: changed)


def target(exact: str = "the port will open", article_id: str = "a.txt") -> Target:
    return Target(
        article_id=ArticleId(article_id),
        text_digest="0" * 64,
        position=TextPositionSelector(start=4, end=4 + len(exact)),
        quote=TextQuoteSelector(exact=exact, prefix="“", suffix="”"),
    )


def bookmark(label: str = "", *, article_id: str = "a.txt", at: int = 0) -> Bookmark:
    moment = START + timedelta(seconds=at)
    return Bookmark(
        id=BookmarkId(new_id()),
        target=target(article_id=article_id),
        created=moment,
        modified=moment,
        label=label,
    )


def correction(article_id: str = "a.txt") -> Correction:
    return Correction(
        id=CorrectionId(new_id()),
        target=target(article_id=article_id),
        action="source",
        values=(("name", "Ines Castro"),),
        created=START,
    )


def story(name: str = "Port", *, at: int = 0) -> Story:
    moment = START + timedelta(seconds=at)
    return Story(id=StoryId(new_id()), name=name, created=moment, modified=moment)


def story_item(
    held: Story, words: str = "“the port will open”", *, article_id: str = "a.txt", at: int = 0
) -> StoryItem:
    moment = START + timedelta(seconds=at)
    return StoryItem(
        id=StoryItemId(new_id()),
        story_id=held.id,
        kind=StoryItemKind.QUOTE,
        place=0,
        words=words,
        speaker="Ines Castro",
        role="mayor",
        about=name_key("Ines Castro"),
        target=target(article_id=article_id),
        publication=Publication(title="Port", site="Herald", published="2026", address=article_id),
        note="call back",
        created=moment,
        modified=moment,
    )


def article(text: str, article_id: str = "a.txt") -> Article:
    return article_of(text, article_id=article_id, origin=article_id)


def cut_short(file: Path, part: float) -> None:
    """Put in a file's place a new one that holds only a part of it, from 0 to nearly all."""
    data = file.read_bytes()
    beside = file.with_name("beside")
    beside.write_bytes(data[: int(len(data) * part * 0.999)])
    beside.replace(file)


class Crash(BaseException):
    """The process dies here: nothing after it is done but what the system does itself."""


OPERATIONS = (
    "create",
    "open_to_append",
    "write",
    "make_hold",
    "cut",
    "sync",
    "replace",
    "link",
    "sync_folder",
)
"""The file operations that change something and can fail."""


class FailingDisk(Disk):
    """A disk whose operations fail as told.

    Attributes:
        error: what fails with; None lets all succeed.
        names: the operations that fail.
        within: only paths inside this folder fail, where an operation is given a path.
        countdown: operations that still succeed.
    """

    def __init__(self) -> None:
        self.error: BaseException | None = None
        self.names: tuple[str, ...] = OPERATIONS
        self.within: Path | None = None
        self.countdown = 0
        self._inside: set[int] = set()

    def fail(self, code: int, *names: str, within: Path | None = None, countdown: int = 0) -> None:
        self.error = OSError(code, os.strerror(code))
        self.names, self.within, self.countdown = names or OPERATIONS, within, countdown

    def crash(self, countdown: int) -> None:
        self.error, self.names, self.within, self.countdown = Crash(), OPERATIONS, None, countdown

    def heal(self) -> None:
        self.error = None

    def check(self, name: str, args: tuple[Any, ...]) -> None:
        if self.error is None or name not in self.names or not self._is_within(args):
            return
        if self.countdown > 0:
            self.countdown -= 1
            return
        raise self.error

    def _is_within(self, args: tuple[Any, ...]) -> bool:
        if self.within is None:
            return True
        paths = [arg for arg in args if isinstance(arg, Path)]
        if paths:
            return any(path.is_relative_to(self.within) for path in paths)
        return args[0] in self._inside


def _wrapped(name: str) -> Callable[..., Any]:
    def operation(self: FailingDisk, *args: Any) -> Any:
        self.check(name, args)
        result = getattr(Disk, name)(self, *args)
        if name in {"create", "open_to_append", "open_again"}:
            inside = self.within is not None and args[0].is_relative_to(self.within)
            (self._inside.add if inside else self._inside.discard)(result)
        return result

    return operation


for _name in (*OPERATIONS, "open_again"):
    setattr(FailingDisk, _name, _wrapped(_name))


class FullDisk(Disk):
    """A disk that takes so many bytes more, and then no more."""

    def __init__(self, room: int) -> None:
        self.room = room

    def write(self, descriptor: int, data: bytes) -> None:
        part = data[: self.room]
        super().write(descriptor, part)
        self.room -= len(part)
        if len(part) < len(data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
