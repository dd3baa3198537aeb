"""Start the reader: the article is on the screen before Textual is imported."""

from __future__ import annotations

import sys

from inquit.store.folders import config_dir
from inquit.store.reading_state import ReadingState
from tui.first_picture import draw_first_picture, take_away
from tui.opening import open_article


def run_reader(reference: str, model: str) -> int:
    """Open an article in the reader and return the exit code.

    Args:
        reference: a path, `-` or `seed:NAME`.
        model: a spaCy pipeline's name or folder.

    Raises:
        InputError: the article cannot be opened.
    """
    folder = config_dir()
    state = ReadingState.open(folder)
    article = open_article(reference)
    terminal = sys.__stderr__
    pictured = terminal is not None and draw_first_picture(article, state, terminal)
    started = False
    try:
        from tui.app import ReaderApp
        from tui.desk import user_desk

        desk = user_desk(model, state=state, config=folder)
        app = ReaderApp(desk, article)
        started = True
        app.run()
    finally:
        if pictured and not started and terminal is not None:
            take_away(terminal)
        if started:
            desk.analyst.close()
    return app.return_code or 0
