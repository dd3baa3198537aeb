"""Forms of reporting verbs lead to their dictionary form."""

from __future__ import annotations

import pytest

from inquit.attribution.rules.verbs import FORMS


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("said", "say"),
        ("says", "say"),
        ("told", "tell"),
        ("adding", "add"),
        ("argued", "argue"),
        ("admitted", "admit"),
        ("denies", "deny"),
        ("replied", "reply"),
        ("pledging", "pledge"),
        ("teaches", None),
    ],
)
def test_knows_the_forms_of_reporting_verbs(form: str, verb: str | None) -> None:
    assert FORMS.get(form) == verb
