"""Garbage is searched for in the pauses between keys."""

from __future__ import annotations

import asyncio
import gc
import weakref
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.app.test_drafts import until
from tests.app.test_reader import reader
from tui import tidying
from tui.tidying import search_rarely


class Ring:
    """Something that only a search for garbage takes away."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def short_pause(monkeypatch: pytest.MonkeyPatch) -> float:
    monkeypatch.setattr(tidying, "PAUSE", 0.2)
    return 0.2


@contextmanager
def only_on_purpose() -> Iterator[None]:
    """Let nothing but a search on purpose find garbage."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


async def test_garbage_goes_in_the_pause_after_keys_and_not_before(
    desk, article, short_pause
) -> None:
    async with reader(desk, article) as at_work:
        await asyncio.sleep(2 * short_pause)
        with only_on_purpose():
            ring = weakref.ref(Ring())
            for _ in range(8):
                await at_work.press("j")
                assert ring() is not None
                await asyncio.sleep(short_pause / 4)
            await until(at_work, lambda: ring() is None)


async def test_nothing_is_searched_where_no_key_was_pressed(desk, article, short_pause) -> None:
    async with reader(desk, article):
        await asyncio.sleep(2 * short_pause)
        with only_on_purpose():
            ring = weakref.ref(Ring())
            await asyncio.sleep(3 * short_pause)
            assert ring() is not None


def test_full_searches_by_themselves_become_rare_and_partial_ones_do_not() -> None:
    before = gc.get_threshold()
    try:
        search_rarely()
        young, middle, old = gc.get_threshold()
        assert (young, middle) == before[:2]
        assert old >= 100
    finally:
        gc.set_threshold(*before)
