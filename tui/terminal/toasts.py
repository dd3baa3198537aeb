"""Shows a message that comes again while it is on the screen once, with a count."""

from __future__ import annotations

from collections.abc import Iterable

from textual.message import Message
from textual.notifications import Notification


class HintTaken(Message):
    """The user followed a hint that is on the screen, which can therefore go."""

    def __init__(self, words: str) -> None:
        """Take words that the hint contains."""
        super().__init__()
        self.words = words


class Toasts:
    """Counts how often a message has come while it is on the screen."""

    def __init__(self) -> None:
        self._counted: dict[str, tuple[str, int]] = {}

    def take_place(self, new: Notification, shown: Iterable[Notification]) -> list[Notification]:
        """Add the count to a message, and return the messages that it replaces.

        Args:
            new: what is about to be shown; its text gets the count.
            shown: what is on the screen already.
        """
        said, kept, alike = new.message, {}, []
        times = 1
        for each in shown:
            words, count = self._counted.get(each.identity, (each.message, 1))
            if (words, each.severity) == (said, new.severity):
                alike.append(each)
                times += count
            else:
                kept[each.identity] = words, count
        self._counted = {**kept, new.identity: (said, times)}
        if times > 1:
            new.message = f"{said} ({times}×)"
        return alike
