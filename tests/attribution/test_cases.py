"""The engine finds in each case of cases.toml and cases/ what stands there, and nothing else."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inquit.model.quotation import Analysis

HERE = Path(__file__).parent
FILES = (HERE / "cases.toml", *sorted((HERE / "cases").glob("*.toml")))
CASES = [case for path in FILES for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]


def name_of(case: dict[str, Any]) -> str:
    return f"{case['group']}: {case['text'][:50]}"


def found_in(
    analysis: Analysis, text: str, expected: list[dict[str, Any]], *, nested: bool
) -> list[dict[str, Any]]:
    """Return what was found on one level, as a case has it, names only where they are expected."""
    sources = {source.id: source.name for source in analysis.sources}
    found = []
    for quote, given in zip(analysis.quotes, analysis.attributions, strict=True):
        if (quote.within is not None) is not nested:
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
        one |= {name: True for name in ("negated", "topic") if getattr(quote, name)}
        if given.source_id is not None:
            one["name"] = sources[given.source_id]
        found.append(one)
    for quote, wanted in zip(found, expected, strict=False):
        if "name" not in wanted:
            quote.pop("name", None)
    return found


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_finds_what_the_case_says(
    case: dict[str, Any], analysed: Callable[[str], Analysis]
) -> None:
    text, nested = case["text"], case.get("nested", [])
    analysis = analysed(text)
    assert found_in(analysis, text, case["quotes"], nested=False) == case["quotes"]
    assert found_in(analysis, text, nested, nested=True) == nested


def test_there_are_cases_for_every_group() -> None:
    assert len({case["group"] for case in CASES}) >= 10
