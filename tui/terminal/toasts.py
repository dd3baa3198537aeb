"""Messages that come again while they are still on the screen: shown once, with how often."""

from __future__ import annotations

from collections.abc import Iterable

from textual.message import Message
from textual.notifications import Notification


class HintTaken(Message):
    """The reader did what a message on the screen told of, which can go."""

    def __init__(self, words: str) -> None:
        """Take words that the message has in it."""
        super().__init__()
        self.words = words


class Toasts:
    """Counts how often the words of a message have been told."""

    def __init__(self) -> None:
        self._told: dict[str, tuple[str, int]] = {}

    def take_place(self, new: Notification, shown: Iterable[Notification]) -> list[Notification]:
        """Let a message tell how often it has come, and return those that it takes the place of.

        Args:
            new: what is about to be shown; its words get a count.
            shown: what is on the screen.
        """
        said, kept, alike = new.message, {}, []
        times = 1
        for each in shown:
            words, count = self._told.get(each.identity, (each.message, 1))
            if (words, each.severity) == (said, new.severity):
                alike.append(each)
                times += count
            else:
                kept[each.identity] = words, count
        self._told = {**kept, new.identity: (said, times)}
        if times > 1:
            new.message = f"{said} ({times}×)"
        return alike
