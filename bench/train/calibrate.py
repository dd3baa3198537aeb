"""The confidences: fitted on articles that the encoder has not seen, measured on others."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from spacy.language import Language

from bench.train.corpus import Document
from bench.train.fit import calibration_error, error_interval, fit
from bench.train.judging import Verdict, judge
from inquit.attribution.finding.encoder.weights import Encoder
from inquit.attribution.finding.learned_finder import LearnedFinder
from inquit.attribution.finding.token_table import Floats
from inquit.attribution.rules.finder import RuleFinder
from inquit.attribution.window_reading import open_windows
from inquit.model.article import article_of

PARTS = ("quote", "ends", "source")


def fit_confidences(
    encoder: Encoder, unseen: Sequence[Document], measured: Sequence[Document], nlp: Language
) -> None:
    """Print the weights of the three regressions, to be set in `finding.calibration`, and errors.

    Args:
        encoder: as trained.
        unseen: articles to fit on.
        measured: articles to measure on, others again.
        nlp: the pipeline.
    """
    fitted = _evidence(encoder, unseen, nlp)
    weights = {part: fit(*fitted[part]) for part in PARTS}
    for part in PARTS:
        print(f"{part}: {weights[part].round(3).tolist()}")
    for part, (evidence, right) in _evidence(encoder, measured, nlp).items():
        confidence = 1 / (1 + np.exp(-evidence @ weights[part]))
        low, high = error_interval(confidence, right)
        error = calibration_error(confidence, right)
        print(f"{part}: calibration error {error:.3f} ({low:.3f} to {high:.3f}) of {len(right)}")


def _evidence(
    encoder: Encoder, texts: Sequence[Document], nlp: Language
) -> dict[str, tuple[Floats, Floats]]:
    """Return for each confidence the evidence of the extractions and whether each was right."""
    judged = [pair for document in texts for pair in _judged(encoder, document, nlp)]
    parts = {}
    for part in PARTS:
        rows = [
            (one, right) for one, verdict in judged if (right := getattr(verdict, part)) is not None
        ]
        parts[part] = (
            np.array([one for one, _ in rows], np.float32),
            np.array([right for _, right in rows], np.float32),
        )
    return parts


def _judged(
    encoder: Encoder, document: Document, nlp: Language
) -> list[tuple[tuple[float, ...], Verdict]]:
    text = document["text"]
    finder = LearnedFinder(rules=RuleFinder(text=text), text=text)
    return [
        (one.evidence, judge(one, document))
        for window in open_windows(article_of(text), nlp, encoder)
        for one in finder.unrated(window)
        if one.evidence
    ]
