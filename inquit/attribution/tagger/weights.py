"""The trained weights that ship with the package."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from zipfile import BadZipFile

import numpy as np
from spacy.language import Language
from spacy.pipeline import Tok2Vec

from inquit.attribution.tagger.calibration import Calibration
from inquit.attribution.tagger.network import Network, network_of
from inquit.attribution.tagger.packing import unpacked
from inquit.attribution.tagger.table import Floats
from inquit.errors import ModelError

WEIGHTS = "weights.npz"
TRAINED_ON = ("en", "core_web_sm")
"""Language and start of the name of the pipeline whose vectors and labels the networks read."""
VECTOR = 96
"""Width of those vectors."""


def can_read(nlp: Language) -> bool:
    """Tell whether the networks understand what a pipeline writes into its Docs."""
    language, name = TRAINED_ON
    named = nlp.meta.get("lang") == language and str(nlp.meta.get("name")).startswith(name)
    tok2vec = dict(nlp.components).get("tok2vec")
    return named and isinstance(tok2vec, Tok2Vec) and tok2vec.model.maybe_get_dim("nO") == VECTOR


@lru_cache(maxsize=1)
def load_networks() -> tuple[tuple[Network, ...], Calibration]:
    """Return the trained networks and the calibration of their confidence, read once.

    Raises:
        ModelError: the packaged file is missing or damaged.
    """
    try:
        content = (files(__package__) / WEIGHTS).read_bytes()
        return read_networks(content)
    except (OSError, ValueError, KeyError, EOFError, BadZipFile, zlib.error) as error:
        raise ModelError("the engine's weights are damaged; install inquit anew") from error


def read_networks(content: bytes) -> tuple[tuple[Network, ...], Calibration]:
    """Return the networks and the calibration in an archive of numpy arrays."""
    with np.load(BytesIO(content), allow_pickle=False) as stored:
        arrays = unpacked({name: stored[name] for name in stored.files})
    return networks_of(arrays), Calibration(weights=arrays["calibration"])


def networks_of(arrays: Mapping[str, Floats]) -> tuple[Network, ...]:
    """Return the networks in an archive; the arrays of the first are named `0/...`."""
    numbers = sorted({name.split("/")[0] for name in arrays if "/" in name})
    return tuple(
        network_of(
            {name[len(n) + 1 :]: part for name, part in arrays.items() if name.startswith(n + "/")}
        )
        for n in numbers
    )
