"""The engine finds in each case of cases.toml what stands there, and nothing else."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inquit.model.quotation import Analysis

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))["case"]


def name_of(case: dict[str, Any]) -> str:
    return f"{case['group']}: {case['text'][:50]}"


def found_in(analysis: Analysis, text: str, *, names: bool) -> list[dict[str, Any]]:
    sources = {source.id: source.name for source in analysis.sources}
    found = []
    for quote, given in zip(analysis.quotes, analysis.attributions, strict=True):
        if quote.within is not None:
            continue
        one: dict[str, Any] = {
            "type": str(quote.type),
            "content": [span.of(text) for span in quote.content_spans],
        }
        if given.cue is not None:
            one["cue"] = given.cue.span.of(text)
        if given.mention is not None:
            one["source"] = given.mention.span.of(text)
        if given.addressee is not None:
            one["to"] = given.addressee.of(text)
        if names and given.source_id is not None:
            one["name"] = sources[given.source_id]
        found.append(one)
    return found


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_finds_what_the_case_says(
    case: dict[str, Any], analysed: Callable[[str], Analysis]
) -> None:
    names = any("name" in quote for quote in case["quotes"])
    found = found_in(analysed(case["text"]), case["text"], names=names)
    for quote, expected in zip(found, case["quotes"], strict=False):
        if "name" not in expected:
            quote.pop("name", None)
    assert found == case["quotes"]


def test_there_are_cases_for_every_group() -> None:
    assert len({case["group"] for case in CASES}) >= 10
