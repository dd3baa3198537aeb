"""Opens the reader: on references as `inquit FILE` does, on feeds as `inquit feeds read` does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.services.opening import prepare_terminal, require_article, terminal_takes_reader
from tui.terminal.exit_codes import USER_MISTAKE
from tui.terminal.gc_scheduling import postpone_collections

if TYPE_CHECKING:
    from inquit.model.annotation import Target
    from inquit.model.engine import AnalysisSetup


def read(references: Sequence[str], setup: AnalysisSetup) -> int:
    """Run the reader until the user leaves it; print the articles where nobody could read in it.

    Args:
        references: paths, `-` or `seed:NAME`; of several, the user picks.
        setup: what to analyse with.

    Returns:
        The exit code.

    Raises:
        InputError: there is no terminal to take keys from, or no article of that name.
    """
    for reference in references:
        require_article(reference)
    if not terminal_takes_reader():
        from tui.cli.plain_command import print_plain

        return USER_MISTAKE if print_plain(references, setup) else 0
    prepare_terminal()
    postpone_collections()
    from tui.reader.start_reader import run_reader  # a mistake should not wait for its imports

    return run_reader(references, setup)


def read_recent(setup: AnalysisSetup) -> int:
    """Run the reader on the list of the articles that were opened last, and the samples.

    Args:
        setup: what to analyse with.

    Returns:
        The exit code.

    Raises:
        InputError: there is no terminal to take keys from.
    """
    prepare_terminal()
    from tui.reader.start_reader import run_recent

    return run_recent(setup)


def read_marked(target: Target, setup: AnalysisSetup) -> int:
    """Run the reader on an article, at a passage that is marked in it.

    Args:
        target: the passage.
        setup: what to analyse with.

    Returns:
        The exit code.

    Raises:
        InputError: there is no terminal, or the article cannot be had.
    """
    prepare_terminal()
    from tui.reader.start_reader import run_marked

    return run_marked(target, setup)


def read_feeds(setup: AnalysisSetup) -> int:
    """Run the reader on the feeds that are followed until the user leaves it.

    Args:
        setup: what to analyse with.

    Returns:
        The exit code.

    Raises:
        InputError: there is no terminal.
    """
    prepare_terminal()
    from tui.reader.start_reader import run_feeds

    return run_feeds(setup)
