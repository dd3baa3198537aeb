"""The confidence follows the evidence."""

from inquit.attribution.tagger.calibration import EVIDENCE, evidence_of
from inquit.attribution.tagger.table import Floats
from inquit.attribution.tagger.weights import load_networks


def _evidence(source_chance: float, *, cued: bool = True) -> Floats:
    return evidence_of(cued=cued, chance=0.95, source_chance=source_chance, quoted=False)


def test_there_is_a_weight_for_each_piece_of_evidence() -> None:
    calibration = load_networks()[1]
    assert len(_evidence(0.9)) == EVIDENCE == len(calibration.weights)


def test_a_likelier_source_gives_more_confidence() -> None:
    calibration = load_networks()[1]
    low, high = (calibration.confidence(_evidence(one)) for one in (0.5, 0.99))
    assert 0 < low < high < 1


def test_without_a_reporting_word_the_confidence_is_less() -> None:
    calibration = load_networks()[1]
    cued, bare = (calibration.confidence(_evidence(0.9, cued=one)) for one in (True, False))
    assert bare < cued
