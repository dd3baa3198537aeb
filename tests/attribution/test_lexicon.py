"""The words of the engine stand in data files, each once, with their features."""

from __future__ import annotations

from importlib.resources import files

import pytest

from inquit.attribution.lexicon import features, human_nouns, nouns, words_with
from inquit.attribution.lexicon.gender import gender_in, gender_of_role

TABLES = sorted(
    path.name.removesuffix(".txt")
    for path in files("inquit.attribution.lexicon").iterdir()
    if path.name.endswith(".txt")
)


@pytest.mark.parametrize("table", TABLES)
def test_each_word_stands_once_in_order_with_a_feature(table: str) -> None:
    text = (files("inquit.attribution.lexicon") / f"{table}.txt").read_text("utf-8")
    words = [line.split(":")[0] for line in text.splitlines() if not line.startswith("#")]
    assert words == sorted(set(words))
    assert all(features(table).values()) or table == "titles"


@pytest.mark.parametrize("table", TABLES)
def test_the_head_of_a_table_tells_every_feature(table: str) -> None:
    text = (files("inquit.attribution.lexicon") / f"{table}.txt").read_text("utf-8")
    head = " ".join(line for line in text.splitlines() if line.startswith("#"))
    used = set().union(*features(table).values())
    assert {one for one in used if one.split("-")[0] not in head} == set()


def test_finds_words_by_any_of_some_features() -> None:
    assert "mayor" in nouns("office", "body")
    assert "council" in nouns("office", "body")
    assert "mayor" not in nouns("body")
    assert "farmer" in human_nouns()
    assert words_with("nouns") >= nouns("role")


def test_tells_gender_only_where_a_word_has_one() -> None:
    assert [gender_in("given_names", name) for name in ("Anna", "Peter", "Robin")] == ["f", "m", ""]
    assert [gender_of_role(role) for role in ("ferryman", "actress", "mayor")] == ["m", "f", ""]
