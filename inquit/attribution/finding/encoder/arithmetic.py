"""The layers of a transformer in numpy, in single precision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float32]
Ints: TypeAlias = npt.NDArray[np.int64]

_CUBE, _SLOPE, _HALF = np.float32(0.044715), np.float32(np.sqrt(2 / np.pi)), np.float32(0.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Linear:
    """An affine map: `weight` is [in, out], `bias` [out]."""

    weight: Floats
    bias: Floats

    def __call__(self, x: Floats) -> Floats:
        """Return the map of each row."""
        y: Floats = x @ self.weight
        y += self.bias
        return y


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """Layer normalisation (Ba et al. 2016) with its gain and shift."""

    gain: Floats
    shift: Floats
    epsilon: float

    def __call__(self, x: Floats) -> Floats:
        """Return the rows with mean 0 and variance 1, then scaled and shifted."""
        y: Floats = x - x.mean(axis=-1, keepdims=True)
        variance = np.einsum("...i,...i->...", y, y) / np.float32(x.shape[-1])
        y *= (1 / np.sqrt(variance + np.float32(self.epsilon)))[..., None]
        y *= self.gain
        y += self.shift
        return y


def gelu(x: Floats) -> Floats:
    """Return the Gaussian error linear unit, by its tanh form (Hendrycks and Gimpel 2016).

    It differs from the exact form by .0005 at most, which moves no label.
    """
    y: Floats = x * x
    y *= x
    y *= _CUBE
    y += x
    y *= _SLOPE
    np.tanh(y, out=y)
    y += 1
    y *= x
    y *= _HALF
    return y


def softmax(scores: Floats) -> Floats:
    """Return probabilities along the last axis; scores are overwritten."""
    scores -= scores.max(axis=-1, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(axis=-1, keepdims=True)
    return scores


def attend(joint: Floats, heads: int, off: Floats | None = None) -> Floats:
    """Return what each row gathers from the others (Vaswani et al. 2017).

    Args:
        joint: [..., rows, 3 * width], queries, keys and values side by side; the queries already
            divided by the square root of a head's width.
        heads: in how many parts width is cut.
        off: what is added to the scores, [..., heads or 1, rows or 1, rows]; very negative where a
            row is padding.
    """
    *outer, rows, width = joint.shape
    parts = joint.reshape(*outer, rows, 3, heads, width // 3 // heads)
    queries, keys, values = np.moveaxis(parts, -3, 0).swapaxes(-3, -2)
    scores: Floats = np.ascontiguousarray(queries) @ np.ascontiguousarray(keys.swapaxes(-1, -2))
    if off is not None:
        scores += off
    gathered: Floats = softmax(scores) @ np.ascontiguousarray(values)
    return gathered.swapaxes(-3, -2).reshape(*outer, rows, width // 3)
