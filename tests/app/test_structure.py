"""Headings, lists, block quotes and links look like themselves."""

from __future__ import annotations

from types import SimpleNamespace

from rich.style import Style
from textual.geometry import Offset

from tests.app.structured import structured
from tests.app.test_reader import Reader, reader


def style_of(at_work: Reader, words: str) -> Style:
    """Return how some words on the screen look."""
    pane = at_work.screen.panes.text
    for y in range(pane.size.height):
        for segment in pane.render_line(y):
            if words in segment.text and segment.style is not None:
                return segment.style
    raise AssertionError(words)


async def test_headings_have_weight_and_shape(desk) -> None:
    async with reader(desk, structured()) as at_work:
        style = style_of(at_work, "What changes")
        assert (style.bold, style.underline) == (True, True)
        assert any("▪ Cranes" in line for line in at_work.lines())
        assert style_of(at_work, "Cranes").bold


async def test_items_quotes_and_captions_have_their_signs(desk) -> None:
    async with reader(desk, structured()) as at_work:
        page = "\n".join(at_work.lines())
        for words in ("• Ferries", "◦ Only", "12. Cargo", "│ It has been", "┊ pier = 7"):
            assert words in page
        assert style_of(at_work, "A crane over the harbour").italic


async def test_links_are_underlined(desk) -> None:
    async with reader(desk, structured()) as at_work:
        assert style_of(at_work, "the port said").underline
        assert not style_of(at_work, "after a winter").underline


async def test_the_mouse_points_at_the_words_of_an_indented_line(desk) -> None:
    async with reader(desk, structured()) as at_work:
        pane = at_work.screen.panes.text
        y = next(y for y, line in enumerate(at_work.lines()) if "Ferries" in line)
        x = pane.render_line(y).text.index("Ferries")
        pointed = SimpleNamespace(get_content_offset=lambda _: Offset(x, y))
        article = structured()
        assert pane._offset_under(pointed) == article.text.index("Ferries")  # type: ignore[arg-type]
