"""Textual calls what is named `key_NAME` or `_key_NAME` for the key NAME: nothing else may be."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator

from textual.message_pump import MessagePump

import tui
import widgets
from inquit.model.article import Article
from tui.reader.app import ReaderApp
from tui.services.dependencies import ReaderServices

_LOOKED_UP = re.compile("_?key_")
_MOST_PARAMETERS = 1
"""A handler takes the event, or nothing."""


def handles_keys(value: object) -> bool:
    """Tell whether Textual can call something, bound to its object, for a key."""
    if not inspect.isroutine(value):
        return False
    parameters = inspect.signature(value).parameters.values()
    return sum(each.default is each.empty for each in parameters) <= _MOST_PARAMETERS


def mistaken_for_handlers(node: MessagePump) -> Iterator[str]:
    """Yield the attributes of an object that Textual would call for a key, and must not."""
    for name in dir(node):
        if _LOOKED_UP.match(name) and not handles_keys(getattr(node, name)):
            yield f"{type(node).__qualname__}.{name}"


def our_classes() -> Iterator[type[MessagePump]]:
    for package in (tui, widgets):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for _, each in inspect.getmembers(
                importlib.import_module(module.name), inspect.isclass
            ):
                if issubclass(each, MessagePump) and _ours(each):
                    yield each


def _ours(each: type) -> bool:
    return each.__module__.startswith(("tui.", "widgets."))


def test_no_attribute_of_a_class_is_mistaken_for_a_key_handler() -> None:
    classes = set(our_classes())
    assert ReaderApp in classes
    names = [
        f"{each.__qualname__}.{name}"
        for each in classes
        for name, value in inspect.getmembers(each)
        if _LOOKED_UP.match(name) and not (inspect.isfunction(value) and _bound(value))
    ]
    assert names == []


def _bound(function: object) -> bool:
    """Tell whether a method of a class can be called for a key."""
    assert inspect.isfunction(function)
    return len(inspect.signature(function).parameters) <= 1 + _MOST_PARAMETERS


async def test_no_attribute_of_a_running_reader_is_mistaken_for_a_key_handler(
    desk: ReaderServices, article: Article
) -> None:
    app = ReaderApp(desk, article)
    async with app.run_test(size=(120, 40)) as pilot:
        for keys in ("", "?", "i", "nc", "ne", "o", "I", "nM"):
            await pilot.press(*keys)
            await pilot.pause()
            on_screen = [node for screen in app.screen_stack for node in screen.walk_children()]
            nodes = [node for node in (app, *app.screen_stack, *on_screen) if _ours(type(node))]
            assert len(nodes) > 2
            assert [name for node in nodes for name in mistaken_for_handlers(node)] == []
            await pilot.press("escape", "escape")


async def test_at_sign_typed_in_the_reader_does_nothing(
    desk: ReaderServices, article: Article
) -> None:
    app = ReaderApp(desk, article)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("@", "n")
        await pilot.pause()
        assert app.is_running
        assert app.screen.reading.current is not None
