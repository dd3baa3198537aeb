"""Grammar alone tells who some sources are."""

from __future__ import annotations

import pytest
from spacy.language import Language

from inquit.attribution.linking.antecedent import antecedent
from inquit.attribution.parse import parse
from inquit.attribution.stretches import mask_stretches
from inquit.model.article import article_of
from inquit.model.span import Span


def told(nlp: Language, text: str, source: str) -> str:
    """Return the words for who a source is, by the last place where it stands."""
    passage = next(iter(parse(tuple(mask_stretches(article_of(text))), nlp)))
    start = text.rindex(source)
    return antecedent(Span(start, start + len(source)), passage).of(text)


@pytest.mark.parametrize(
    ("text", "source", "who"),
    [
        ("We met the Harwell Club, a group which said that it was late.", "a group which",
         "the Harwell Club"),
        ("We met a farmer who said that it was late.", "who", "a farmer"),
        ("It was a clerk in Bonn who told me that it was late.", "who", "a clerk in Bonn"),
        ("Ida Holm, a baker who lives there, said that it was late.", "a baker", "Ida Holm"),
        ("Renko’s sister, Ida Holm said that it was late.", "Renko’s sister", "Ida Holm"),
    ],
)  # fmt: skip
def test_tells_who_is_meant(nlp: Language, text: str, source: str, who: str) -> None:
    assert told(nlp, text, source) == who


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("After meeting Ida Holm, a nurse said that it was late.", "a nurse"),
        ("The mayor said that it was late.", "The mayor"),
        ("A. It was late.", "A"),
        ("Who said that it was late?", "Who"),
        ("We bought apples which said that it was late.", "which"),
    ],
)
def test_leaves_other_sources_as_they_are(nlp: Language, text: str, source: str) -> None:
    assert told(nlp, text, source) == source
