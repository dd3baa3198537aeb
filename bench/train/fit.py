"""Fitting the confidences on articles that the encoder was not trained on."""

from __future__ import annotations

import random

import numpy as np

from inquit.attribution.finding.calibration import EVIDENCE
from inquit.attribution.finding.token_table import Floats

STEPS = 60
RIDGE = 1.0
BINS = 10
RESAMPLED = 1000


def fit(evidence: Floats, right: Floats) -> Floats:
    """Return the weights of a logistic regression, by Newton's method.

    Args:
        evidence: [extractions, EVIDENCE].
        right: 1 where it was right, else 0.
    """
    weights = np.zeros(EVIDENCE)
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-evidence @ weights))
        slope = evidence.T @ (right - chance) - RIDGE * weights
        bend = (evidence * (chance * (1 - chance))[:, None]).T @ evidence
        weights += np.linalg.solve(bend + RIDGE * np.eye(EVIDENCE), slope)
    return weights.astype(np.float32)


def calibration_error(confidence: Floats, right: Floats) -> float:
    """Return the expected calibration error over bins of equal count (Naeini et al. 2015)."""
    order = np.argsort(confidence, kind="stable")
    bins = np.array_split(order, BINS)
    gaps = [abs(confidence[b].mean() - right[b].mean()) * len(b) for b in bins if len(b)]
    return float(sum(gaps) / len(right))


def error_interval(confidence: Floats, right: Floats, *, seed: int = 1) -> tuple[float, float]:
    """Return where nine tenths of the errors of resampled extractions lie (Efron 1979)."""
    chance = random.Random(seed)
    numbers = range(len(right))
    errors = []
    for _ in range(RESAMPLED):
        drawn = np.array(chance.choices(numbers, k=len(right)))
        errors.append(calibration_error(confidence[drawn], right[drawn]))
    low, high = np.quantile(errors, [0.05, 0.95])
    return float(low), float(high)
