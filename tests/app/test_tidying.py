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
from tui.reader.controllers import analysis as analysing
from tui.terminal import gc_scheduling as tidying
from tui.terminal.gc_scheduling import make_full_collections_rare


class Ring:
    """Something that only a search for garbage takes away."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return the time, which only the test moves, and let timers go off soon."""
    now = [100.0]
    monkeypatch.setattr(tidying, "monotonic", lambda: now[0])
    monkeypatch.setattr(tidying, "PAUSE", 0.05)
    monkeypatch.setattr(analysing, "_keep_from_garbage_collection", lambda: None)
    return now


@contextmanager
def only_on_purpose() -> Iterator[None]:
    """Let nothing but a search on purpose find garbage."""
    before = gc.get_threshold()
    gc.set_threshold(0)
    try:
        yield
    finally:
        gc.set_threshold(*before)


async def test_garbage_goes_in_the_pause_after_keys_and_not_before(desk, article, clock) -> None:
    async with reader(desk, article) as at_work:
        with only_on_purpose():
            ring = weakref.ref(Ring())
            for _ in range(3):
                await at_work.press("j")
                await asyncio.sleep(0.2)
                assert ring() is not None
                clock[0] += 0.04
            clock[0] += 0.02
            await until(at_work, lambda: ring() is None)


async def test_nothing_is_searched_where_no_key_was_pressed(desk, article, clock) -> None:
    async with reader(desk, article):
        with only_on_purpose():
            ring = weakref.ref(Ring())
            clock[0] += 1
            await asyncio.sleep(0.3)
            assert ring() is not None


def test_full_searches_by_themselves_become_rare_and_partial_ones_do_not() -> None:
    before = gc.get_threshold()
    try:
        make_full_collections_rare()
        young, middle, old = gc.get_threshold()
        assert (young, middle) == before[:2]
        assert old >= 100
    finally:
        gc.set_threshold(*before)
