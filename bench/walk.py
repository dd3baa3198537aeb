"""Draw the walks: what one does in the reader, picture by picture, as SVG files.

The first is a newcomer's first minute; the others show one thing each.

Run twice it writes the same files.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from textual.pilot import Pilot

from bench.picture import reader_on, settle
from inquit.model.article import Article, ArticleId, article_of
from inquit.service.analysis import Analyst
from inquit.service.library.access import Library
from inquit.service.pages import KeptPages
from inquit.store.pages.kept_texts import store_text
from tui.reader.app import ReaderApp
from tui.services.opening import open_article

REFERENCE = "seed:pentagon-readout"
DRAFT = """Two calls before a strike

“The answer is no,” President Joe Biden said when he was asked about nuclear sites.

“If I were in their shoes, I'd be thinking about better options than striking oilfields,” \
Biden said.

The Secretary “reaffirmed ironclad support for Israel's right to defend itself,” said Lloyd Austin.

Israel's current plans are “still somewhat more aggressive than what the White House \
prefers,” said Pat Ryder.

“Nobody on the call spoke of the weather,” Ryder said."""
"""A draft of our own wording, with what goes wrong with quotations."""

DAY = date(2026, 11, 28)
"""The day that the pictures show."""

SIZE, THEME = (112, 34), "night"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One picture of the walk.

    Attributes:
        name: of its file.
        caption: what it shows, in one line.
        keys: what is pressed since the picture before.
    """

    name: str
    caption: str
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """Pictures that belong together.

    Attributes:
        folder: where they go.
        title: of the page that shows them.
        steps: the pictures, in order.
        draft: whether the article that is open is the draft, and the sample one that was read.
    """

    folder: Path
    title: str
    steps: tuple[Step, ...]
    draft: bool = False


_FIRST_MINUTE = (
    Step(
        name="open",
        caption="`inquit seed:pentagon-readout`: the article, and beside it everybody who speaks.",
    ),
    Step(
        name="jump",
        caption="`n` goes from quote to quote; the panel tells who says it, and why that is sure.",
        keys=("n", "n"),
    ),
    Step(
        name="copy",
        caption="`y` copies the quote with who said it, ready to paste.",
        keys=("y",),
    ),
    Step(
        name="note",
        caption="`m` bookmarks the quote, `e` writes a note on its source; Esc keeps it.",
        keys=("a", "m", "e", *"Who was on the call?"),
    ),
    Step(
        name="correct",
        caption="`c` sets right what is wrong: another source, a name, a role, not a quote.",
        keys=("escape", "c"),
    ),
    Step(
        name="filter",
        caption="`/` in the sidebar narrows it, by name, by words and by kind.",
        keys=("escape", "tab", "slash", *"biden"),
    ),
    Step(
        name="find",
        caption="`/` in the text finds words as one types; every hit is marked beside it.",
        keys=("enter", "escape", "escape", "slash", *"israel"),
    ),
    Step(
        name="overview",
        caption="`i` shows each source's share of the quoted words, and where each one speaks.",
        keys=("escape", "i"),
    ),
)


_VERIFYING = (
    Step(
        name="verdicts",
        caption="`&` looks for every quotation of the open article in all that you have read.",
        keys=("ampersand",),
    ),
    Step(
        name="another",
        caption="Here the very words are another's: the panel says whose, and where.",
        keys=("down",),
    ),
    Step(
        name="indirect",
        caption="And these stand there without quotation marks, as indirect speech.",
        keys=("down",),
    ),
    Step(
        name="source",
        caption="`o` opens the article that has it, at the place.",
        keys=("up", "up", "o"),
    ),
)

_STORIES = (
    Step(
        name="pick",
        caption="`z` puts the current quote into a story; which one is asked once.",
        keys=("n", "n", "z", *"Call with Gallant"),
    ),
    Step(
        name="added",
        caption="From then on `z` alone does it, for quotes, selections and the sidebar's rows.",
        keys=("enter", "n", "n", "n", "z"),
    ),
    Step(
        name="stories",
        caption="`Z` lists the stories.",
        keys=("Z",),
    ),
    Step(
        name="items",
        caption="Enter shows what is in one: `J` and `K` reorder, `e` writes a note, `x` removes.",
        keys=("enter", "J"),
    ),
)

WALKS = (
    Walk(folder=Path("docs/walk"), title="A walk in a minute", steps=_FIRST_MINUTE),
    Walk(
        folder=Path("docs/walk-verification"),
        title="Did they say so?",
        steps=_VERIFYING,
        draft=True,
    ),
    Walk(folder=Path("docs/walk-stories"), title="Gathering a story", steps=_STORIES),
)


async def draw(walk: Walk, folder: Path) -> dict[str, str]:
    """Return the pictures of a walk as SVG, by the steps' names.

    Args:
        walk: what to do.
        folder: an empty one, for what the reader writes.
    """
    sample = open_article(REFERENCE)
    article = article_of(DRAFT, origin="draft.txt") if walk.draft else sample
    library = _remembering(sample, folder) if walk.draft else None
    app = reader_on(article, folder, THEME, library)
    pictures = {}
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        for step in walk.steps:
            await _do(step, app, pilot)
            picture = app.export_screenshot(title=f"inquit: {step.name}", simplify=True)
            pictures[step.name] = steady(picture, step.name)
    return pictures


def _remembering(article: Article, folder: Path) -> Library:
    """Return a library that has an article, which was read before."""
    held = replace(article, id=ArticleId(f"sha256:{article.text_digest}"), origin=article.id)
    library = Library(pages=KeptPages(folder), cache=folder / "cache")
    store_text(held, library.pages)
    library.analyses.put(held, Analyst().analyse(held))
    return library


async def _do(step: Step, app: ReaderApp, pilot: Pilot[int]) -> None:
    for key in step.keys:
        await pilot.press(key)
        await settle(app, pilot)


def steady(picture: str, name: str) -> str:
    """Return a picture whose ids tell its name and not its content, so that changes stay small.

    It was drawn on the same day, whichever that was.
    """
    today = datetime.now(UTC).astimezone().date()
    for form in ("%Y-%m-%d", "%d&#160;%b", "%d %b"):
        picture = picture.replace(f"{today:{form}}", f"{DAY:{form}}")
    return re.sub(r"terminal-\d+", f"terminal-{name}", picture)


def page(walk: Walk) -> str:
    """Return a walk as Markdown, a caption and a picture a step."""
    lines = [f"# {walk.title}", "", "Made by `make walk` from the real program.", ""]
    for number, step in enumerate(walk.steps, start=1):
        lines += [f"{number}. {step.caption}", "", f"   ![{step.name}]({step.name}.svg)", ""]
    return "\n".join(lines)


def main() -> None:
    """Write the pictures and the pages that show them."""
    # As over SSH: what the walk copies must leave the clipboard of this machine alone.
    os.environ["SSH_TTY"] = "none"
    for walk in WALKS:
        with tempfile.TemporaryDirectory() as folder:
            pictures = asyncio.run(draw(walk, Path(folder)))
        walk.folder.mkdir(parents=True, exist_ok=True)
        for name, picture in pictures.items():
            (walk.folder / f"{name}.svg").write_text(picture, "utf-8")
        (walk.folder / "README.md").write_text(page(walk), "utf-8")
        sys.stdout.write(f"wrote {len(pictures)} pictures to {walk.folder}\n")


if __name__ == "__main__":
    main()
