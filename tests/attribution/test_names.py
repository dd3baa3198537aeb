"""Runs of capitals are told into role, title and name."""

from __future__ import annotations

import pytest

from inquit.attribution.linking.names import NameParts, names_in
from inquit.model.quotation import SourceKind


def test_contractions_are_no_names() -> None:
    assert [list(names_in(text)) for text in ("Don't go", "You’re late", "We'll see")] == [
        [],
        [],
        [],
    ]


def only(text: str) -> NameParts:
    (parts,) = names_in(text)
    return parts


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Ida Holm", "Ida Holm", ""),
        ("President Ida Holm", "Ida Holm", "President"),
        ("Danish President Ida Holm", "Ida Holm", "Danish President"),
        ("Danish Secretary of Fisheries Ida Holm", "Ida Holm", "Danish Secretary of Fisheries"),
        ("Harbour Press Secretary Maj. Gen. Ida Holm", "Ida Holm", "Harbour Press Secretary"),
        ("Mr. Lund", "Lund", ""),
        ("Sen. Per Lund", "Per Lund", ""),
        ("former president Per Lund", "Per Lund", "former president"),
        ("Ludwig van Houten", "Ludwig van Houten", ""),
        ("Omar al-Amin", "Omar al-Amin", ""),
        ("J. R. Holm", "J. R. Holm", ""),
        ("Ida Holm’s", "Ida Holm", ""),
    ],
)
def test_parts_a_name_from_role_and_title(text: str, name: str, role: str) -> None:
    parts = only(text)
    assert (" ".join(parts.name), parts.role) == (name, role)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("the Northern Fishing Company", SourceKind.ORGANISATION),
        ("NATO", SourceKind.ORGANISATION),
        ("Mr. Lund", SourceKind.PERSON),
        ("Ida Holm", SourceKind.PERSON),
        ("Lund", None),
    ],
)
def test_tells_people_from_organisations_where_the_form_does(
    text: str, kind: SourceKind | None
) -> None:
    assert only(text).kind is kind


def test_takes_a_title_for_better_evidence_of_gender_than_a_given_name() -> None:
    assert only("Mrs. John Holm").gender == "f"
    assert only("John Holm").gender == "m"
    assert only("Lund").gender == ""


def test_takes_no_weekday_and_no_first_word_for_a_name() -> None:
    assert [" ".join(p.name) for p in names_in("On Monday the ship left. It sank.")] == []


def test_takes_a_role_alone_for_no_name() -> None:
    assert list(names_in("the Prime Minister")) == []


def test_gives_spans_in_the_article() -> None:
    (parts,) = names_in("It was Ida Holm.", offset=50)
    assert (parts.span.start, parts.span.end) == (57, 65)
