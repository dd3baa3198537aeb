"""Draw the walk through the library: searching all that was read, and a dossier, as SVG files.

Run twice it writes the same files.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from textual.pilot import Pilot

from bench.picture import reader_on
from bench.walk import SIZE, THEME, Step, Walk, page, steady
from inquit.model.article import Article, article_of
from inquit.service.analysis import Analyst
from inquit.service.library.access import Library
from inquit.service.library.adding import add_article
from inquit.service.library.own_work import OwnWork
from inquit.service.pages import KeptPages
from tui.reader.app import ReaderApp
from tui.reader.recent_articles import list_recent_articles
from tui.services.library_executor import LibraryExecutor

FOLDER = Path("docs/walk-library")
_PAUSE = 0.6  # seconds for a search to come back and be drawn

ARTICLES = (
    (
        "Ferry company puts off new timetable",
        "The Herald",
        "2026-03-04",
        "The ferries keep their winter timetable until May. “We cannot promise a boat that has no "
        "crew,” said Ines Castro, a spokeswoman for the ferry company.\n"
        "Passengers had asked for two more boats a day. Castro said that the company was hiring.\n"
        "“Nobody told us,” a dock worker said.",
    ),
    (
        "Harbour strike enters second week",
        "Evening Post",
        "2026-05-12",
        "The strike at the harbour went into its second week. Ines Castro, the ferry company's "
        "spokeswoman, said that talks would begin on Friday. “There is no plan to close the "
        "northern line,” Castro said.\n"
        "“We will walk out again if the northern line is closed,” said Tom Hale, the head of the "
        "union.",
    ),
    (
        "Northern line to close in autumn",
        "The Herald",
        "2026-09-30",
        "The northern line closes in October. “There is no plan to close the northern line for "
        "good,” Mayor Ruth Adeyemi said. Ines Castro, a spokeswoman, said that the boats were "
        "too old. Passengers were told on Monday, a company official said.",
    ),
    (
        "School choir wins in Leeds",
        "Evening Post",
        "2026-06-02",
        "The choir of the harbour school won in Leeds. “They sang like never before,” said Ines "
        "Castro, a music teacher at the school.",
    ),
)

STEPS = (
    Step(
        name="begin",
        caption="`inquit` alone: a search over all that was read, with what was opened last.",
    ),
    Step(
        name="search",
        caption='`said:"northern line"` finds who spoke of it, by article, with who and when.',
        keys=tuple('said:"northern line"'),
    ),
    Step(
        name="open",
        caption="Enter opens the article at that quote; `,` goes back.",
        keys=("down", "down", "down", "enter"),
    ),
    Step(
        name="dossier",
        caption="`@` shows all that its source said, newest first, with roles and a bar of months.",
        keys=("at",),
    ),
    Step(
        name="same-words",
        caption="`w`: who else uses the same words.",
        keys=("w",),
    ),
    Step(
        name="not-the-same",
        caption="The music teacher has the same name and another role, so she is only “perhaps”: "
        "`x` says that she is not the same, and `u` takes that back.",
        keys=("G", "x"),
    ),
)


async def draw(folder: Path) -> dict[str, str]:
    """Return the pictures of the walk as SVG, by the steps' names.

    Args:
        folder: an empty one, for the library and for what the reader writes.
    """
    library = Library(pages=KeptPages(folder / "data"), cache=folder / "cache")
    analyst = Analyst(library.setup)
    articles = [_article(*each) for each in ARTICLES]
    for article in articles:
        add_article(article, library, OwnWork(), analyst.analyse)
    app = _reader(folder, library, articles)
    pictures = {}
    async with app.run_test(size=SIZE) as pilot:
        await _settle(pilot)
        for step in STEPS:
            await pilot.press(*step.keys)
            await _settle(pilot)
            picture = app.export_screenshot(title=f"inquit: {step.name}", simplify=True)
            pictures[step.name] = steady(picture, step.name)
    return pictures


def _article(title: str, site: str, day: str, text: str) -> Article:
    article = article_of(text, article_id=f"sha256:{title}")
    return replace(article, title=title, site=site, published=day)


def _reader(folder: Path, library: Library, articles: list[Article]) -> ReaderApp:
    app = reader_on(articles[0], folder / "store", THEME)
    state = app.services.state
    for article in articles[:2]:
        state.keep_recent(article.id, article.display_title)
    services = replace(
        app.services,
        kept=library.analyses.get,
        library=LibraryExecutor(lambda _: library),
        data=folder / "data",
    )
    begun = ReaderApp(services, None, list_recent_articles(state))
    begun.theme = THEME
    return begun


async def _settle(pilot: Pilot[int]) -> None:
    for _ in range(3):
        await pilot.pause(_PAUSE)


def main() -> None:
    """Write the pictures and the page that shows them."""
    # As over SSH: what the walk copies must leave the clipboard of this machine alone.
    os.environ["SSH_TTY"] = "none"
    with tempfile.TemporaryDirectory() as folder:
        pictures = asyncio.run(draw(Path(folder)))
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, picture in pictures.items():
        (FOLDER / f"{name}.svg").write_text(picture, "utf-8")
    walk = Walk(folder=FOLDER, title="All that was read", steps=STEPS)
    (FOLDER / "README.md").write_text(page(walk), "utf-8")
    sys.stdout.write(f"wrote {len(pictures)} pictures to {FOLDER}\n")


if __name__ == "__main__":
    main()
