"""Weights packed into whole numbers and a scale for each row."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inquit.attribution.finding.encoder.packing import packed, row_table, unpacked


@given(seed=st.integers(0, 1000), size=st.floats(1e-6, 1e3))
def test_a_packed_weight_is_off_by_at_most_a_step_of_its_row(seed: int, size: float) -> None:
    whole = (np.random.default_rng(seed).normal(size=(64, 80)) * size).astype(np.float32)
    back = unpacked(packed({"a": whole}))["a"]
    step = np.abs(whole).max(axis=1, keepdims=True) / 127
    assert back.dtype == np.float32
    assert (np.abs(back - whole) <= step + 1e-6).all()


def test_a_packed_array_takes_a_quarter_of_the_bytes() -> None:
    whole = np.ones((100, 100), np.float32)
    stored = packed({"a": whole})
    assert sum(part.nbytes for part in stored.values()) < whole.nbytes / 3.8


def test_rows_that_are_looked_up_are_those_of_the_whole() -> None:
    whole = np.random.default_rng(3).normal(size=(64, 80)).astype(np.float32)
    stored = packed({"a": whole, "small": whole[:2, :3]})
    chosen = np.array([5, 0, 5, 63])
    np.testing.assert_array_equal(
        row_table(stored, "a").look_up(chosen), unpacked(stored)["a"][chosen]
    )
    plain = row_table(stored, "small").look_up(np.array([1]))
    np.testing.assert_array_equal(plain, unpacked(stored)["small"][[1]])


def test_small_arrays_and_vectors_keep_half_precision() -> None:
    stored = packed({"small": np.ones((3, 3), np.float32), "row": np.ones(5000, np.float32)})
    assert {name: part.dtype for name, part in stored.items()} == {
        "small": np.float16,
        "row": np.float16,
    }


@pytest.mark.parametrize("number", [0.0, 1e-30])
def test_a_row_of_next_to_nothing_stays_that(number: float) -> None:
    back = unpacked(packed({"a": np.full((64, 80), number, np.float32)}))["a"]
    assert np.isfinite(back).all()
    assert np.abs(back).max() <= 1e-6
