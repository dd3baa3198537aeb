"""Dossiers from the index."""

from __future__ import annotations

from sqlite3 import Connection

import pytest

from inquit.library.dossier.echoes import find_echoes
from inquit.library.dossier.gathering import find_name, gather_dossier, list_sources
from inquit.library.index.writing import put_entries
from tests.library.dossier.making import ruling
from tests.library.index.making import make_entry

MARCH = (
    "“We will raise tariffs at once next year.” said Pat Ryder (spokesman). “No.” said officials."
)
MAY = "“We stay.” said Pat Ryder (chief spokesman). “So do I.” said Patrick Ryder (baker)."
JUNE = (
    "“They will raise tariffs at once next year.” said Ana Ruiz. “Bread.” said Pat Ryder (baker)."
)


@pytest.fixture(autouse=True)
def articles(index: Connection) -> None:
    put_entries(
        index,
        [
            make_entry(MARCH, article_id="m3", title="March", published="2026-03-04"),
            make_entry(MAY, article_id="m5", title="May", published="2026-05-06"),
            make_entry(JUNE, article_id="m6", title="June", published="2026-06-07"),
        ],
    )


def test_statements_come_newest_first_with_roles_over_time(index: Connection) -> None:
    dossier = gather_dossier(index, "Pat Ryder")
    assert dossier is not None
    assert [each.article.title for each in dossier.statements] == ["May", "March"]
    assert [(role.role, role.first) for role in dossier.roles] == [
        ("spokesman", "2026-03-04"),
        ("chief spokesman", "2026-05-06"),
    ]
    assert dossier.months == (("2026-03", 1), ("2026-04", 0), ("2026-05", 1))
    assert [(each.name, each.role) for each in dossier.perhaps] == [
        ("Pat Ryder", "baker"),
        ("Patrick Ryder", "baker"),
    ]
    assert [each.description for each in dossier.unnamed] == ["officials"]


def test_what_the_reader_said_joins_and_parts(index: Connection) -> None:
    said = [
        ruling("Pat Ryder", "Patrick Ryder", same=True),
        ruling("Pat Ryder", "Pat Ryder", "m3", same=False),
    ]
    dossier = gather_dossier(index, "Pat Ryder", said)
    assert dossier is not None
    assert "March" not in [each.article.title for each in dossier.statements]
    assert "Patrick Ryder" in [each.quote.speaker for each in dossier.statements]
    assert len(dossier.rulings) == 2


def test_a_dossier_is_there_as_long_as_anything_said_of_it_can_be_taken_back(
    index: Connection,
) -> None:
    said = [ruling("Ana Ruiz", "Ana Ruiz", "m6", same=False)]
    dossier = gather_dossier(index, "Ana Ruiz", said)
    assert dossier is not None
    assert (dossier.statements, len(dossier.rulings)) == ((), 1)


def test_a_name_is_found_by_some_of_its_words(index: Connection) -> None:
    assert find_name(index, "pat ryder") == "Pat Ryder"
    assert find_name(index, "ryder") == "Pat Ryder"
    assert find_name(index, "ruiz") == "Ana Ruiz"
    assert find_name(index, "nobody") is None
    assert find_name(index, "officials") is None
    assert find_name(index, '"; DROP TABLE') is None
    assert gather_dossier(index, "Nobody Here") is None


def test_bodies_that_end_alike_are_not_alike(index: Connection) -> None:
    text = "“Yes.” said The Ryder campaign. “No.” said The Ruiz campaign."
    put_entries(index, [make_entry(text, article_id="c")])
    dossier = gather_dossier(index, "The Ryder campaign")
    assert dossier is not None
    assert dossier.perhaps == ()


def test_a_name_without_words_is_like_no_other(index: Connection) -> None:
    text = "“Yes.” said —. “No.” said The."
    put_entries(index, [make_entry(text, article_id="c")])
    for name in ("—", "The"):
        dossier = gather_dossier(index, name)
        assert dossier is None or dossier.perhaps == ()


def test_the_most_quoted_come_first(index: Connection) -> None:
    assert list_sources(index, 1) == (("Pat Ryder", 3, 3),)


def test_others_with_the_same_words_are_found(index: Connection) -> None:
    dossier = gather_dossier(index, "Pat Ryder")
    assert dossier is not None
    (echo,) = find_echoes(index, dossier.statements)
    assert (echo.quote.speaker, echo.article.title) == ("Ana Ruiz", "June")
    assert echo.words == "will raise tariffs at once next year"
