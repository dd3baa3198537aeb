"""Large initials, raised numbers and broken words of typeset pages read as they are spoken."""

from __future__ import annotations

import pytest

from inquit.loaders.pdf.loader import load_pdf
from tests.loaders import making

pytest.importorskip("pdfminer")

REST = (
    "day evening. It waited for two winters, said the mayor, Anna",
    "Brisk, in the town hall, where the band of the fire brigade was",
)
UNDER = ("heard by her deputy, Tom Holt, until late, and then the town went home.",)


def _text(content: str) -> str:
    return load_pdf(making.pdf(content), article_id=None, origin="a.pdf").text


def _with_initial(initial: str, first: str, *, base: int = 688, left: int = 100) -> str:
    return (
        making.lines(60, base, 36, initial)
        + making.lines(left, 712, 10, first, *REST)
        + making.lines(60, 676, 10, *UNDER)
    )


@pytest.mark.parametrize("base", [684, 688, 700])
def test_a_large_initial_begins_its_word_and_its_paragraph(base: int) -> None:
    text = _text(
        _with_initial("T", "he bridge will open in May, the council said on Tues-", base=base)
    )
    assert text == (
        "The bridge will open in May, the council said on Tuesday evening. It waited for two "
        "winters, said the mayor, Anna Brisk, in the town hall, where the band of the fire brigade "
        "was heard by her deputy, Tom Holt, until late, and then the town went home."
    )


@pytest.mark.parametrize(
    ("initial", "first", "begun"),
    [
        ('"W', "e waited for two winters", '"We waited'),
        ("T", "HE BRIDGE will open in May", "THE BRIDGE"),
        ("A", "bridge will open in May", "A bridge"),
        ("A", "fter two winters it will open", "After two"),
        ("A", "t last it will open in May", "At last"),
        ("I", "t will open in May, they say", "It will"),
        ("I", "never saw it open in May", "I never"),
        ("I", "nside the hall they waited", "Inside the"),
        ("O", "n Monday it will open again", "On Monday"),
    ],
)
def test_an_initial_that_is_a_word_by_itself_stays_one(
    initial: str, first: str, begun: str
) -> None:
    left = 112 if '"' in initial else 100
    assert _text(_with_initial(initial, first, left=left)).startswith(begun)


def test_a_heading_of_one_letter_is_no_initial() -> None:
    page = making.lines(60, 700, 20, "B") + making.lines(60, 660, 10, *REST, *UNDER)
    assert _text(page).startswith("B day evening.")


def _raised(number: str) -> str:
    return f"/F 7 Tf 4 Ts ({number}) Tj 0 Ts /F 11 Tf"


def test_a_raised_number_is_not_glued_to_its_word() -> None:
    line = f"BT /F 11 Tf 60 700 Td (We tested it in March) Tj {_raised('12')} ( and on 3) Tj ET "
    assert _text(line + making.lines(60, 660, 11, *REST)).startswith(
        "We tested it in March¹² and on 3"
    )


def test_a_lowered_number_and_a_raised_word_stay() -> None:
    lowered = "/F 7 Tf -2 Ts (2) Tj 0 Ts /F 11 Tf"
    line = (
        f"BT /F 11 Tf 60 700 Td (CO) Tj {lowered} ( on the 1) Tj {_raised('st')} ( of May) Tj ET "
    )
    assert _text(line + making.lines(60, 660, 11, *REST)).startswith("CO2 on the 1st of May")


@pytest.mark.parametrize(
    ("head", "tail", "word"),
    [
        ("Tues-", "day", "Tuesday"),
        ("play-", "ing", "playing"),
        ("re-", "porter", "reporter"),
        ("short-", "age", "shortage"),
        ("long-", "er", "longer"),
        ("state-", "owned", "state-owned"),
        ("long-", "term", "long-term"),
        ("so-", "cial", "social"),
        ("ex-", "plained", "explained"),
        ("ex-", "minister", "ex-minister"),
        ("south-", "ern", "southern"),
        ("high-", "way", "highway"),
        ("vice-", "chair", "vice-chair"),
        ("twenty-", "one", "twenty-one"),
        ("Anna-", "Maria", "Anna-Maria"),
        ("harbour-", "council", "harbour-council"),
    ],
)
def test_a_word_broken_at_the_end_of_a_typeset_line_is_whole_and_a_compound_stays(
    head: str, tail: str, word: str
) -> None:
    lines = (f"The harbour and the council said it was {head}", f"{tail} that they waited for.")
    assert f"it was {word} that" in _text(making.lines(60, 700, 10, *lines))


def test_an_initial_in_a_column_is_of_that_column() -> None:
    left = making.lines(60, 700, 10, *(["The harbour was calm all day, and nobody sailed."] * 4))
    right = (
        making.lines(330, 676, 36, "N")
        + making.lines(362, 700, 10, "obody knows who built it, said", "the mayor, and nobody asks")
        + making.lines(330, 676, 10, "her about it any more, she said.")
    )
    assert _text(left + right).endswith(
        "sailed.\n\nNobody knows who built it, said the mayor, and nobody asks her about it any "
        "more, she said."
    )
