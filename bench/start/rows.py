"""A figure beside its bar and its aim."""

from __future__ import annotations

from dataclasses import dataclass

HEAD = "| | measured | bar | aim | |\n|---|---|---|---|---|"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the table; the less, the better.

    Attributes:
        title: what was measured, against what.
        value: the figure, or None where there is nothing yet that could be measured.
        bar: what it must not exceed, or None where it only explains another one.
        aim: what it should not exceed.
        unit: what the figures count; empty for ratios.
        note: how it came about.
    """

    title: str
    value: float | None
    bar: float | None = None
    aim: float | None = None
    unit: str = ""
    note: str = ""

    def __str__(self) -> str:
        """Return the line."""
        cells = (self._figure(self.value), self._figure(self.bar), self._figure(self.aim))
        remarks = "; ".join(filter(None, (self._verdict(), self.note)))
        return f"| {self.title} | {' | '.join(cells)} | {remarks} |"

    def _figure(self, figure: float | None) -> str:
        if figure is None:
            return "–"
        digits = 0 if self.unit in ("MB", "ms") else 2
        return f"{figure:.{digits}f} {self.unit}".rstrip()

    def _verdict(self) -> str:
        if self.value is None or self.bar is None:
            return ""
        if self.value > self.bar:
            return "**misses the bar**"
        return "reaches the aim" if self.aim is not None and self.value <= self.aim else "holds"
