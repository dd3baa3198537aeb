"""Words for how sure the engine is."""

from __future__ import annotations

_WORDS = ((0.85, "sure"), (0.6, "likely"), (0.0, "unsure"))


def describe_confidence(confidence: float) -> str:
    """Return a word for a probability from 0 to 1."""
    return next(word for least, word in _WORDS if confidence >= least)
