"""What somebody does tells by what description they may be called back."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from spacy.language import Language

from inquit.attribution.linking.callings import callings_of


def told(nlp: Language, text: str) -> Mapping[str, frozenset[str]]:
    doc = nlp(text)
    return callings_of(next(token for token in doc if token.text == "Holm"))


@pytest.mark.parametrize(
    ("text", "calling"),
    [
        ("Ida Holm owns the mill.", "owner"),
        ("Ida Holm is a nurse.", "nurse"),
        ("Ida Holm works as a nurse.", "nurse"),
        ("Ida Holm, who owns the mill, was out.", "owner"),
    ],
)
def test_tells_what_somebody_is(nlp: Language, text: str, calling: str) -> None:
    assert calling in told(nlp, text)


def test_keeps_the_words_that_tell_more(nlp: Language) -> None:
    assert "mill" in told(nlp, "Ida Holm owns the mill in Harwell.")["owner"]


def test_tells_nothing_of_what_is_denied(nlp: Language) -> None:
    assert told(nlp, "Ida Holm is not a nurse.") == {}


def test_tells_nothing_of_what_is_done_to_nothing(nlp: Language) -> None:
    assert told(nlp, "Ida Holm ran out.") == {}
