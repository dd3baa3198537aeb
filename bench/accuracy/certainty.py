"""How far confidences can be trusted: whether what is said to be .8 sure is right in 8 of 10.

PolNeAR tells which words are credited and no names, so there the confidence of the source is
that of the words, as the finder sees it; where a corpus has names, that of the name is printed
as well, as every export has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.language import Language

from bench.accuracy.sources import Json, head_word, pairs
from bench.train.fit import BINS, calibration_error, error_interval
from bench.train.judging import judge
from inquit.attribution.choice import encoder_for, finder_for
from inquit.attribution.extraction import Extraction
from inquit.attribution.rules.nesting import nested_reports, resumed
from inquit.attribution.window_reading import open_windows
from inquit.model.article import article_of
from inquit.model.engine import Engine

FEWEST = 10 * BINS
"""Quotes below which bins say nothing."""
PARTS = ("quote", "ends", "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class Certainty:
    """One confidence of many quotes.

    Attributes:
        part: what it is the confidence of.
        confidence: of each, from 0 to 1.
        right: 1 where it was right, else 0.
    """

    part: str
    confidence: tuple[float, ...]
    right: tuple[float, ...]


def found_certainties(
    gold: Sequence[Json], nlp: Language, engine: Engine, *, topics: bool
) -> tuple[Certainty, ...]:
    """Return the three confidences as the finder gives them, with what the annotators say.

    Args:
        gold: annotated documents.
        nlp: the pipeline.
        engine: which encoder reads.
        topics: whether what was only talked about counts as a quote, as in PolNeAR.
    """
    rated: dict[str, list[tuple[float, bool]]] = {part: [] for part in PARTS}
    for document in gold:
        for one in _extractions(document, nlp, engine):
            if one.topic and not topics:
                continue
            verdict = judge(one, document)
            rated["quote"].append((one.quote_confidence, verdict.quote))
            rated["ends"].append((one.ends_confidence, verdict.ends))
            if one.source is not None and verdict.source is not None:
                rated["source"].append((one.confidence, verdict.source))
    return tuple(_certainty(part, pairs_) for part, pairs_ in rated.items())


def named_certainty(gold: Sequence[Json], predicted: dict[str, Json]) -> Certainty:
    """Return the confidence that a quote's source is who it is said to be, by the name's head."""
    rated = [
        ((found["confidences"] or {}).get("source", found["confidence"]), right)
        for document in gold
        for quote, found in pairs(document, predicted[document["id"]])
        if (canonical := (quote["speaker"] or {}).get("canonical"))
        if (name := (found["speaker"] or {}).get("canonical"))
        for right in [head_word(name) == head_word(canonical)]
    ]
    return _certainty("source, by name", rated)


def print_certainties(certainties: Sequence[Certainty]) -> None:
    """Print calibration errors as a Markdown table."""
    print(f"| confidence, {BINS} bins of equal count | error | nine tenths | mean | right | of |")
    print("|---|---|---|---|---|---|")
    for each in certainties:
        confidence, right = np.array(each.confidence), np.array(each.right)
        if len(right) < FEWEST:
            print(f"| {each.part} | too few | - | - | - | {len(right)} |")
            continue
        low, high = error_interval(confidence, right)
        error = calibration_error(confidence, right)
        shares = f"{confidence.mean():.3f} | {right.mean():.3f} | {len(right)}"
        print(f"| {each.part} | {error:.3f} | {low:.3f} to {high:.3f} | {shares} |")
    print(flush=True)


def _certainty(part: str, rated: Sequence[tuple[float, bool]]) -> Certainty:
    return Certainty(
        part=part,
        confidence=tuple(confidence for confidence, _ in rated),
        right=tuple(float(right) for _, right in rated),
    )


def _extractions(document: Json, nlp: Language, engine: Engine) -> Iterator[Extraction]:
    """Yield the outermost extractions of a document outside of what is not annotated."""
    article = article_of(document["text"])
    finder = finder_for(article)
    ignored = document.get("ignore_spans", ())
    for window in open_windows(article, nlp, encoder_for(article, engine)):
        found = tuple(finder.find(window))
        nested = tuple(nested_reports(window.passages, found))
        outer, _ = resumed(found, nested, article.text)
        for one in outer:
            spans = [(span.start, span.end) for span in one.content_spans]
            if not any(a < end and start < b for a, b in ignored for start, end in spans):
                yield one
