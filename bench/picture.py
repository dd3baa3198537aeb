"""Draw the README's picture: the reader with a sample article and its real analysis, as SVG."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from textual.pilot import Pilot

from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch, as_single_batch
from inquit.model.span import Span
from inquit.service.analysis import Analyst
from inquit.service.library.access import Library
from inquit.store.reading_state import ReadingState
from inquit.store.records.repository import Repository
from tui.reader.app import ReaderApp
from tui.services.dependencies import ReaderServices
from tui.services.library_executor import LibraryExecutor
from tui.services.opening import open_article
from tui.services.store_executor import StoreExecutor

REFERENCE = "seed:pentagon-readout"
TARGET = Path("docs/reader.svg")
KEYS = ("n", "n", "m", "n", "n")


class _Finished:
    """An analysis made beforehand, so that the picture shows no progress."""

    def __init__(self, article: Article) -> None:
        self._batches = {article.text_digest: self._analyse(article)}

    def batches(
        self,
        article: Article,
        wanted: Callable[[], bool],  # noqa: ARG002
        visible: Callable[[], Span | None] = lambda: None,  # noqa: ARG002
    ) -> Iterator[AnalysisBatch]:
        """Yield the one batch."""
        yield self._batches.get(article.text_digest) or self._analyse(article)

    def close(self) -> None:
        """Nothing is open."""

    @staticmethod
    def _analyse(article: Article) -> AnalysisBatch:
        return as_single_batch(article, Analyst().analyse(article))


def reader_on(
    article: Article, folder: Path, theme: str, library: Library | None = None
) -> ReaderApp:
    """Return a reader with an article that is analysed already.

    Args:
        article: the article.
        folder: an empty one, for what the reader writes.
        theme: the theme's name.
        library: all that was read, or None for nothing.
    """
    os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")  # whoever runs this
    os.environ.pop("NO_COLOR", None)
    desk = ReaderServices(
        open_article=open_article,
        kept=lambda _: None,
        analyst=_Finished(article),
        store=StoreExecutor(lambda: Repository.open(folder)),
        state=ReadingState.open(folder),
        data=folder if library is not None else None,
        library=LibraryExecutor(lambda _: library) if library is not None else None,
    )
    app = ReaderApp(desk, article)
    app.theme = theme
    return app


async def settle(app: ReaderApp, pilot: Pilot[int]) -> None:
    """Wait until what a key set going is done, or a dialog is open, which waits for the reader."""
    for _ in range(2):
        while len(app.screen_stack) == 1 and any(
            not worker.is_finished
            for worker in app.workers
            if worker.group in ("analysis", "annotations", "finding", "copying", "opening")
        ):
            await pilot.pause(0.01)
        await pilot.pause()


async def draw(
    reference: str, keys: Sequence[str], folder: Path, *, size: tuple[int, int], theme: str
) -> str:
    """Return the reader's screen as SVG.

    Args:
        reference: the article.
        keys: what is pressed before the picture is taken.
        folder: an empty one, for what the reader writes.
        size: columns and lines.
        theme: the theme's name.
    """
    app = reader_on(open_article(reference), folder, theme)
    async with app.run_test(size=size) as pilot:
        await settle(app, pilot)
        for key in keys:
            await pilot.press(key)
            await settle(app, pilot)
        return app.export_screenshot(title="inquit", simplify=True)


def main() -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as folder:
        picture = asyncio.run(draw(REFERENCE, KEYS, Path(folder), size=(112, 36), theme="night"))
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(picture, "utf-8")
    sys.stdout.write(f"wrote {TARGET}\n")


if __name__ == "__main__":
    main()
