"""Draw the walk: what a newcomer does in the first minute, picture by picture, as SVG files.

Run twice it writes the same files.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot

from bench.picture import reader_on, settle
from tui.reader.app import ReaderApp

FOLDER = Path("docs/walk")
REFERENCE = "seed:pentagon-readout"
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


STEPS = (
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


async def draw(steps: Sequence[Step], folder: Path) -> dict[str, str]:
    """Return the pictures of a walk as SVG, by the steps' names.

    Args:
        steps: what to do, in order.
        folder: an empty one, for what the reader writes.
    """
    app = reader_on(REFERENCE, folder, THEME)
    pictures = {}
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        for step in steps:
            await _do(step, app, pilot)
            picture = app.export_screenshot(title=f"inquit: {step.name}", simplify=True)
            pictures[step.name] = steady(picture, step.name)
    return pictures


async def _do(step: Step, app: ReaderApp, pilot: Pilot[int]) -> None:
    for key in step.keys:
        await pilot.press(key)
        await settle(app, pilot)


def steady(picture: str, name: str) -> str:
    """Return a picture whose ids tell its name and not its content, so that changes stay small."""
    return re.sub(r"terminal-\d+", f"terminal-{name}", picture)


def page(steps: Sequence[Step]) -> str:
    """Return the walk as Markdown, a caption and a picture a step."""
    lines = ["# A walk in a minute", "", "Made by `make walk` from a sample article.", ""]
    for number, step in enumerate(steps, start=1):
        lines += [f"{number}. {step.caption}", "", f"   ![{step.name}]({step.name}.svg)", ""]
    return "\n".join(lines)


def main() -> None:
    """Write the pictures and the page that shows them."""
    # As over SSH: what the walk copies must leave the clipboard of this machine alone.
    os.environ["SSH_TTY"] = "none"
    with tempfile.TemporaryDirectory() as folder:
        pictures = asyncio.run(draw(STEPS, Path(folder)))
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, picture in pictures.items():
        (FOLDER / f"{name}.svg").write_text(picture, "utf-8")
    (FOLDER / "README.md").write_text(page(STEPS), "utf-8")
    sys.stdout.write(f"wrote {len(pictures)} pictures to {FOLDER}\n")


if __name__ == "__main__":
    main()
