"""The name by which linking knows an extraction."""

from inquit.attribution.extraction import Extraction as Report

__all__ = ["Report"]
