"""A long text in a pane: what is drawn first, and what a change of the width leaves."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.strip import Strip

from inquit.model.article import article_of
from widgets.article_pane import ArticlePane
from widgets.source_colours import PlainColours

WORDS = "The harbour opens on Monday, the council said, and closes in October. " * 40


class Watched(ArticlePane):
    """Keeps every picture of itself."""

    pictures: list[str]

    def render_lines(self, crop: Region) -> list[Strip]:
        lines = super().render_lines(crop)
        self.pictures.append("\n".join(line.text for line in lines))
        return lines


class Showing(App[None]):
    def compose(self) -> ComposeResult:
        self.pane = Watched(PlainColours())
        self.pane.pictures = []
        yield self.pane

    def on_mount(self) -> None:
        self.pane.show(article_of(WORDS.strip()))


async def test_the_first_picture_has_the_text() -> None:
    app = Showing()
    async with app.run_test():
        assert "The harbour opens" in app.pane.pictures[0]


async def test_the_first_picture_of_another_width_has_the_text_wrapped_for_it() -> None:
    app = Showing()
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.pictures.clear()
        await pilot.resize_terminal(40, 24)
        await pilot.pause()
        shown = " ".join(app.pane.pictures[0].split())
        assert shown.startswith("The harbour opens")
        assert shown in WORDS
