"""How like two names are."""

from __future__ import annotations

import pytest

from inquit.correcting.name_similarity import measure_similarity


@pytest.mark.parametrize(
    ("name", "ordered"),
    [
        ("Ada Byrne", ["Byrne", "A. Byrne", "Carla Diaz"]),
        ("Police", ["police", "State Police", "A dock worker"]),
        ("Port Authority", ["PA", "The Port", "Ada Byrne"]),
        ("Jon Smyth", ["Jon Smith", "Gina Mason"]),
    ],
)
def test_the_likest_names_come_first(name: str, ordered: list[str]) -> None:
    likeness = [measure_similarity(name, each) for each in ordered]
    assert likeness == sorted(likeness, reverse=True)
    assert likeness[-1] < likeness[0]
    assert likeness == [measure_similarity(each, name) for each in ordered]
