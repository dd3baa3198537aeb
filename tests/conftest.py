"""What holds for all tests."""

from __future__ import annotations

import signal


def pytest_configure() -> None:
    """Let SIGINT interrupt, though what starts tests in the background has it ignored."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
