"""From what the networks say to the probability that the source is right.

Logistic regression on the networks' probabilities (Platt, 1999), fitted on documents that the
networks were not trained on.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from inquit.attribution.tagger.claims import Claim
from inquit.attribution.tagger.table import Floats

EVIDENCE = 8
"""How many numbers `evidence_of` returns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """The fitted regression; weights belong to the numbers of `evidence_of`."""

    weights: Floats

    def confidence(self, claim: Claim) -> float:
        """Return the probability that a claim's source is right, 0 where it has none."""
        if not len(claim.source):
            return 0.0
        logit = float(evidence_of(claim) @ self.weights)
        return float(1 / (1 + np.exp(-logit)))


def evidence_of(claim: Claim) -> Floats:
    """Return the numbers that the confidence rests on, the first of them always 1."""
    source, chance = _logit(claim.source_chance), _logit(claim.chance)
    cued = claim.method == "cue"
    return np.array(
        [
            1.0,
            source * cued,
            chance * cued,
            float(cued),
            source * (not cued),
            chance * (not cued),
            float(claim.method == "run"),
            float(bool(claim.runs)),
        ],
        dtype=np.float32,
    )


def _logit(chance: float) -> float:
    near = min(max(chance, 1e-3), 1 - 1e-3)
    return float(np.log(near / (1 - near)))
