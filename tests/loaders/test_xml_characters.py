"""Characters that XML has not, raw or as references, in the source of a page."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from inquit.loaders.page.xml_characters import without_illegal

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
PARTS = ("&#", "x", "1b", "27", "0", "7", ";", "\x00", "\x1b", "\x07", "\x19", "[", "\ufffe", "a")


def parsed(source: str) -> str:
    """Return the text that the parser of HTML makes of a source."""
    return html.document_fromstring(f"<p>.{without_illegal(source)}</p>").text_content()


@pytest.mark.parametrize(
    "source", ["&#x\x19b;", "&#&#0;x1b;", "&#x\x1b1b;", "&#x1\x07b;", "&#&#27;27;", "&#6553&#0;4;"]
)
def test_what_is_taken_out_leaves_no_reference_to_what_is_as_bad(source: str) -> None:
    assert not ILLEGAL.search(parsed(source))


@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
def test_nothing_that_xml_has_not_is_in_what_the_parser_makes(source: str) -> None:
    assert not ILLEGAL.search(parsed(source))


def test_a_character_that_nobody_sees_does_not_part_a_word() -> None:
    assert without_illegal("<p>har\x00bo\x19ur</p>") == "<p>harbour</p>"


def test_a_sequence_is_still_one_afterwards() -> None:
    assert without_illegal("\x1b]0;title\x07 &#27;[2J") == "\x9d0;title\x9c \x9b2J"
