"""The pair model: one encoding of the text serves all cues, each labelled by a light head.

`bench/train` and the model card say how it was trained.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from inquit.attribution.finding.encoder.arithmetic import (
    Floats,
    Ints,
    Linear,
    Norm,
    attend,
    gelu,
    softmax,
)
from inquit.attribution.finding.encoder.packing import Packed, RowTable, row_table, unpacked

HEADS, LABEL_HEADS = 12, 4
RELATIVE_EXACT, RELATIVE_FAR = 8, 128
"""Distances are told apart exactly below the first, none is from the second on (MPNet)."""
NEAR, STEP, STEPS = 32, 8, 31
"""Distances from an anchor are exact up to NEAR pieces, then told in steps, STEPS at most."""
EPSILON, RELATIVE_EPSILON, LABEL_EPSILON = 1e-12, 1e-5, 1e-5
"""Of the layer norms of MiniLM, of MPNet, and of the label head."""
RELATIVE_FIRST = 2
"""MPNet counts positions from here."""
AWAY = np.float32(-1e4)
WORDS = "encoder.word.weight"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One layer of a transformer."""

    joint: Linear
    out: Linear
    up: Linear
    down: Linear
    norm_attention: Norm
    norm_words: Norm
    heads: int

    def encode(self, x: Floats, bias: Floats | None) -> Floats:
        """Return the rows a layer on, normalised after each part as in BERT."""
        x = self.norm_attention(x + self.out(attend(self.joint(x), self.heads, bias)))
        return self.norm_words(x + self.down(gelu(self.up(x))))

    def refine(self, x: Floats, off: Floats) -> Floats:
        """Return the rows a layer on, normalised before each part as in the label head."""
        x = x + self.out(attend(self.joint(self.norm_attention(x)), self.heads, off))
        return x + self.down(gelu(self.up(self.norm_words(x))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """What was read of a chunk of n wordpieces.

    Attributes:
        cues: [n, 3], probability of each piece to be no cue, one of speech, one of anything else.
        tokens: [n, width], what the label head sees of each piece.
        anchors: [n, width], what it sees of each piece if that is the cue's.
    """

    cues: Floats
    tokens: Floats
    anchors: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class PairModel:
    """The trained model; see `read` and `label`.

    MPNet differs from MiniLM in its size and in that `relative`, [32, heads], is added to the
    scores of attention by the distance between two pieces (Song et al. 2020).
    """

    words: RowTable
    positions: Floats
    relative: Floats | None
    features: tuple[Floats, ...]
    norm: Norm
    layers: tuple[Layer, ...]
    cue_in: Linear
    cue_out: Linear
    token: Linear
    anchor: Linear
    distances: Floats
    label_norm: Norm
    blocks: tuple[Layer, ...]
    label_norm_out: Norm
    label_out: Linear

    def read(self, numbers: Ints, features: Ints) -> Encoding:
        """Encode a chunk.

        Args:
            numbers: [n] the pieces' numbers; n is no more than the model has positions.
            features: [n, 3] shape, state of the quotation marks, first of a paragraph.
        """
        first = 0 if self.relative is None else RELATIVE_FIRST
        x = self.words.look_up(numbers) + self.positions[first : first + len(numbers)]
        for column, table in enumerate(self.features):
            x += table[features[:, column]]
        x = self.norm(x)
        bias = None if self.relative is None else relative_bias(self.relative, len(numbers))
        for layer in self.layers:
            x = layer.encode(x, bias)
        return Encoding(
            cues=softmax(self.cue_out(gelu(self.cue_in(x)))),
            tokens=self.token(x),
            anchors=self.anchor(x),
        )

    def label(self, encoding: Encoding, anchors: Ints, first: Ints, last: Ints) -> list[Floats]:
        """Label the surroundings of anchors, read together.

        Args:
            encoding: the chunk that they lie in.
            anchors: [k] rows of the chunk.
            first: [k] first row of each window.
            last: [k] end of each window.

        Returns:
            For each anchor [rows of its window, 4], the probability of each row to be nothing,
            source, content, cue.
        """
        width = int((last - first).max())
        at = first[:, None] + np.arange(width)
        inside = at < last[:, None]
        rows = np.where(inside, at, first[:, None])
        away = _buckets(rows - anchors[:, None])
        x = encoding.tokens[rows] + encoding.anchors[anchors][:, None]
        x = gelu(self.label_norm(x + self.distances[away]))
        off = (~inside * AWAY).astype(np.float32)[:, None, None, :]
        for block in self.blocks:
            x = block.refine(x, off)
        chances = softmax(self.label_out(self.label_norm_out(x)))
        return [chances[n, : last[n] - first[n]] for n in range(len(anchors))]


def relative_bias(table: Floats, rows: int) -> Floats:
    """Return what is added to the scores of attention, [heads, rows, rows].

    Args:
        table: [32, heads], the first half for what stands before, the second for what follows.
        rows: pieces of the chunk.
    """
    after = np.arange(rows)[None, :] - np.arange(rows)[:, None]
    half = len(table) // 2
    near = np.maximum(np.abs(after), 1) / RELATIVE_EXACT
    steps = np.log(near) / np.log(RELATIVE_FAR / RELATIVE_EXACT) * (half - RELATIVE_EXACT)
    far = np.minimum(RELATIVE_EXACT + np.maximum(steps, 0).astype(np.int64), half - 1)
    bucket = np.where(np.abs(after) < RELATIVE_EXACT, np.abs(after), far) + half * (after > 0)
    return np.ascontiguousarray(table[bucket].transpose(2, 0, 1))


def _buckets(away: Ints) -> Ints:
    """Return the row of the table of distances for each distance in pieces."""
    steps = NEAR + np.minimum((np.abs(away) - NEAR) // STEP, STEPS)
    return np.where(np.abs(away) <= NEAR, away, np.sign(away) * steps) + 2 * NEAR


def model_of(stored: Mapping[str, Packed]) -> PairModel:
    """Return the model whose weights, packed or plain, are named as in training."""
    arrays = unpacked({name: part for name, part in stored.items() if not name.startswith(WORDS)})
    layers = 1 + max(int(n.split(".")[2]) for n in arrays if n.startswith("encoder.layers."))
    blocks = 1 + max(int(n.split(".")[1]) for n in arrays if n.startswith("blocks."))
    tables = sum(n.startswith("encoder.features.") for n in arrays)
    relative = arrays.get("encoder.relative.weight")
    epsilon = EPSILON if relative is None else RELATIVE_EPSILON
    return PairModel(
        words=row_table(stored, WORDS),
        positions=arrays["encoder.position.weight"],
        relative=relative,
        features=tuple(arrays[f"encoder.features.{n}.weight"] for n in range(tables)),
        norm=_norm(arrays, "encoder.norm", epsilon),
        layers=tuple(_encoder_layer(arrays, f"encoder.layers.{n}", epsilon) for n in range(layers)),
        cue_in=_linear(arrays, "cue_in"),
        cue_out=_linear(arrays, "cue_out"),
        token=_linear(arrays, "token"),
        anchor=_linear(arrays, "anchor"),
        distances=arrays["distance.weight"],
        label_norm=_norm(arrays, "norm", LABEL_EPSILON),
        blocks=tuple(_label_block(arrays, f"blocks.{n}") for n in range(blocks)),
        label_norm_out=_norm(arrays, "norm_out", LABEL_EPSILON),
        label_out=_linear(arrays, "label_out"),
    )


def _encoder_layer(arrays: Mapping[str, Floats], name: str, epsilon: float) -> Layer:
    weight = np.concatenate([arrays[f"{name}.{part}.weight"] for part in "qkv"])
    bias = np.concatenate([arrays[f"{name}.{part}.bias"] for part in "qkv"])
    norms = [_norm(arrays, f"{name}.n{n}", epsilon) for n in (1, 2)]
    return _layer(arrays, name, weight, bias, norms, HEADS)


def _label_block(arrays: Mapping[str, Floats], name: str) -> Layer:
    norms = [_norm(arrays, f"{name}.n{n}", LABEL_EPSILON) for n in (1, 2)]
    weight, bias = arrays[f"{name}.qkv.weight"], arrays[f"{name}.qkv.bias"]
    return _layer(arrays, name, weight, bias, norms, LABEL_HEADS)


def _layer(
    arrays: Mapping[str, Floats],
    name: str,
    weight: Floats,
    bias: Floats,
    norms: list[Norm],
    heads: int,
) -> Layer:
    """Return a layer whose queries are scaled once for all."""
    width = len(bias) // 3
    scale = np.ones(3 * width, np.float32)
    scale[:width] = (width // heads) ** -0.5
    return Layer(
        joint=Linear(weight=np.ascontiguousarray((weight * scale[:, None]).T), bias=bias * scale),
        out=_linear(arrays, f"{name}.o"),
        up=_linear(arrays, f"{name}.up"),
        down=_linear(arrays, f"{name}.down"),
        norm_attention=norms[0],
        norm_words=norms[1],
        heads=heads,
    )


def _linear(arrays: Mapping[str, Floats], name: str) -> Linear:
    weight = np.ascontiguousarray(arrays[f"{name}.weight"].T)
    return Linear(weight=weight, bias=arrays[f"{name}.bias"])


def _norm(arrays: Mapping[str, Floats], name: str, epsilon: float) -> Norm:
    return Norm(gain=arrays[f"{name}.weight"], shift=arrays[f"{name}.bias"], epsilon=epsilon)
