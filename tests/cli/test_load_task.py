"""What is waited for: told how far it is, and left to itself when it is wanted no more."""

from __future__ import annotations

import _thread
import threading

import pytest

from inquit.errors import CancelledError, InputError
from inquit.model.progress import PAGES, PARTS
from tui.services.load_task import LoadTask


def test_how_far_it_is_is_told_in_a_few_words() -> None:
    told: list[tuple[str, int]] = []
    errand = LoadTask(
        "a name of more than thirty-two characters", lambda *given: told.append(given)
    )
    lines = [errand.line()]
    for what, amount in ((PARTS, 3), (PAGES, 1200), ("port.example", 0), ("port.example", 1025)):
        errand.progress(what, amount)
        lines.append(errand.line())
    opening = "Opening a name of more than thirty-two… …"
    assert lines[:3] == [opening, opening, f"{opening} page 1,200"]
    assert lines[3:] == ["Fetching port.example …", "Fetching port.example … 2 kB"]
    assert told[0] == (PARTS, 3)


def test_what_a_thread_finds_or_raises_comes_back() -> None:
    assert LoadTask().run(lambda errand: errand.cancelled()) is False
    with pytest.raises(InputError, match="no such"):
        LoadTask().run(_fail)
    with pytest.raises(TimeoutError):
        LoadTask().run(_time_out)


def _fail(_: LoadTask) -> None:
    raise InputError("no such thing")


def _time_out(_: LoadTask) -> None:
    raise TimeoutError


def test_a_thread_that_does_not_answer_is_left_to_itself() -> None:
    begun, go = threading.Event(), threading.Event()
    errand = LoadTask()

    def wait(_: LoadTask) -> None:
        begun.set()
        go.wait(10)

    threading.Thread(target=lambda: begun.wait(10) and errand.stop()).start()
    with pytest.raises(CancelledError):
        errand.run(wait)
    assert not go.is_set()
    go.set()


def test_an_interrupt_ends_the_wait_and_the_errand() -> None:
    go, errand = threading.Event(), LoadTask()

    def wait(_: LoadTask) -> None:
        _thread.interrupt_main()
        go.wait(10)

    with pytest.raises(KeyboardInterrupt):
        errand.run(wait)
    assert errand.cancelled()
    go.set()
