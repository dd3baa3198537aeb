"""What holds for all tests."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

_LONGEST = ("themes/test_on_screen", "app/test_hostile_", "_model.py", "store/test_processes")
"""Parts of the paths of tests that take many seconds each."""


def pytest_configure() -> None:
    """Let SIGINT interrupt, though what starts tests in the background has it ignored."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # No analyser stays after a test, nor does one meet the user's: there is no folder for it.
    os.environ["INQUIT_RUNTIME_DIR"] = os.devnull


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that no worker is left with it at the end."""
    items.sort(key=lambda item: not any(part in item.path.as_posix() for part in _LONGEST))


@pytest.fixture
def runtime_folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a runtime folder of the test's own; its path is short, as those of sockets must be."""
    with tempfile.TemporaryDirectory() as folder:
        monkeypatch.setenv("INQUIT_RUNTIME_DIR", folder)
        yield Path(folder)
