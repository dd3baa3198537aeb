"""The pair model in PyTorch; names of weights are those that `encoder.network` reads."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as functions

from inquit.attribution.finding.encoder.network import NEAR, STEP, STEPS
from inquit.model.engine import Engine

SHAPES, MARKS, EDGES = 5, 3, 2
"""Values of the three features of a wordpiece."""
WIDTH, HEADS, BLOCKS, CUES, LABELS = 256, 4, 2, 3, 4
DROP = 0.1
OFF = -1e4


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """The published encoder that an engine starts from."""

    hidden: int
    layers: int
    inner: int
    vocabulary: int
    positions: int
    first: int
    relative: int
    epsilon: float
    heads: int = 12


SIZES = {
    Engine.STANDARD: Size(
        hidden=384, layers=6, inner=1536, vocabulary=30522, positions=512, first=0, relative=0,
        epsilon=1e-12,
    ),
    Engine.DEEP: Size(
        hidden=768, layers=12, inner=3072, vocabulary=30527, positions=514, first=2, relative=32,
        epsilon=1e-5,
    ),
}  # fmt: skip


class Layer(nn.Module):
    """A layer of the encoder, normalised after each part."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        h, self.heads = size.hidden, size.heads
        self.q, self.k, self.v, self.o = (nn.Linear(h, h) for _ in range(4))
        self.n1, self.n2 = (nn.LayerNorm(h, eps=size.epsilon) for _ in range(2))
        self.up, self.down = nn.Linear(h, size.inner), nn.Linear(size.inner, h)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Return hidden states [batch, rows, hidden] a layer on."""
        b, t, h = x.shape
        q, k, v = (
            part(x).view(b, t, self.heads, -1).transpose(1, 2) for part in (self.q, self.k, self.v)
        )
        gathered = functions.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        x = self.n1(
            x
            + functions.dropout(
                self.o(gathered.transpose(1, 2).reshape(b, t, h)), DROP, self.training
            )
        )
        return self.n2(
            x + functions.dropout(self.down(functions.gelu(self.up(x))), DROP, self.training)
        )


class Encoder(nn.Module):
    """The published encoder; embeddings of three features are added to its input."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.size, h = size, size.hidden
        self.word, self.position = nn.Embedding(size.vocabulary, h), nn.Embedding(size.positions, h)
        self.norm = nn.LayerNorm(h, eps=size.epsilon)
        self.relative = nn.Embedding(size.relative, size.heads) if size.relative else None
        self.layers = nn.ModuleList(Layer(size) for _ in range(size.layers))
        self.features = nn.ModuleList(nn.Embedding(n, h) for n in (SHAPES, MARKS, EDGES))
        for table in self.features:
            nn.init.normal_(table.weight, std=0.01)

    def forward(self, numbers: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """Return hidden states [batch, rows, hidden]; mask is True where a row is no padding."""
        at = torch.arange(numbers.shape[1], device=numbers.device) + self.size.first
        x = self.word(numbers) + self.position(at)[None]
        for column, table in enumerate(self.features):
            x = x + table(features[..., column])
        x, bias = functions.dropout(self.norm(x), DROP, self.training), self._bias(mask)
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def _bias(self, mask: Tensor) -> Tensor:
        t = mask.shape[1]
        off = torch.zeros(mask.shape[0], 1, t, t, device=mask.device)
        bias = off.masked_fill(~mask[:, None, None, :], OFF)
        if self.relative is not None:
            at = torch.arange(t, device=mask.device)
            bias = bias + self.relative(_relative(at[None] - at[:, None])).permute(2, 0, 1)[None]
        return bias.contiguous()


class Block(nn.Module):
    """A layer of the label head, normalised before each part."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.o = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.n1, self.n2 = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.up, self.down = nn.Linear(WIDTH, 2 * WIDTH), nn.Linear(2 * WIDTH, WIDTH)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return windows [windows, rows, WIDTH] a layer on."""
        b, t, d = x.shape
        q, k, v = self.qkv(self.n1(x)).view(b, t, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        off = torch.zeros(mask.shape, device=x.device).masked_fill(~mask, OFF)[:, None, None, :]
        gathered = functions.scaled_dot_product_attention(
            q, k, v, attn_mask=off.expand(-1, -1, t, -1)
        )
        x = x + functions.dropout(
            self.o(gathered.transpose(1, 2).reshape(b, t, d)), DROP, self.training
        )
        return x + functions.dropout(
            self.down(functions.gelu(self.up(self.n2(x)))), DROP, self.training
        )


class PairModel(nn.Module):
    """One encoding for a head that finds cues and one that labels the surroundings of each."""

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        size = SIZES[engine]
        h, self.encoder = size.hidden, Encoder(size)
        self.cue_in, self.cue_out = nn.Linear(h, 128), nn.Linear(128, CUES)
        self.token, self.anchor = nn.Linear(h, WIDTH), nn.Linear(h, WIDTH)
        self.distance = nn.Embedding(2 * (NEAR + STEPS) + 4, WIDTH)
        nn.init.normal_(self.distance.weight, std=0.05)
        self.norm, self.norm_out = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.blocks = nn.ModuleList(Block() for _ in range(BLOCKS))
        self.label_out = nn.Linear(WIDTH, LABELS)

    def cues(self, hidden: Tensor) -> Tensor:
        """Return scores [batch, rows, CUES]."""
        scores: Tensor = self.cue_out(functions.gelu(self.cue_in(hidden)))
        return scores

    def labels(
        self, hidden: Tensor, chunk: Tensor, rows: Tensor, mask: Tensor, anchor: Tensor
    ) -> Tensor:
        """Return scores [windows, rows, LABELS].

        Args:
            hidden: [batch, rows, hidden] of the encoder.
            chunk: [windows] which of the batch each window is of.
            rows: [windows, rows] its rows in the chunk.
            mask: [windows, rows] which of them count.
            anchor: [windows] the row of its cue.
        """
        x = self.token(hidden)[chunk[:, None], rows] + self.anchor(hidden[chunk, anchor])[:, None]
        x = functions.gelu(self.norm(x + self.distance(_bucket(rows - anchor[:, None]))))
        for block in self.blocks:
            x = block(x, mask)
        scores: Tensor = self.label_out(self.norm_out(x))
        return scores


def _bucket(away: Tensor) -> Tensor:
    steps = NEAR + ((away.abs() - NEAR) // STEP).clamp(max=STEPS)
    return torch.where(away.abs() <= NEAR, away, away.sign() * steps) + 2 * NEAR


def _relative(after: Tensor, buckets: int = 32, far: int = 128) -> Tensor:
    """Return MPNet's buckets of distances (Song et al. 2020)."""
    half, away = buckets // 2, after.abs()
    exact = half // 2
    steps = torch.log(away.float().clamp(min=1) / exact) / math.log(far / exact) * (half - exact)
    near = torch.where(away < exact, away, (exact + steps.long()).clamp(max=half - 1))
    return (after > 0).long() * half + near
