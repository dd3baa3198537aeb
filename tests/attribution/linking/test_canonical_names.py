"""A source's name is the fullest that running text gives, without titles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from inquit.attribution.linking.headings import tells_no_names
from inquit.model.quotation import Analysis
from inquit.model.structure import BlockKind

Analysed = Callable[[str], Analysis]

NAMES = [
    ("Mayor Anna Brisk said the bridge would open.", "Anna Brisk", "Mayor"),
    ("Prince Edgar said the bridge would open.", "Prince Edgar", None),
    ("King Edgar II said the bridge would open.", "King Edgar II", None),
    ("Taoiseach Liam Roe said the bridge would open.", "Liam Roe", "Taoiseach"),
    ("President-elect Ann Roe said the bridge would open.", "Ann Roe", "President-elect"),
    ("Young Tom Holt said the bridge would open.", "Tom Holt", None),
    ("Laurence des Prés said the bridge would open.", "Laurence des Prés", None),
    ("Torvale.com Inc. said the bridge would open.", "Torvale.com Inc.", None),
    ("The Torvale County Sheriff's Office said the bridge would open.",
     "Torvale County Sheriff's Office", None),
    ("Wayne King, who resigned, said the bridge would open.", "Wayne King", None),
    ("People who have spoken with the mayor said the bridge would open.",
     "People who have spoken with the mayor", None),
    ("Inside Anna and Tom's Long Life Together\n\nAnna Brisk came. Anna said it was cold.",
     "Anna Brisk", None),
    ("Ann Roe Wins the Long Race\n\nThe town was full. Roe said it was cold.", "Roe", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "role"), NAMES)
def test_a_source_is_named_so(text: str, name: str, role: str | None, analysed: Analysed) -> None:
    sources = analysed(text).sources
    assert [(one.name, one.role) for one in sources] == [(name, role)]


@pytest.mark.parametrize(
    ("text", "kind", "none"),
    [
        ("Inside Anna and Tom's Long Life Together", BlockKind.PARAGRAPH, True),
        ("Anna Brisk opens the bridge at noon", BlockKind.HEADING, False),
        ("Anna Brisk, Tom Holt and Karl Denz spoke.", BlockKind.PARAGRAPH, False),
        ("Anna Brisk opens the bridge.", BlockKind.CAPTION, True),
        ("Anna Brisk", BlockKind.PARAGRAPH, False),
    ],
)
def test_headings_in_title_case_and_captions_are_no_evidence(
    text: str, kind: BlockKind, *, none: bool
) -> None:
    assert tells_no_names(text, kind) is none
