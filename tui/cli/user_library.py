"""The user's own library, for commands; importing this opens nothing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.cli.progress_bar import ProgressBar
from tui.cli.user_store import opened_store, tell

if TYPE_CHECKING:
    from inquit.model.engine import AnalysisSetup
    from inquit.service.library.access import Library
    from inquit.service.library.own_work import OwnWork


def enabled_library(setup: AnalysisSetup) -> Library:
    """Return the user's library; what is wrong with its settings is told.

    Raises:
        InputError: it is switched off.
    """
    from inquit.service.library.access import user_library
    from inquit.service.library.searching import require_enabled

    library = user_library(setup, tell)
    for complaint in library.settings.complaints:
        tell(complaint)
    require_enabled(library)
    return library


def own_work() -> OwnWork:
    """Return what the reader wrote; nothing is made for it.

    Raises:
        StoreError: the store cannot be read.
    """
    from inquit.service.library.own_work import take_own_work

    with opened_store(make=False) as store:
        return take_own_work(store)


def bring_up_to_date(library: Library, own: OwnWork) -> int:
    """Index what was kept since the last time, with progress, and return how many articles.

    Raises:
        StoreError: the index cannot be written.
    """
    from inquit.service.library.catching_up import catch_up

    with ProgressBar(1) as bar:
        done = library.use(
            lambda index: catch_up(
                library, index, own, progress=lambda count, total: bar.part_done(count / total)
            )
        )
    return done.put


def is_watched() -> bool:
    """Tell whether somebody sees standard error."""
    return sys.stderr is not None and sys.stderr.isatty()
