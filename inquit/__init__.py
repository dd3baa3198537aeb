"""inquit: who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inquit.attribution.analyse import analyse as analyse

__version__ = "0.1.0"
__all__ = ["__version__", "analyse"]


def __getattr__(name: str) -> object:
    """Import the engine, and with it spaCy, only when somebody asks for it."""
    if name == "analyse":
        from inquit.attribution.analyse import analyse

        return analyse
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
