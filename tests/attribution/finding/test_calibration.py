"""The confidences follow the evidence, each its own."""

from __future__ import annotations

import pytest

from inquit.attribution.finding.calibration import CALIBRATION, EVIDENCE, UNCUED, evidence_of
from inquit.model.quotation import Confidences


def rated(*, chance: float = 0.95, source: float = 0.9, likeness: float = 0.9) -> Confidences:
    evidence = evidence_of(
        chance=chance,
        source_chance=source,
        likeness=likeness,
        quoted=False,
        mixed=False,
        ruled=True,
    )
    return CALIBRATION.confidences(evidence)


def test_there_is_a_weight_for_each_piece_of_evidence() -> None:
    parts = (CALIBRATION.quote, CALIBRATION.ends, CALIBRATION.source)
    assert {len(part) for part in (*parts, UNCUED)} == {EVIDENCE}


def test_a_likelier_source_gives_more_confidence_in_the_source() -> None:
    assert 0 < rated(source=0.5).source < rated(source=0.99).source < 1


def test_surer_ends_give_more_confidence_in_the_ends() -> None:
    assert 0 < rated(likeness=0.5).ends < rated(likeness=0.99).ends < 1


def test_a_likelier_cue_gives_more_confidence_in_the_quote() -> None:
    assert 0 < rated(chance=0.5).quote < rated(chance=0.99).quote < 1


def test_the_smallest_is_that_of_the_three() -> None:
    confidences = Confidences(quote=0.9, ends=0.6, source=0.8)
    assert confidences.smallest == pytest.approx(0.6)
