"""The engines that find who said what: the same code with an encoder of another size."""

from __future__ import annotations

from enum import StrEnum


class Engine(StrEnum):
    """Which encoder reads: the small one that inquit brings, or the large one of inquit-deep."""

    STANDARD = "standard"
    DEEP = "deep"
