"""Weights in a quarter of their size: whole numbers from -127 to 127, and a scale for each row.

Symmetric linear quantisation (Jacob et al., 2018); small arrays stay in half precision.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from inquit.attribution.finding.encoder.arithmetic import Floats, Ints

Packed: TypeAlias = NDArray[Any]

SCALE = "@scale"
"""What the name of a packed array's scales ends with."""
_LEAST = 4096
"""Fewer numbers than this are not worth packing."""
_STEPS = 127


@dataclass(frozen=True, slots=True, kw_only=True)
class RowTable:
    """A matrix of which each row is unpacked when it is looked up: a text needs few of its words.

    Attributes:
        rows: [n, width], packed or plain.
        scale: [n, 1] of packed rows, else None.
    """

    rows: Packed
    scale: Packed | None = None

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.rows)

    def look_up(self, numbers: Ints) -> Floats:
        """Return the rows of some numbers, as a new array."""
        return _unpacked(self.rows[numbers], None if self.scale is None else self.scale[numbers])


def packed(arrays: Mapping[str, Floats]) -> dict[str, Packed]:
    """Return what arrays are stored as.

    Args:
        arrays: weights by name; those of two dimensions are scaled row by row.
    """
    return dict(pair for name, part in arrays.items() for pair in _packed(name, part))


def unpacked(stored: Mapping[str, Packed]) -> dict[str, Floats]:
    """Return arrays as they were before `packed`, in single precision and nearly the same."""
    return {
        name: _unpacked(part, stored.get(name + SCALE))
        for name, part in stored.items()
        if not name.endswith(SCALE)
    }


def row_table(stored: Mapping[str, Packed], name: str) -> RowTable:
    """Return one of the arrays to look rows up in, not unpacked."""
    return RowTable(rows=stored[name], scale=stored.get(name + SCALE))


def _packed(name: str, part: Floats) -> Iterator[tuple[str, Packed]]:
    if part.ndim != 2 or part.size < _LEAST:
        yield name, part.astype(np.float16)
        return
    peaks = np.abs(part).max(axis=1, keepdims=True)
    scale = np.maximum(peaks, np.finfo(np.float32).tiny * _STEPS) / np.float32(_STEPS)
    yield name, np.rint(part / scale).astype(np.int8)
    yield name + SCALE, scale


def _unpacked(part: Packed, scale: Packed | None) -> Floats:
    if scale is None:
        return part.astype(np.float32)
    plain: Floats = np.multiply(part, scale, dtype=np.float32)
    return plain
