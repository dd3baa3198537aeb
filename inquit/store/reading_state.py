"""Remembers what the reader could do without: places in articles, theme, widths.

It is not the user's work, so a file that cannot be read counts as none.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from string import ascii_letters
from typing import Any, Self

from inquit.errors import StoreWriteError
from inquit.model.annotation import Target
from inquit.model.article import ArticleId
from inquit.store.durability.files import Disk, describe_error, make_private, write_whole
from inquit.store.durability.json_text import read_roughly
from inquit.store.field_codec import (
    Document,
    decode_target,
    decode_time,
    encode_target,
    encode_time,
)

SCHEMA_VERSION = 1

MOST_ARTICLES = 1000
"""Articles whose position and marks are remembered; those read longest ago are forgotten first."""

MOST_RECENT = 50
"""Articles that are offered as opened lately; the history goes on behind them."""

MOST_IN_HISTORY = 1000
"""Articles that are remembered as opened at all."""

Preference = str | int | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recent:
    """An article that was opened: what opens it again, its title, and when it was opened last.

    The time is aware and in UTC; None where it is not known.
    """

    reference: str
    title: str
    opened: datetime | None = None


class ReadingState:
    """Positions and preferences in one small file of a folder."""

    def __init__(self, path: Path, *, disk: Disk | None = None) -> None:
        self._path = path
        self._disk = disk or Disk()
        self._positions: dict[str, int] = {}
        self._texts: dict[str, str] = {}
        self._marks: dict[str, dict[str, Document]] = {}
        self._preferences: dict[str, Preference] = {}
        self._recent: dict[str, Document] = {}

    @classmethod
    def open(cls, folder: Path, *, disk: Disk | None = None) -> Self:
        """Open what a folder remembers; nothing where there is no such file yet."""
        state = cls(folder / "reading-state.json", disk=disk)
        state._load()
        return state

    def position(self, article_id: ArticleId) -> int | None:
        """Return the last position in an article as a code point offset, or None."""
        return self._positions.get(article_id)

    def keep_position(self, article_id: ArticleId, offset: int, text_digest: str = "") -> None:
        """Remember a position.

        Args:
            article_id: the article.
            offset: code points into its text.
            text_digest: of its text, by which a file is known again that was moved.

        Raises:
            StoreWriteError: where it could not be written.
        """
        self._load()
        self._positions.pop(article_id, None)
        self._positions[article_id] = offset
        while len(self._positions) > MOST_ARTICLES:
            del self._positions[next(iter(self._positions))]
        self._texts[article_id] = text_digest
        self._texts = {name: self._texts.get(name, "") for name in self._positions}
        self._save("The position")

    def texts(self) -> Iterator[tuple[ArticleId, str]]:
        """Yield the articles that anything is remembered of, each with the digest of its text."""
        # Other threads look while this one writes.
        yield from (
            (ArticleId(name), digest) for name, digest in list(self._texts.items()) if digest
        )
        yield from self.marked_texts()

    def marked_texts(self) -> Iterator[tuple[ArticleId, str]]:
        """Yield the articles that have named marks, each with the digests of the marked texts."""
        for name, marks in list(self._marks.items()):
            for document in list(marks.values()):
                yield ArticleId(name), str(document.get("text_digest"))

    def relocate(self, old: Collection[ArticleId], new: ArticleId) -> None:
        """Remember of one article what is remembered of others.

        Of two positions the one in the article itself stays; a mark whose letter is taken there
        gets the first free one.

        Args:
            old: what the article was known by.
            new: what it is known by now.

        Raises:
            StoreWriteError: where it could not be written.
        """
        self._load()
        for article_id in old:
            position, digest = (
                self._positions.pop(article_id, None),
                self._texts.pop(article_id, ""),
            )
            if position is not None and new not in self._positions:
                self._positions[new], self._texts[new] = position, digest
            marks = self._marks.setdefault(new, {})
            for letter, document in self._marks.pop(article_id, {}).items():
                free = (other for other in (letter, *ascii_letters) if other not in marks)
                marks[next(free, letter)] = {**document, "article_id": new}
            self._recent.pop(article_id, None)
        self._marks = {name: marks for name, marks in self._marks.items() if marks}
        self._save("The new place")

    def forget(self, article_id: ArticleId) -> None:
        """Forget the position in an article, and that it was opened; named marks stay.

        Raises:
            StoreWriteError: where it could not be written.
        """
        self._load()
        held: tuple[dict[str, Any], ...] = (self._positions, self._texts, self._recent)
        for each in held:
            each.pop(article_id, None)
        self._save("That the article is forgotten")

    def marks(self, article_id: ArticleId) -> dict[str, Target]:
        """Return the named marks of an article by their letters; damaged ones are left out."""
        found = {}
        for letter, document in sorted(self._marks.get(article_id, {}).items()):
            try:
                found[letter] = decode_target(document)
            except (KeyError, TypeError, ValueError):
                continue
        return found

    def keep_mark(self, article_id: ArticleId, letter: str, target: Target | None) -> None:
        """Remember a named mark; None forgets it.

        Args:
            article_id: the article.
            letter: the mark's name.
            target: the passage that it is on.

        Raises:
            StoreWriteError: where it could not be written.
        """
        self._load()
        before = dict(self._marks)
        marks = dict(self._marks.pop(article_id, {}))
        marks.pop(letter, None)
        if target is not None:
            marks[letter] = encode_target(target)
        if marks:
            self._marks[article_id] = marks
        while len(self._marks) > MOST_ARTICLES:
            del self._marks[next(iter(self._marks))]
        try:
            self._save("The mark")
        except StoreWriteError:
            self._marks = before
            raise

    def preference(self, name: str) -> Preference:
        """Return a remembered choice, or None."""
        return self._preferences.get(name)

    def keep_preference(self, name: str, value: Preference) -> None:
        """Remember a choice; None forgets it.

        Raises:
            StoreWriteError: where it could not be written.
        """
        self._load()
        self._preferences.pop(name, None)
        if value is not None:
            self._preferences[name] = value
        self._save("The choice")

    def recent(self) -> tuple[Recent, ...]:
        """Return the articles that were opened lately, the last one first."""
        return self.history()[:MOST_RECENT]

    def history(self) -> tuple[Recent, ...]:
        """Return all articles that are remembered as opened, the last one first."""
        return tuple(
            Recent(
                reference=reference,
                title=str(held.get("title", "")),
                opened=_time_of(held.get("opened")),
            )
            for reference, held in reversed(list(self._recent.items()))
        )

    def keep_recent(self, reference: str, title: str) -> None:
        """Remember an article as the one opened last, now.

        Args:
            reference: what opens it again.
            title: what it is called.

        Raises:
            StoreWriteError: where it could not be written.
        """
        self._load()
        self._recent.pop(reference, None)
        self._recent[reference] = {"title": title, "opened": encode_time(datetime.now(UTC))}
        while len(self._recent) > MOST_IN_HISTORY:
            del self._recent[next(iter(self._recent))]
        self._save("The article")

    def _load(self) -> None:
        """Take what the file holds, which another window may have written, where it can be read."""
        try:
            document = read_roughly(self._disk.read(self._path))
        except (OSError, ValueError):
            return
        if isinstance(document, dict) and document.get("schema_version") == SCHEMA_VERSION:
            self._positions = {
                name: value for name, value in _items(document, "positions") if _is_offset(value)
            }
            self._texts = {
                name: value for name, value in _items(document, "texts") if isinstance(value, str)
            }
            self._marks = {
                name: {letter: mark for letter, mark in marks.items() if isinstance(mark, dict)}
                for name, marks in _items(document, "marks")
                if isinstance(marks, dict)
            }
            # Before there was a history, a title stood alone.
            self._recent = {
                name: {"title": value} if isinstance(value, str) else value
                for name, value in _items(document, "recent")
                if isinstance(value, str | dict)
            }
            self._preferences = {
                name: value
                for name, value in _items(document, "preferences")
                if isinstance(value, str | int | bool)
            }

    def _save(self, what: str) -> None:
        document = {
            "schema_version": SCHEMA_VERSION,
            "positions": self._positions,
            "texts": self._texts,
            "marks": self._marks,
            "preferences": self._preferences,
            "recent": self._recent,
        }
        try:
            make_private(self._path.parent)
            data = json.dumps(document, indent=1).encode()
            write_whole(self._disk, self._path, [data], durable=False)
        except OSError as error:
            raise StoreWriteError(f"{what} was not remembered: {describe_error(error)}") from error


def _items(document: dict[str, Any], name: str) -> list[tuple[str, Any]]:
    held = document.get(name)
    return list(held.items()) if isinstance(held, dict) else []


def _is_offset(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _time_of(value: object) -> datetime | None:
    try:
        return decode_time(value)
    except (TypeError, ValueError):
        return None
