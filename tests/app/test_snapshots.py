"""What the reader looks like: three sizes of terminal, each in a dark and in a light theme."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.app.conftest import workers_done
from tests.app.structured import structured
from tests.app.test_reader import Reader
from tui.reader.app import ReaderApp

SIZES = {"80x24": (80, 24), "120x40": (120, 40), "200x60": (200, 60)}
KEYS = {
    "80x24": ("n", "tab"),
    "120x40": ("n", "n", "m", "slash", *"crane"),
    "200x60": ("n", "n", "N"),
}
"""What is pressed before: the sidebar over the text, a search, a quote with its details."""


@pytest.mark.parametrize("theme", ["night", "newsprint"])
@pytest.mark.parametrize("size", SIZES)
def test_looks_as_before(
    snap_compare: Callable[..., bool], desk, article, theme: str, size: str
) -> None:
    app = ReaderApp(desk, article)
    app.theme = theme

    async def prepare(pilot) -> None:
        at_work = Reader(app, pilot)
        await at_work.settle()
        await at_work.press(*KEYS[size])
        searches = [worker for worker in app.workers if worker.group == "finding"]
        await workers_done(app, searches)
        await pilot.pause()

    assert snap_compare(app, terminal_size=SIZES[size], run_before=prepare)


@pytest.mark.parametrize(
    ("theme", "size", "keys"),
    [("night", (80, 24), ()), ("newsprint", (120, 40), ("l", "down"))],
)
def test_structure_looks_as_before(
    snap_compare: Callable[..., bool], desk, theme: str, size: tuple[int, int], keys
) -> None:
    app = ReaderApp(desk, structured())
    app.theme = theme

    async def prepare(pilot) -> None:
        at_work = Reader(app, pilot)
        await at_work.settle()
        await at_work.press(*keys)

    assert snap_compare(app, terminal_size=size, run_before=prepare)
