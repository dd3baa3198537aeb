"""Patterns that are compiled when they are first used behave as compiled ones."""

from __future__ import annotations

import re

import pytest

from inquit.model.pattern_at_need import pattern_at_need


def test_it_finds_and_replaces_as_a_compiled_pattern_does() -> None:
    pattern = pattern_at_need(r"(?P<word>[a-z]+)-", re.IGNORECASE)
    for _ in range(2):
        found = pattern.search("an Old-fashioned word")
        assert found is not None
        assert found["word"] == "Old"
    assert pattern.sub("", "Old-new") == "new"
    assert pattern.groups == 1
    assert pattern.pattern == r"(?P<word>[a-z]+)-"


def test_it_takes_bytes_where_it_is_of_bytes() -> None:
    assert pattern_at_need(rb"\d+").findall(b"1 and 22") == [b"1", b"22"]


def test_a_faulty_expression_fails_at_its_first_use() -> None:
    pattern = pattern_at_need("(")
    with pytest.raises(re.error):
        pattern.search("")
