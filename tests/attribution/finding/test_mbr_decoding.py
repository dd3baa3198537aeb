"""The content that is kept has most in common with those drawn."""

import numpy as np
import pytest

from inquit.attribution.finding.mbr_decoding import Contents, contents_of

ROWS = np.arange(10, 16)
LETTERS = np.array([4, 4, 0, 4, 4, 4], np.float32)


def _contents(*drawn: str) -> Contents:
    draws = np.array([[sign == "x" for sign in one] for one in drawn]).T
    return contents_of(ROWS, LETTERS, draws)


def test_the_content_most_like_the_others_is_best_though_others_are_drawn_more_often() -> None:
    contents = _contents("xxxx..", "xxxx..", "xxxxxx", "xxxxxx", "xxxxx.", "x.....")
    assert contents.best() == {10, 11, 12, 13, 14}


def test_likeness_counts_letters_and_not_punctuation() -> None:
    contents = _contents("xx....")
    assert contents.likeness({10, 11, 12}) == 1
    assert contents.likeness({10}) == pytest.approx(0.5)
    assert contents.likeness({14}) == 0


def test_what_lies_outside_the_window_makes_a_content_less_like() -> None:
    contents = _contents("xx....")
    assert contents.likeness({10, 11, 99}) < contents.likeness({10, 11})


def test_equal_draws_are_one_content_with_a_larger_share() -> None:
    contents = _contents("xx....", "xx....", "x.....", "......")
    assert len(contents.grid) == 3
    assert contents.share.sum() == pytest.approx(1)
    assert contents.share.max() == pytest.approx(0.5)
