"""Capitals of any script in patterns."""

import re

import pytest

from inquit.attribution.letters import of_any_script

NAME = re.compile(of_any_script(r"[A-Z]\w+"))


@pytest.mark.parametrize(
    "name",
    [
        "Roe",
        "Élodie",
        "Øystein",
        "Łukasz",
        "İbrahim",
        "Ẹniọla",
        "Ólafur",
        "Жанна",
        "田中",
        "김민준",
    ],
)
def test_a_name_may_start_with_a_capital_of_any_script(name: str) -> None:
    assert NAME.fullmatch(name)


@pytest.mark.parametrize("word", ["roe", "élodie", "ñandú", "ßen", "жанна", "1st", "_x"])
def test_small_letters_digits_and_signs_start_no_name(word: str) -> None:
    assert not NAME.match(word)
