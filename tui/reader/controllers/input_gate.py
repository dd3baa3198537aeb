"""Screens that cannot take keys now and then: what is typed meanwhile waits for them."""

from __future__ import annotations

from typing import Generic, TypeVar

from textual.await_complete import AwaitComplete
from textual.geometry import Offset
from textual.message import Message
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

_T = TypeVar("_T")


class Awaiting(Screen[_T], Generic[_T]):
    """Says whether it takes keys; as long as it does not, they are held back."""

    class Ready(Message):
        """The screen takes keys again."""

    takes_keys = True

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """Return what is at a cell; nothing where that has just been taken off the screen."""
        widget, offset = super().get_widget_and_offset_at(x, y)
        gone = widget is not None and widget is not self and widget.parent is None
        return (None, None) if gone else (widget, offset)

    def take_keys(self) -> None:
        """Take the keys that were held back, and all further ones."""
        self.takes_keys = True
        self.post_message(self.Ready())


class Once(Screen[_T], Generic[_T]):
    """Ends once: Enter pressed twice, faster than the first is seen to, ends nothing else."""

    def dismiss(self, result: _T | None = None) -> AwaitComplete:
        """End with a result, unless the screen has ended or another lies over it."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()


class Patient(Once[_T], Awaiting[_T], ModalScreen[_T], Generic[_T]):
    """A dialog that takes keys once its parts are there and one of them has the focus."""

    takes_keys = False

    def on_mount(self) -> None:
        """Take keys once all is there."""
        self.call_after_refresh(self.take_keys)
