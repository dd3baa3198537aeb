"""The stretch of a text that is most like some words is found whatever was changed in them."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given
from rapidfuzz.distance import Levenshtein

from inquit.store.anchors.similar_passages import closest_stretch

WORDS = "the ferry will stop at the old pier until the winter storms are over"
BEFORE, AFTER = "Nobody had asked the council. ", " A vote is due on Thursday."
SHORT = st.text(alphabet="abc", max_size=9)


@pytest.mark.parametrize(
    "now",
    [
        WORDS,
        "the ferry will stop at the pier until the winter storms are over",
        "the ferry will surely stop at the old pier until the winter storms are over",
        "the boats will stop at the old quay until the spring storms are over",
        "the ferry will stop until the winter storms are over",
    ],
)
def test_words_that_changed_are_found_from_their_first_to_their_last(now: str) -> None:
    hay = BEFORE + now + AFTER
    start, end, edits = closest_stretch(WORDS, hay)
    assert hay[start:end] == now
    assert edits == Levenshtein.distance(WORDS, now)


@given(needle=SHORT.filter(bool), hay=SHORT)
def test_the_edits_are_those_that_the_stretch_takes(needle: str, hay: str) -> None:
    start, end, edits = closest_stretch(needle, hay)
    assert 0 <= start <= end <= len(hay)
    assert edits == Levenshtein.distance(needle, hay[start:end])


def test_words_that_stand_there_unchanged_are_found_anywhere() -> None:
    for place in range(0, 400, 7):
        hay = "x" * place + WORDS + "y" * (400 - place)
        assert closest_stretch(WORDS, hay) == (place, place + len(WORDS), 0)
