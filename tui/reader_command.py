"""Opens the reader on references: what `inquit FILE` and `inquit open FILE` do."""

from __future__ import annotations

from collections.abc import Sequence

from tui.opening import prepare_reader


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
