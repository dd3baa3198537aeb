"""From evidence to three probabilities: that it is a quote, that ends and source are right.

Logistic regressions on the encoder's probabilities (Platt, 1999), fitted by `bench.train` on
articles that the encoder was not trained on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from inquit.attribution.finding.token_table import Floats
from inquit.model.quotation import Confidences

Evidence: TypeAlias = tuple[float, ...]
EVIDENCE = 10
"""How many numbers `evidence_of` returns."""
_NEAR = 1e-3
"""Probabilities are held this far from 0 and 1, where a logit is not a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """The fitted regressions; weights belong to the numbers of `evidence_of`."""

    quote: Floats
    ends: Floats
    source: Floats

    def confidences(self, evidence: Evidence) -> Confidences:
        """Return the probabilities of an extraction with this evidence."""
        numbers = np.array(evidence, np.float32)
        return Confidences(
            quote=_chance(numbers, self.quote),
            ends=_chance(numbers, self.ends),
            source=_chance(numbers, self.source),
        )


def evidence_of(
    *,
    chance: float | None,
    source_chance: float,
    likeness: float,
    quoted: bool,
    mixed: bool,
    ruled: bool,
) -> Evidence:
    """Return the numbers that the confidences rest on, the first of them always 1.

    Args:
        chance: probability that its cue reports anything, None where the encoder judged no cue.
        source_chance: that of its source, as the encoder sees it; a half where only rules do.
        likeness: that its content is like the true one, from 0 to 1; a half where unknown.
        quoted: whether it holds a quoted run.
        mixed: whether it holds other words too.
        ruled: whether the rules found it too.
    """
    cued = chance is not None
    source, anchor = _logit(source_chance), _logit(chance if chance is not None else 0.5)
    ends = _logit(likeness)
    return (
        1.0, source * cued, anchor * cued, ends * cued, float(cued),
        float(quoted and not mixed), float(mixed), float(ruled and cued),
        ends * cued * quoted, source * cued * quoted,
    )  # fmt: skip


def _logit(chance: float) -> float:
    near = min(max(chance, _NEAR), 1 - _NEAR)
    return float(np.log(near / (1 - near)))


def _chance(evidence: Floats, weights: Floats) -> float:
    return float(1 / (1 + np.exp(-float(evidence @ weights))))


UNCUED = evidence_of(
    chance=None, source_chance=0.5, likeness=0.5, quoted=True, mixed=False, ruled=True
)
"""Of a quotation without a reporting word of its own."""

CALIBRATION = Calibration(
    quote=np.array(
        [-0.539, 0.031, 0.083, 0.712, 0.076, -0.459, 0.215, 0.985, -0.349, 0.155], np.float32
    ),
    ends=np.array(
        [-1.54, -0.068, 0.048, 0.778, 0.647, -1.073, -0.856, 0.707, -0.326, 0.304], np.float32
    ),
    source=np.array(
        [1.153, 0.589, 0.115, 0.12, -0.238, 0.24, -0.727, 0.044, 0.015, -0.138], np.float32
    ),
)
"""Fitted on 993 extractions of 60 articles labelled by a larger model, which this has not seen."""
