"""The progress bar: on a terminal only, and gone at the end."""

from __future__ import annotations

import io

import pytest

from tui.cli import progress_bar as progress
from tui.cli.progress_bar import ProgressBar


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_nothing_is_drawn_where_there_is_no_terminal() -> None:
    stream = io.StringIO()
    with ProgressBar(3, stream) as bar:
        bar.part_done(0.5)
        bar.article_done()
    assert stream.getvalue() == ""


def test_the_share_of_all_articles_is_drawn_and_erased(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_APART", 0.0)
    stream = _Terminal()
    with ProgressBar(4, stream) as bar:
        bar.article_done()
        bar.part_done(0.5)
    assert " 38% 1/4" in stream.getvalue()
    assert stream.getvalue().endswith("\r\x1b[K")


def test_drawing_is_bounded_in_rate() -> None:
    stream = _Terminal()
    with ProgressBar(1, stream) as bar:
        for part in range(10_000):
            bar.part_done(part / 10_000)
    assert stream.getvalue().count("█") < 300
