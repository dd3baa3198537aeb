"""The engines that find who said what: the same code with an encoder of another size."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Engine(StrEnum):
    """Which encoder reads: the small one that inquit brings, or the large one of inquit-deep."""

    STANDARD = "standard"
    DEEP = "deep"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisSetup:
    """What articles are analysed with.

    Attributes:
        model: a spaCy pipeline's name or folder.
        engine: which encoder reads.
    """

    model: str
    engine: Engine = Engine.STANDARD
