"""The form of a mention tells its head, number, gender, name and role."""

from __future__ import annotations

import pytest

from inquit.attribution.linking.mention import Being, read_mention
from inquit.model.quotation import MentionKind
from inquit.model.span import Span


def read(words: str, after: str = " said so."):  # type: ignore[no-untyped-def]
    return read_mention(words + after, Span(0, len(words)), 1)


@pytest.mark.parametrize(
    ("words", "form"),
    [("She", MentionKind.PRONOUN), ("Ida Holm", MentionKind.NAME), ("a man", MentionKind.NOMINAL),
     ("Wary Republicans", MentionKind.NOMINAL)],
)  # fmt: skip
def test_tells_its_form(words: str, form: MentionKind) -> None:
    assert read(words).form is form


@pytest.mark.parametrize(
    ("words", "being"),
    [("the council", Being.BODY), ("three farmers", Being.GROUP), ("The letter", Being.DOCUMENT),
     ("a source", Being.PERSON), ("her father", Being.PERSON)],
)  # fmt: skip
def test_tells_what_its_noun_stands_for(words: str, being: Being) -> None:
    assert read(words).being is being


def test_tells_number_gender_definiteness_and_age() -> None:
    woman, men = read("the 45-year-old woman"), read("two men")
    assert (woman.plural, woman.gender, woman.definite, woman.age) == (False, "f", True, 45)
    assert (men.plural, men.definite, men.age) == (True, False, 0)


def test_a_title_in_capitals_points_at_somebody_known() -> None:
    assert read("Duchess of Sussex").definite
    assert not read("Residents").definite


def test_tells_the_names_of_two_who_stand_side_by_side() -> None:
    both = read("Anna Brisk and Tom Holt").joined
    assert [parts.name for parts in both] == [("Anna", "Brisk"), ("Tom", "Holt")]
    assert read("Anna Brisk").joined == ()


def test_a_body_with_a_noun_for_it_is_the_body() -> None:
    name = read("the Harbour Press news agency").name
    assert name is not None
    assert name.name == ("Harbour", "Press")


def test_a_role_that_is_somebodys_last_name_is_a_name() -> None:
    words = "King"
    mention = read_mention("King said so.", Span(0, 4), 2, surnames={"king"})
    assert mention.name is not None
    assert read(words).name is None
