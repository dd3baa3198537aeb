"""From what the networks say to the probability that the source is right.

Logistic regression on the networks' probabilities (Platt, 1999), fitted on documents that the
networks were not trained on.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from inquit.attribution.tagger.table import Floats

EVIDENCE = 5
"""How many numbers `evidence_of` returns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """The fitted regression; weights belong to the numbers of `evidence_of`."""

    weights: Floats

    def confidence(self, evidence: Floats) -> float:
        """Return the probability that a source with this evidence is right."""
        return float(1 / (1 + np.exp(-float(evidence @ self.weights))))


def evidence_of(*, cued: bool, chance: float, source_chance: float, quoted: bool) -> Floats:
    """Return the numbers that the confidence rests on, the first of them always 1.

    What the rules say of the source and how a quotation without a cue was found brought nothing.

    Args:
        cued: whether a reporting word was found; without one the probabilities do not count.
        chance: probability that it reports anything.
        source_chance: that of its source, as the networks see it; a half where only the rules do.
        quoted: whether it holds a quoted run.
    """
    source, anchor = _logit(source_chance), _logit(chance)
    return np.array(
        [1.0, source * cued, anchor * cued, float(cued), float(quoted)],
        dtype=np.float32,
    )


def _logit(chance: float) -> float:
    near = min(max(chance, 1e-3), 1 - 1e-3)
    return float(np.log(near / (1 - near)))
