"""What holds for all tests."""

from __future__ import annotations

import signal

import pytest

_LONGEST = ("themes/test_on_screen", "app/test_hostile_", "_model.py", "store/test_processes")
"""Parts of the paths of tests that take many seconds each."""


def pytest_configure() -> None:
    """Let SIGINT interrupt, though what starts tests in the background has it ignored."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that no worker is left with it at the end."""
    items.sort(key=lambda item: not any(part in item.path.as_posix() for part in _LONGEST))
