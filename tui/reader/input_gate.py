"""Screens that cannot always take keys: what is typed meanwhile waits for them."""

from __future__ import annotations

from typing import Generic, TypeVar

from textual.await_complete import AwaitComplete
from textual.geometry import Offset
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

_T = TypeVar("_T")


class GatedScreen(Screen[_T], Generic[_T]):
    """A screen whose keys the app holds back as long as `takes_keys` is false.

    A class that starts with `takes_keys` false takes keys once its widgets are drawn and one of
    them has the focus.
    """

    class Ready(Message):
        """The screen takes keys again."""

    takes_keys = True

    def on_mount(self) -> None:
        """Take keys once everything is there."""
        if not self.takes_keys:
            self.call_after_refresh(self.take_keys)

    def take_keys(self) -> None:
        """Take the keys that were held back, and all that follow."""
        self.takes_keys = True
        self.post_message(self.Ready())

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """Return what is at a cell, or nothing where a widget has just been removed."""
        widget, offset = super().get_widget_and_offset_at(x, y)
        removed = widget is not None and widget is not self and widget.parent is None
        return (None, None) if removed else (widget, offset)

    def dismiss(self, result: _T | None = None) -> AwaitComplete:
        """End with a result, unless the screen has ended or another one lies over it.

        Enter may be pressed twice before the first is handled; the second must end nothing else.
        """
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()
