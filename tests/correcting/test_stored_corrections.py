"""Corrections of every kind in a store as the version of schema 3 wrote it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from inquit.correcting import apply_corrections, describe_correction
from inquit.correcting.actions import ACTIONS
from inquit.model.annotation import Correction
from inquit.service.corrections import place_corrections
from inquit.store.records.repository import Repository
from tests.correcting.sample import ANALYSIS, ARTICLE, TEXT

STORED = Path(__file__).parent.parent / "store" / "data" / "corrections-by-schema-3.json"


@pytest.fixture
def corrections(tmp_path: Path) -> Sequence[Correction]:
    shutil.copy(STORED, tmp_path / "inquit.json")
    with Repository.open(tmp_path) as repository:
        return repository.corrections()


def test_every_action_is_among_the_stored_corrections(corrections: Sequence[Correction]) -> None:
    assert {each.action for each in corrections} == set(ACTIONS)


def test_stored_corrections_are_described(corrections: Sequence[Correction]) -> None:
    assert [describe_correction(each) for each in corrections] == [
        "said by “A. Byrne”, every “A dock worker”",
        "said by “Eve”",
        "not said by “A dock worker”",
        "“her sister” is not “A. Byrne”",
        "a quote (indirect), said by “Ada Byrne”",
        "mixed quote",
        "other ends",
        "not a quote",
        "“Ada Byrne” is called “Ada Byrne-Lee”",
        "role of “Ada Byrne”: “harbour master”",
        "“Ada Byrne” is of the kind group",
        "“A. Byrne” is “Ada Byrne”",
    ]


def test_stored_corrections_apply(corrections: Sequence[Correction]) -> None:
    result = apply_corrections(ARTICLE, ANALYSIS, place_corrections(ARTICLE, corrections), by="you")
    analysis = result.analysis
    names = {source.id: source.name for source in analysis.sources}
    assert not result.orphaned
    assert not result.to_check
    assert [
        (quote.span.of(TEXT), quote.type.value, names.get(given.source_id or ""), given.reason)
        for quote, given in zip(analysis.quotes, analysis.attributions, strict=True)
    ] == [
        ("We are ready,", "direct", "Ada Byrne-Lee", "by hand"),
        (
            *("They are not,", "direct", "Eve"),
            "corrected by you on 2026-11-24: said by “Eve”, not by “Ada Byrne”",
        ),
        (
            *("said the cranes", "indirect", "Ada Byrne-Lee"),
            "added by you on 2026-11-24: said by “Ada Byrne”",
        ),
        (
            *("the cranes were late", "mixed", "Ada Byrne-Lee"),
            "corrected by you on 2026-11-24: said by “A. Byrne”, not by “A dock worker”",
        ),
        (
            *("It will rain,", "direct", "her sister"),
            "corrected by you on 2026-11-24: “her sister” by itself, not “A. Byrne”",
        ),
        (
            *("“nobody” asked", "mixed", None),
            "corrected by you on 2026-11-24: not said by “A dock worker”",
        ),
    ]
    ada = next(each for each in analysis.sources if each.name == "Ada Byrne-Lee")
    assert (ada.role, ada.kind.value) == ("harbour master", "group")
    assert ada.corrected == (
        "name corrected by you on 2026-11-24, was “Ada Byrne”; "
        "role corrected by you on 2026-11-24; kind corrected by you on 2026-11-24, was person; "
        "“A. Byrne” merged into it, corrected by you on 2026-11-24"
    )
