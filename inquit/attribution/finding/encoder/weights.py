"""The trained encoders, read once: the standard one of this package, the deep of another."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from zipfile import BadZipFile

import numpy as np

from inquit.attribution.finding.encoder.network import PairModel, model_of
from inquit.attribution.finding.encoder.packing import Packed
from inquit.attribution.finding.encoder.wordpieces import WordpieceSplitter
from inquit.errors import ModelError
from inquit.model.engine import Engine

VOCABULARY = "vocabulary.txt"
SUFFIX = ".npz"
"""Of the files of weights; there may be several, each with other arrays or rows of one."""
DEEP_PACKAGE = "inquit_deep"
NO_DEEP_WEIGHTS = (
    "the weights of the deep engine are not installed: train and install them as "
    "models/deep/README.md says, or use the standard engine"
)
ROWS = "#"
"""What stands between the name of an array and the number of a part of its rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoder:
    """A trained model and what cuts text into its wordpieces."""

    model: PairModel
    splitter: WordpieceSplitter


@lru_cache(maxsize=2)
def load_encoder(engine: Engine = Engine.STANDARD) -> Encoder:
    """Return a trained encoder.

    Raises:
        ModelError: the deep engine is not installed, or a file is missing or damaged.
    """
    if engine is Engine.STANDARD:
        return read_encoder(files(__package__))
    try:
        folder = files(DEEP_PACKAGE)
    except ModuleNotFoundError as error:
        raise ModelError(NO_DEEP_WEIGHTS) from error
    if not any(one.name.endswith(SUFFIX) for one in folder.iterdir()):
        raise ModelError(NO_DEEP_WEIGHTS)
    return read_encoder(folder, distribution="inquit-deep")


def read_encoder(folder: Traversable, *, distribution: str = "inquit") -> Encoder:
    """Return the encoder whose weights and vocabulary lie in a folder.

    Args:
        folder: where they lie.
        distribution: what has to be installed anew where they are damaged.

    Raises:
        ModelError: a file is missing or damaged.
    """
    try:
        parts = [one for one in folder.iterdir() if one.name.endswith(SUFFIX)]
        model = model_of(read_arrays(parts))
        pieces = (folder / VOCABULARY).read_text("utf-8").splitlines()
        return Encoder(model=model, splitter=WordpieceSplitter(pieces))
    except (OSError, ValueError, KeyError, EOFError, BadZipFile, zlib.error) as error:
        raise ModelError(
            f"the engine's weights are damaged; install {distribution} anew"
        ) from error


def read_arrays(archives: Iterable[Traversable]) -> Mapping[str, Packed]:
    """Return the packed arrays of numpy archives; one that was cut by rows is joined again."""
    rows: dict[str, dict[int, Packed]] = {}
    for archive in archives:
        with archive.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            for key in stored.files:
                name, _, number = key.partition(ROWS)
                rows.setdefault(name, {})[int(number or 0)] = stored[key]
    return {
        name: np.concatenate([parts[at] for at in sorted(parts)]) if len(parts) > 1 else parts[0]
        for name, parts in rows.items()
    }
