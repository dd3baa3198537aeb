"""Fitting the confidence on documents that were held back from training."""

from __future__ import annotations

import numpy as np

from inquit.attribution.tagger.calibration import EVIDENCE
from inquit.attribution.tagger.table import Floats

STEPS = 60
RIDGE = 1.0


def fit(evidence: Floats, right: Floats) -> Floats:
    """Return the weights of a logistic regression, by Newton's method.

    Args:
        evidence: [claims, EVIDENCE].
        right: 1 where the claim's source was right, else 0.
    """
    weights = np.zeros(EVIDENCE)
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-evidence @ weights))
        slope = evidence.T @ (right - chance) - RIDGE * weights
        bend = (evidence * (chance * (1 - chance))[:, None]).T @ evidence
        weights += np.linalg.solve(bend + RIDGE * np.eye(EVIDENCE), slope)
    return weights.astype(np.float32)


def reliability(confidence: Floats, right: Floats) -> tuple[float, list[tuple[float, float, int]]]:
    """Return the expected calibration error, and of each tenth mean confidence, share, count."""
    rows, error = [], 0.0
    for low in np.arange(0, 1, 0.1):
        inside = (confidence >= low) & (confidence < low + 0.1 + (low > 0.85))
        if inside.any():
            mean, share = float(confidence[inside].mean()), float(right[inside].mean())
            rows.append((mean, share, int(inside.sum())))
            error += abs(mean - share) * inside.sum() / len(right)
    return error, rows
