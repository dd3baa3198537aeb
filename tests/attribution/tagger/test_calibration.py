"""The confidence follows the evidence."""

import numpy as np

from inquit.attribution.tagger.calibration import EVIDENCE, Accord, evidence_of
from inquit.attribution.tagger.claims import Claim
from inquit.attribution.tagger.weights import load_networks


def _claim(source_chance: float) -> Claim:
    return Claim(
        content={4, 5},
        cue=np.array([3]),
        source=np.array([2]),
        source_chance=source_chance,
        chance=0.95,
        speech=1.0,
        top=3,
        method="cue",
        runs=set(),
        weights={4: 0.9, 5: 0.6, 6: 0.5},
    )


def test_there_is_a_weight_for_each_piece_of_evidence() -> None:
    calibration = load_networks()[1]
    assert len(evidence_of(_claim(0.9), Accord.SAME)) == EVIDENCE == len(calibration.weights)


def test_a_likelier_source_gives_more_confidence() -> None:
    calibration = load_networks()[1]
    low, high = (
        calibration.confidence(evidence_of(_claim(chance), Accord.SILENT)) for chance in (0.5, 0.99)
    )
    assert 0 < low < high < 1


def test_the_expected_likeness_of_a_content_is_its_probable_rows_by_all_that_count() -> None:
    claim = _claim(0.9)
    assert claim.expected_likeness({4, 5}) == (0.9 + 0.6) / (2 + 0.5)
    assert claim.expected_likeness(set()) == 0
