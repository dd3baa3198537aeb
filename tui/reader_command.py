"""Opens the reader: on references as `inquit FILE` does, on feeds as `inquit feeds read` does."""

from __future__ import annotations

from collections.abc import Sequence

from tui.opening import prepare_reader, prepare_terminal


def read(references: Sequence[str], model: str) -> int:
    """Run the reader until the user leaves it.

    Args:
        references: paths, `-` or `seed:NAME`; of several, the user picks.
        model: a spaCy pipeline's name or folder.

    Returns:
        The exit code.

    Raises:
        InputError: there is no terminal, or no article of that name.
    """
    for reference in references:
        prepare_reader(reference)
    from tui.running import run_reader  # a mistake should not wait for its imports

    return run_reader(references, model)


def read_feeds(model: str) -> int:
    """Run the reader on the feeds that are followed until the user leaves it.

    Args:
        model: a spaCy pipeline's name or folder.

    Returns:
        The exit code.

    Raises:
        InputError: there is no terminal.
    """
    prepare_terminal()
    from tui.running import run_feeds

    return run_feeds(model)
