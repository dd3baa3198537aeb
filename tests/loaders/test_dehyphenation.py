"""Hyphens at lines' ends go where they are not the word's own."""

from __future__ import annotations

import pytest

from inquit.loaders.text.dehyphenation import Vocabulary, join_lines

SET = ("The investi-", "gation began on Mon-", "day, said the offi-", "cer of the har-", "bour.")


def _joined(*lines: str, text: str = "") -> str:
    return join_lines(lines, Vocabulary("\n".join((*lines, text))))


def test_a_word_is_whole_where_the_text_has_it_whole() -> None:
    assert _joined("in thick mor-", "ning fog", text="The morning came.") == "in thick morning fog"


def test_a_hyphen_stays_where_nothing_tells_that_it_is_none() -> None:
    assert _joined("a well-", "known pier") == "a well-known pier"
    assert _joined("an infor-", "mation desk") == "an infor-mation desk"


def test_words_of_a_text_that_a_program_has_broken_are_whole() -> None:
    assert _joined(*SET) == "The investigation began on Monday, said the officer of the harbour."


@pytest.mark.parametrize(
    ("lines", "text", "wanted"),
    [
        (("a well-", "known pier"), "", "a well-known pier"),
        (("a dance-", "hall show"), "A dance in the hall.", "a dance-hall show"),
        (("a sing-", "along show"), "It was a sing-along.", "a sing-along show"),
        (("Anglo-", "French talks"), "", "Anglo-French talks"),
    ],
)
def test_compounds_in_such_a_text_keep_their_hyphens(
    lines: tuple[str, str], text: str, wanted: str
) -> None:
    assert _joined(*lines, text="\n".join((*SET, text))) == wanted
