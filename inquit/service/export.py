"""Articles and quotes as text, for files, pipes and the clipboard: `inquit.export` as it stands."""

from __future__ import annotations

from inquit.export import FORMATS
from inquit.export.markdown import escaped, quoted
from inquit.export.plain import SEPARATOR, Manner, told

__all__ = ["FORMATS", "SEPARATOR", "Manner", "escaped", "quoted", "told"]
