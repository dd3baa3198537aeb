"""From what the networks say to the probability that the source is right.

Logistic regression on the networks' probabilities (Platt, 1999), fitted on documents that the
networks were not trained on.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from inquit.attribution.tagger.table import Floats

EVIDENCE = 11
"""How many numbers `evidence_of` returns."""


class Accord(IntEnum):
    """What the rules say of a source that the networks name."""

    SILENT = 0
    SAME = 1
    OTHER = 2
    ALONE = 3
    """The networks name none; the source is the rules'."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """The fitted regression; weights belong to the numbers of `evidence_of`."""

    weights: Floats

    def confidence(self, evidence: Floats) -> float:
        """Return the probability that a source with this evidence is right."""
        return float(1 / (1 + np.exp(-float(evidence @ self.weights))))


def evidence_of(
    *, method: str, chance: float, source_chance: float, quoted: bool, accord: Accord
) -> Floats:
    """Return the numbers that the confidence rests on, the first of them always 1.

    Args:
        method: how the report was found, as in a claim.
        chance: probability that its anchor reports anything.
        source_chance: that of its source, as the networks see it.
        quoted: whether it holds a quoted run.
        accord: what the rules say of the source.
    """
    cued = method == "cue"
    source = 0.0 if accord is Accord.ALONE else _logit(source_chance)
    anchor = _logit(chance)
    return np.array(
        [
            1.0,
            source * cued,
            anchor * cued,
            float(cued),
            source * (not cued),
            anchor * (not cued),
            float(method == "run"),
            float(quoted),
            float(accord is Accord.SAME),
            float(accord is Accord.OTHER),
            float(accord is Accord.ALONE),
        ],
        dtype=np.float32,
    )


def _logit(chance: float) -> float:
    near = min(max(chance, 1e-3), 1 - 1e-3)
    return float(np.log(near / (1 - near)))
