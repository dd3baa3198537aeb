"""The cheapest match is that of the whole table of edits."""

from __future__ import annotations

import hypothesis.strategies as st
from hypothesis import given
from rapidfuzz.distance import Levenshtein

from inquit.store.anchors.approximate import fewest_edits

SHORT = st.text(alphabet="abc", max_size=9)


@given(needle=SHORT.filter(bool), hay=SHORT)
def test_no_stretch_of_the_text_is_cheaper(needle: str, hay: str) -> None:
    start, end, errors = fewest_edits(needle, hay)
    assert errors == Levenshtein.distance(needle, hay[start:end])
    stretches = [hay[a:b] for a in range(len(hay) + 1) for b in range(a, len(hay) + 1)]
    assert errors == min(Levenshtein.distance(needle, stretch) for stretch in stretches)


def test_the_bounds_are_those_of_the_match() -> None:
    assert fewest_edits("winter", "a long wintry night") == (7, 12, 1)
    assert fewest_edits("sea", "over the sea and back") == (9, 12, 0)
