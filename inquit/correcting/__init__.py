"""The reader's corrections, applied to what the engine found; values in, values out."""

from __future__ import annotations

from inquit.correcting.actions import describe_correction
from inquit.correcting.overlay import CorrectedAnalysis, apply_corrections

__all__ = ["CorrectedAnalysis", "apply_corrections", "describe_correction"]
