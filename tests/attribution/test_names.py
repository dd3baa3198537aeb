"""Runs of capitals are told into role, title and name."""

from __future__ import annotations

import pytest

from inquit.attribution.linking.name_parts import NameParts
from inquit.attribution.linking.names import names_in
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
        ("Odd Bishop", "Odd Bishop", ""),
        ("Lord Mayor of Torvale Ida Holm", "Ida Holm", "Lord Mayor of Torvale"),
        ("Judge of Trinidad and Tobago Ida Holm", "Ida Holm", "Judge of Trinidad and Tobago"),
        ("Labour TD Ida Holm", "Ida Holm", "Labour TD"),
        ("the head of the Canal Trust Ida Holm", "Ida Holm", "head of the Canal Trust"),
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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ida Holm of Torvale County came", ["Ida Holm", "Torvale County"]),
        ("Prime Minister Ida Holm of Barbados came", ["Ida Holm", "Barbados"]),
        ("Detective Ida Holm of the Torvale police came", ["Ida Holm", "Torvale"]),
        ("the Bank of Torvale", ["Bank of Torvale"]),
        ("minister in the Ministry of Health Ida Bishop said", ["Ida Bishop"]),
        ("secretary in the Ministry of Health Orrin Vale said", ["Orrin Vale"]),
    ],
)
def test_tells_people_from_the_body_or_place_beside_them(text: str, names: list[str]) -> None:
    assert [" ".join(parts.name) for parts in names_in(text)] == names


def test_takes_what_a_person_has_for_a_body() -> None:
    (_, firm) = names_in("Ida Holm's Holmworks")
    assert firm.kind is SourceKind.ORGANISATION


@pytest.mark.parametrize("text", ["Reporters came", "Residents of Torvale came", "Fans came"])
def test_takes_a_noun_for_many_for_no_name(text: str) -> None:
    assert [" ".join(parts.name) for parts in names_in(text)] in ([], ["Torvale"])


def test_takes_a_role_alone_for_no_name() -> None:
    assert list(names_in("the Prime Minister")) == []


def test_gives_spans_in_the_article() -> None:
    (parts,) = names_in("It was Ida Holm.", offset=50)
    assert (parts.span.start, parts.span.end) == (57, 65)
