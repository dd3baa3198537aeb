"""Opens the reader on a reference: what `inquit FILE` and `inquit open FILE` do."""

from __future__ import annotations

from tui.opening import prepare_reader


def read(reference: str, model: str) -> int:
    """Run the reader until the user leaves it.

    Args:
        reference: a path, `-` or `seed:NAME`.
        model: a spaCy pipeline's name or folder.

    Returns:
        The exit code.

    Raises:
        InputError: there is no terminal, or no article of that name.
    """
    prepare_reader(reference)
    from tui.running import run_reader  # a mistake should not wait for its imports

    return run_reader(reference, model)
