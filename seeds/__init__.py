"""The sample articles that inquit brings."""

from __future__ import annotations

from importlib.resources import files

_SUFFIX = ".txt"


def names() -> tuple[str, ...]:
    """Return the names of the sample articles, in alphabetical order."""
    found = (entry.name for entry in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in found if name.endswith(_SUFFIX)))


def read(name: str) -> bytes:
    """Return the bytes of a sample article.

    Raises:
        KeyError: where no sample has that name.
    """
    if name not in names():
        raise KeyError(name)
    return files(__name__).joinpath(name + _SUFFIX).read_bytes()
