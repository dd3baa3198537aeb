"""How quotes and sources look in a theme: one colour a source, one shape a kind of quote.

Colour is never the only sign: words reported indirectly are in italics, the current attribution is
bold and has a bar beside it, its cue is underlined.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style

from inquit.model.quotation import QuoteType
from themes.contrast import LEAST_CONTRAST, blend, legible

TINT, CURRENT_TINT = 0.09, 0.2
"""How much of its source's colour the ground of a quote takes on, from 0 to 1."""


class SourceColours:
    """The styles of quotes and names; `index` is a source's place among all, None unattributed."""

    def __init__(self, *, background: str, muted: str, sources: Sequence[str]) -> None:
        """Take a theme's colours, each ``#rrggbb``, and make them legible.

        Args:
            background: the ground that the article stands on.
            muted: what stands back, unattributed quotes among it.
            sources: the colours that sources take turns in.
        """
        self._background = background
        self._muted = on_its_tint(muted, background)
        self._sources = tuple(on_its_tint(colour, background) for colour in sources)
        self._quotes: dict[tuple[int | None, QuoteType, bool], Style] = {}

    def colour(self, index: int | None) -> str:
        """Return a source's colour as ``#rrggbb``."""
        return self._muted if index is None else self._sources[index % len(self._sources)]

    def name(self, index: int | None, *, unnamed: bool = False) -> Style:
        """Return the style of a source's name; one that the text does not name is in italics."""
        return Style(color=self.colour(index), italic=unnamed or None, bold=not unnamed or None)

    def bar(self, index: int | None) -> Style:
        """Return the style of the bar beside the current attribution and of the strip."""
        return Style(color=self.colour(index), bold=True)

    def quote(self, index: int | None, kind: QuoteType, *, current: bool) -> Style:
        """Return the style of a quote's words."""
        key = (index, kind, current)
        if key not in self._quotes:
            self._quotes[key] = self._quote(index, kind, current)
        return self._quotes[key]

    def cue(self) -> Style:
        """Return the style of the current attribution's cue."""
        return Style(underline=True, bold=True)

    def mention(self, index: int | None) -> Style:
        """Return the style of the current attribution's source span."""
        return Style(color=self.colour(index), bold=True, underline=True)

    def addressee(self) -> Style:
        """Return the style of those whom the current attribution's words were told to."""
        return Style(italic=True, underline=True)

    def _quote(self, index: int | None, kind: QuoteType, current: bool) -> Style:  # noqa: FBT001 - only called above
        colour = self.colour(index)
        tint = CURRENT_TINT if current else (0 if kind is QuoteType.INDIRECT else TINT)
        return Style(
            color=colour,
            bgcolor=blend(self._background, colour, tint) if tint else None,
            italic=kind is not QuoteType.DIRECT or None,
            bold=current or None,
        )


def on_its_tint(colour: str, background: str) -> str:
    """Return a colour that reads on a ground tinted with it; the tint moves along with it."""
    for _ in range(8):
        ground = blend(background, colour, CURRENT_TINT)
        moved = legible(colour, ground, LEAST_CONTRAST + 0.1)
        if moved == colour:
            break
        colour = moved
    return colour


class PlainColours(SourceColours):
    """The same for a terminal without true colour: its own six colours, and shapes.

    Nothing is reversed: what is selected and what is found is, and differs so on every quote.
    """

    _NAMES = ("red", "bright_blue", "green", "magenta", "yellow", "cyan")

    def __init__(self) -> None:
        super().__init__(background="#000000", muted="#ffffff", sources=("#ffffff",))

    def colour(self, index: int | None) -> str:
        """Return the name of one of the terminal's own colours."""
        return "default" if index is None else self._NAMES[index % len(self._NAMES)]

    def _quote(self, index: int | None, kind: QuoteType, current: bool) -> Style:  # noqa: FBT001 - only called above
        return Style(
            color=self.colour(index),
            italic=kind is not QuoteType.DIRECT or None,
            underline=kind is not QuoteType.INDIRECT or None,
            bold=current or None,
        )
