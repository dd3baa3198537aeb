"""Each case of sources.toml is credited to whom it says."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inquit.model.quotation import Analysis

CASES = tomllib.loads(Path(__file__).with_name("sources.toml").read_text("utf-8"))["case"]


def case_of(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(reason=case["open"], strict=True)] if "open" in case else []
    return pytest.param(case, id=f"{case['group']}: {case['text'][:40]}", marks=marks)


def credited(analysis: Analysis, text: str, words: str) -> str:
    """Return the name of whom the outermost quote that holds some words is credited to."""
    at = text.index(words)
    names = {source.id: source.name for source in analysis.sources}
    within = [
        (sum(map(len, quote.content_spans)), given)
        for quote, given in zip(analysis.quotes, analysis.attributions, strict=True)
        if any(at in span for span in quote.content_spans)
    ]
    assert within, f"no quote holds {words!r}"
    given = max(within, key=lambda pair: pair[0])[1]
    return names[given.source_id] if given.source_id is not None else ""


@pytest.mark.parametrize("case", map(case_of, CASES))
def test_credits_whom_the_case_says(
    case: dict[str, Any], analysed: Callable[[str], Analysis]
) -> None:
    analysis = analysed(case["text"])
    who = [[words, credited(analysis, case["text"], words)] for words, _ in case["who"]]
    assert who == case["who"]
    described = {s.name: [s.name, str(s.kind), s.role or ""] for s in analysis.sources}
    expected = case.get("sources", [])
    assert [described.get(name) for name, *_ in expected] == expected


def test_there_are_cases_for_every_group() -> None:
    assert len({case["group"] for case in CASES}) >= 9
