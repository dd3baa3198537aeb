"""The confidence follows the evidence."""

from inquit.attribution.tagger.calibration import EVIDENCE, Accord, evidence_of
from inquit.attribution.tagger.table import Floats
from inquit.attribution.tagger.weights import load_networks


def _evidence(source_chance: float, accord: Accord) -> Floats:
    return evidence_of(
        method="cue", chance=0.95, source_chance=source_chance, quoted=False, accord=accord
    )


def test_there_is_a_weight_for_each_piece_of_evidence() -> None:
    calibration = load_networks()[1]
    assert len(_evidence(0.9, Accord.SAME)) == EVIDENCE == len(calibration.weights)


def test_a_likelier_source_gives_more_confidence() -> None:
    calibration = load_networks()[1]
    low, high = (calibration.confidence(_evidence(one, Accord.SILENT)) for one in (0.5, 0.99))
    assert 0 < low < high < 1
