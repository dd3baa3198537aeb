"""What the reader looks like."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.app.test_reader import Reader
from tui.app import ReaderApp


@pytest.mark.parametrize(
    ("theme", "size", "keys"),
    [
        ("night", (80, 24), ("n", "tab")),
        ("newsprint", (120, 40), ("n", "n", "m")),
        ("night", (200, 60), ("n", "n", "N")),
    ],
)
def test_looks_as_before(
    snap_compare: Callable[..., bool], desk, article, theme: str, size: tuple[int, int], keys
) -> None:
    app = ReaderApp(desk, article)
    app.theme = theme

    async def prepare(pilot) -> None:
        at_work = Reader(app, pilot)
        await at_work.settle()
        await at_work.press(*keys)

    assert snap_compare(app, terminal_size=size, run_before=prepare)
