"""How sure each sieve is: what was judged, and what was assumed beside it."""

from __future__ import annotations

import pytest

from inquit.attribution.linking.confidence import EVIDENCE, Evidence


@pytest.mark.parametrize("name", EVIDENCE)
def test_a_certainty_lies_between_what_was_assumed_and_what_was_judged(name: str) -> None:
    evidence = EVIDENCE[name]
    judged = evidence.right / evidence.of if evidence.of else evidence.assumed
    least, most = sorted((judged, evidence.assumed))
    assert least - 0.001 <= evidence.certainty - evidence.lowered <= most + 0.001
    assert evidence.certainty <= 1


def test_what_was_not_judged_is_as_sure_as_was_assumed() -> None:
    assert Evidence(0.75).certainty == 0.75
    assert Evidence(0.0).certainty == 0


def test_many_judged_cases_outweigh_what_was_assumed() -> None:
    assert Evidence(0.5, right=990, of=1000).certainty > 0.98
