"""Whether two articles credit the same one."""

from __future__ import annotations

import pytest

from inquit.model.quotation import SourceKind
from inquit.verification.speakers import Speaker, are_same

PERSON, BODY, UNNAMED = SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.UNNAMED


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Nora Quist", PERSON), ("Quist", PERSON), True),
        (("NORA QUIST", PERSON), ("Nora Quist", PERSON), True),
        (("Nora Quist", PERSON), ("Tom Holt", PERSON), False),
        (("Nora Quist", PERSON), ("Ann Quist", PERSON), False),
        (("Joe Roe", PERSON), ("Joseph Roe", PERSON), None),
        (("Nora Quist", PERSON), ("Nora Lund", PERSON), None),
        (("the Harbour Board", BODY), ("Harbour Board", BODY), True),
        (("HB", BODY), ("Harbour Board", BODY), None),
        (("Harbour Board", BODY), ("Orbis Systems", BODY), False),
        (("Harbour Board", BODY), ("Nora Quist", PERSON), None),
        (("an official", UNNAMED), ("Nora Quist", PERSON), None),
        (("an official", UNNAMED), ("a spokesman", UNNAMED), None),
    ],
)
def test_names_tell_whether_they_mean_the_same(one, other, same) -> None:
    first, second = Speaker(name=one[0], kind=one[1]), Speaker(name=other[0], kind=other[1])
    assert are_same(first, second) is same
    assert are_same(second, first) is same
