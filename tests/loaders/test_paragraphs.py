"""Hard-wrapped paragraphs are rejoined; lines that are the writer's own stay."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inquit.loaders.text.paragraphs import rejoin

FIRST = (
    "The harbour master said on Monday that the ferry would not sail again before the steering "
    "gear had been taken apart, cleaned and put together under the eyes of two inspectors."
)
SECOND = (
    "“We have all winter,” she told reporters on the quay, while the wind took most of her words "
    "and the rain took the rest. Nobody asked her to say it again."
)
THIRD = "The company did not reply."


@pytest.mark.parametrize("width", [50, 65, 72, 80, 100])
def test_wrapped_paragraphs_come_back_as_they_were(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(each, width) for each in (FIRST, SECOND, THIRD))
    assert rejoin(wrapped) == "\n\n".join([FIRST, SECOND, THIRD])


def test_paragraphs_marked_by_an_indented_first_line_are_told_apart() -> None:
    wrapped = "\n".join(textwrap.fill(each, 70, initial_indent="    ") for each in (FIRST, SECOND))
    assert rejoin(wrapped) == f"{FIRST}\n{SECOND}"


def test_an_indented_block_is_one_paragraph() -> None:
    wrapped = textwrap.indent(textwrap.fill(FIRST, 60), "  ") + "\n\n" + textwrap.fill(SECOND, 62)
    assert rejoin(wrapped) == f"{FIRST}\n\n{SECOND}"


def test_one_line_paragraphs_stay_as_they_are() -> None:
    text = "\n".join([FIRST, SECOND, THIRD, "A last one."])
    assert rejoin(text) == text


def test_short_one_line_paragraphs_stay_as_they_are() -> None:
    text = "“No,” she said.\n“Why?” he asked.\nShe did not say.\nThe kettle boiled over at last."
    assert rejoin(text) == text


def test_verse_keeps_its_lines() -> None:
    verse = (
        "The tide came in, the tide went out,\nThe keeper trimmed his light;\n"
        "He had no clock to tell him when\nTo call it day or night."
    )
    assert rejoin(verse) == verse


def test_verse_inside_wrapped_prose_keeps_its_lines() -> None:
    verse = "The tide came in, the tide went out,\nThe keeper trimmed his light;"
    text = f"{textwrap.fill(FIRST, 72)}\n\n{verse}\n\n{textwrap.fill(SECOND, 72)}"
    assert rejoin(text) == f"{FIRST}\n\n{verse}\n\n{SECOND}"


def test_the_items_of_a_list_stay_apart_and_each_is_joined() -> None:
    item = textwrap.fill(FIRST, 72, initial_indent="- ", subsequent_indent="  ")
    other = textwrap.fill(SECOND, 72, initial_indent="- ", subsequent_indent="  ")
    assert rejoin(f"{item}\n{other}") == f"- {FIRST}\n- {SECOND}"


def test_short_items_of_a_list_stay_apart() -> None:
    text = f"{textwrap.fill(FIRST, 72)}\n\n1. ropes\n2. lamps\n3. oil"
    assert rejoin(text) == f"{FIRST}\n\n1. ropes\n2. lamps\n3. oil"


def test_a_dash_at_the_begin_of_a_wrapped_line_is_no_list() -> None:
    text = textwrap.fill(FIRST, 72) + "\n\nThe ferry, which had been late all through the summer\n"
    text += "– though never as late as this – was tied up and left to\nthe gulls."
    assert rejoin(text).endswith(
        "the summer – though never as late as this – was tied up and left to the gulls."
    )


def test_the_speakers_of_a_transcript_stay_apart() -> None:
    one = textwrap.fill(f"QUIST: {FIRST}", 72)
    two = textwrap.fill(f"THORSBY: {SECOND}", 72)
    assert rejoin(f"{one}\n{two}") == f"QUIST: {FIRST}\nTHORSBY: {SECOND}"


def test_a_hyphen_at_a_line_end_goes_where_the_text_has_the_word_without_it() -> None:
    text = (
        "The information was old. It was said that none of the infor-\n"
        "mation had been read by anyone who could have acted on it in\ntime."
    )
    assert "none of the information had" in rejoin(text)


def test_a_hyphen_at_a_line_end_stays_where_the_word_may_need_it() -> None:
    text = (
        "They spoke of partners and of proxies, and above all of Iran-\n"
        "backed groups that had moved along the border in the last few\nweeks."
    )
    assert "of Iran-backed groups" in rejoin(text)


def test_scripts_without_spaces_are_joined_without_spaces() -> None:
    line = "首相は記者団に対して答えはノーだと述べた上で来週も同じ話を続けるつもりだと語った"
    assert rejoin(f"{line}\n{line}\n{line}") == line * 3


def test_empty_lines_come_down_to_one() -> None:
    assert rejoin("\n\n\nOne.\n \n\n\nTwo.  \n\n") == "One.\n\nTwo."


@given(st.lists(st.text(alphabet="ab-. \n—1:Q“”"), max_size=30).map("\n".join))
def test_no_character_but_space_and_hyphen_is_ever_lost_or_moved(text: str) -> None:
    def kept(given: str) -> str:
        return "".join(given.replace("-", "").split())

    assert kept(rejoin(text)) == kept(text)


@given(st.text(alphabet="ab \n"))
def test_no_line_ends_in_a_space_and_no_two_empty_lines_follow_each_other(text: str) -> None:
    rejoined = rejoin(text)
    assert "\n\n\n" not in rejoined
    assert " \n" not in rejoined
    assert rejoined == rejoined.strip("\n")
