"""What counts as the same word, however it was typed."""

from __future__ import annotations

from unicodedata import normalize

import hypothesis.strategies as st
import pytest
from hypothesis import given

from inquit.model.annotation import canonical_key, name_key
from inquit.model.folding import fold_text


@pytest.mark.parametrize("name", ["Zoë Müller", "Nguyễn Thị Định", "Łukasz Żółć", "한국 기자"])
def test_a_name_with_combining_accents_is_the_name_composed(name: str) -> None:
    assert normalize("NFD", name) != normalize("NFC", name)
    assert name_key(normalize("NFD", name)) == name_key(normalize("NFC", name.upper()))


def test_accents_themselves_count() -> None:
    assert fold_text("Müller") != fold_text("Muller")


@given(text=st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text) == fold_text(normalize("NFD", text))


@given(name=st.text())
def test_a_key_that_is_canonical_stays_as_it_is(name: str) -> None:
    assert canonical_key(name_key(name)) == name_key(name)


def test_the_key_of_an_unnamed_source_is_left_alone() -> None:
    about = "unnamed:/tmp/e\u0301.txt#0:m-1"
    assert canonical_key(about) == about


@pytest.mark.parametrize("hidden", ["\u034f", "\ufe0f", "\U000e0041", "\u200d", "\u200b", "\u3164"])
def test_names_that_look_alike_have_one_key(hidden: str) -> None:
    assert name_key(f"Ad{hidden}a Byrne{hidden}") == name_key("Ada Byrne")
