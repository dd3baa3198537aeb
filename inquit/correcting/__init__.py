"""What the reader set right, laid over what the engine found; values in, values out."""

from __future__ import annotations

from inquit.correcting.overlay import Corrected, corrected
from inquit.correcting.wording import told

__all__ = ["Corrected", "corrected", "told"]
