"""Screens are composed: none inherits from more than a few classes of ours."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import pytest
from textual.screen import Screen

import tui
from tui.dialogs.feeds import FeedsScreen
from tui.reader.palette import Palette
from tui.reader.screen import ReaderScreen

OURS = ("inquit", "tui", "widgets", "themes", "seeds")
MOST = 3


def all_screens() -> Iterator[type[Screen[object]]]:
    for module in pkgutil.walk_packages(tui.__path__, "tui."):
        members = vars(importlib.import_module(module.name)).values()
        yield from (each for each in members if inspect.isclass(each) and issubclass(each, Screen))


def is_ours(each: type) -> bool:
    return each.__module__.partition(".")[0] in OURS


SCREENS = sorted(filter(is_ours, set(all_screens())), key=lambda each: each.__name__)


def test_all_screens_are_looked_at() -> None:
    assert {FeedsScreen, Palette, ReaderScreen} < set(SCREENS)


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_has_at_most_three_classes_of_ours_in_its_order_of_bases(
    screen: type[Screen[object]],
) -> None:
    ours = [each.__name__ for each in screen.__mro__ if is_ours(each)]
    assert len(ours) <= MOST, ours
