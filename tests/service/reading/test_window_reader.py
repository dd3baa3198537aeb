"""Windows in order, whoever reads them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import numpy as np

from inquit.attribution.window_reading import WindowReading, decode_reading
from inquit.attribution.windows import Window, windows_of
from inquit.model.article import Article, article_of
from inquit.service.reading.second_process import AHEAD, SecondProcess
from inquit.service.reading.window_reader import WindowReader
from inquit.store.window_readings import WindowReadings

ARTICLE = article_of("The sea was calm that night beside the wall.\n" * 2_000)
WINDOWS = list(windows_of(ARTICLE))


def reading_of(window: Window, reader: str) -> WindowReading:
    return WindowReading(
        arrays={"start": np.array(window.span.start), "reader": np.array(reader, str)}
    )


class Here:
    """Reads in this process, and can be made to stop."""

    def __init__(self) -> None:
        self.read: list[int] = []

    def __call__(self, window: Window) -> WindowReading:
        self.read.append(window.span.start)
        return reading_of(window, "here")


class FakeSecond:
    """A second process that reads what it was given when it is looked at, or has ended."""

    def __init__(self, *, ends_after: int = 1_000) -> None:
        self.outstanding: list[int] = []
        self.ready, self.closed = True, False
        self.read: list[int] = []
        self.ends_after = ends_after
        self.given = -1

    def takes(self, number: int) -> bool:
        return number > self.given and len(self.outstanding) < AHEAD

    def give(self, number: int) -> None:
        assert number > self.given
        self.given = number
        self.outstanding.append(number)

    def results(self, seconds: float = 0.0) -> list[tuple[int, bytes]]:
        if len(self.read) >= self.ends_after:
            raise EOFError
        if not self.outstanding or not seconds:
            return []
        number = self.outstanding.pop(0)
        self.read.append(number)
        return [(number, reading_of(WINDOWS[number], "second").encoded())]

    def close(self) -> None:
        self.closed = True


def reader(
    here: Here, second: FakeSecond | None = None, kept: WindowReadings | None = None
) -> WindowReader:
    return WindowReader(
        here, decode_reading, kept=kept, second=lambda: cast("SecondProcess | None", second)
    )


def in_order(read: WindowReader, article: Article = ARTICLE) -> Iterator[str]:
    """Yield who read each window, having seen that each comes with its own reading."""
    expected = iter(WINDOWS)
    for step in read.readings(windows_of(article)):
        if step is not None:
            window, reading = step
            assert window == next(expected)
            assert int(reading.arrays["start"]) == window.span.start
            yield str(reading.arrays["reader"])
    assert next(expected, None) is None


def test_one_process_reads_all_in_order() -> None:
    here = Here()
    assert list(in_order(reader(here))) == ["here"] * len(WINDOWS)
    assert here.read == [window.span.start for window in WINDOWS]


def test_two_processes_read_each_window_once() -> None:
    here, second = Here(), FakeSecond()
    who = list(in_order(reader(here, second)))
    assert who.count("second") == len(second.read) > 0
    assert who.count("here") == len(here.read) > 0
    assert len(here.read) + len(second.read) == len(WINDOWS)
    assert second.closed


def test_what_a_second_process_leaves_unread_is_read_here() -> None:
    for after in (0, 1, 2):
        here, second = Here(), FakeSecond(ends_after=after)
        assert list(in_order(reader(here, second))).count("second") == after
        assert second.closed


def test_what_was_read_before_is_not_read_again(tmp_path: Path) -> None:
    first, kept = Here(), WindowReadings(tmp_path, ARTICLE, "1", "m")
    steps = in_order(reader(first, kept=kept))
    for _ in range(4):
        next(steps)
    steps.close()
    then = Here()
    again = list(in_order(reader(then, kept=WindowReadings(tmp_path, ARTICLE, "1", "m"))))
    assert again == ["here"] * len(WINDOWS)
    assert first.read + then.read == [window.span.start for window in WINDOWS]


def test_what_the_second_process_read_is_kept_too(tmp_path: Path) -> None:
    list(in_order(reader(Here(), FakeSecond(), WindowReadings(tmp_path, ARTICLE, "1", "m"))))
    then = Here()
    list(in_order(reader(then, kept=WindowReadings(tmp_path, ARTICLE, "1", "m"))))
    assert then.read == []


def test_a_kept_reading_that_cannot_be_read_is_made_anew(tmp_path: Path) -> None:
    kept = WindowReadings(tmp_path, ARTICLE, "1", "m")
    kept.add(0, b"nothing that anybody could read")
    here = Here()
    list(in_order(reader(here, kept=kept)))
    assert here.read == [window.span.start for window in WINDOWS]


def test_where_nothing_can_be_kept_all_is_read_and_that_is_told(tmp_path: Path) -> None:
    (tmp_path / "readings").write_text("in the way")
    here = Here()
    read = reader(here, kept=WindowReadings(tmp_path, ARTICLE, "1", "m"))
    assert len(list(in_order(read))) == len(WINDOWS)
    assert read.warning is not None


def test_a_reader_that_is_given_up_ends_the_second_process() -> None:
    second = FakeSecond()
    steps = reader(Here(), second).readings(windows_of(ARTICLE))
    next(steps)
    del steps
    assert second.closed
