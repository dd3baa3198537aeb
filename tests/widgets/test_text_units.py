"""Steps over characters, words, sentences and paragraphs."""

from __future__ import annotations

import pytest

from inquit.model.span import Span
from widgets.text_units import Edge, Unit, character_end, step, word_at

TEXT = "“It is late,” Mr. Lee said. Nobody’s boats left! U.S. ships did.\nThe end 👩‍🚀 e\u0301."
CUT = TEXT.index("\n")
PARAGRAPHS = (Span(0, CUT), Span(CUT + 1, len(TEXT)))


def stepped(unit: Unit, start: int, *, ahead: bool) -> int:
    """Return where a step leads to that takes the unit in."""
    to = Edge.LAST if ahead else Edge.FIRST
    return step(TEXT, PARAGRAPHS, unit, start, ahead=ahead, to=to)


def walked(unit: Unit, start: int, *, ahead: bool) -> list[str]:
    """Return what is passed over from one step to the next, until a step leads nowhere."""
    passed, here = [], start
    while (following := stepped(unit, here, ahead=ahead)) != here:
        first, last = sorted((here, following))
        passed.append(TEXT[first : character_end(TEXT, last)])
        here = following
    return passed


def test_a_sentence_does_not_end_at_a_title_or_an_initial() -> None:
    first = stepped(Unit.SENTENCE, 0, ahead=True)
    assert TEXT[: first + 1] == "“It is late,” Mr. Lee said."
    second = stepped(Unit.SENTENCE, first, ahead=True)
    assert TEXT[first + 2 : second + 1] == "Nobody’s boats left!"
    assert stepped(Unit.SENTENCE, CUT - 1, ahead=False) == TEXT.index("U.S.")


def test_a_word_keeps_its_apostrophe_and_goes_on_into_the_next_paragraph() -> None:
    start = TEXT.index("Nobody")
    end = stepped(Unit.WORD, start, ahead=True)
    assert TEXT[start : end + 1] == "Nobody’s"
    end = stepped(Unit.WORD, CUT - 1, ahead=True)
    assert TEXT[CUT + 1 : end + 1] == "The"


def test_a_character_is_one_with_all_that_is_joined_to_it() -> None:
    start = TEXT.index("👩")
    after = stepped(Unit.CHARACTER, start, ahead=True)
    assert TEXT[start:after] == "👩‍🚀"
    assert character_end(TEXT, TEXT.index("e\u0301")) - TEXT.index("e\u0301") == 2


def test_a_paragraph_is_gone_over_at_once_both_ways() -> None:
    assert stepped(Unit.PARAGRAPH, 5, ahead=True) == CUT - 1
    assert stepped(Unit.PARAGRAPH, CUT + 3, ahead=False) == CUT + 1
    assert stepped(Unit.PARAGRAPH, CUT + 1, ahead=False) == 0


@pytest.mark.parametrize("unit", [Unit.CHARACTER, Unit.SENTENCE, Unit.PARAGRAPH])
def test_steps_reach_both_ends_of_the_text_and_stay_there(unit: Unit) -> None:
    assert walked(unit, 0, ahead=True)[-1].endswith("e\u0301.")
    assert walked(unit, len(TEXT) - 1, ahead=False)[-1].startswith("“")


def test_words_end_with_the_last_one() -> None:
    assert walked(Unit.WORD, 0, ahead=True)[-1].endswith("e\u0301")
    assert walked(Unit.WORD, len(TEXT) - 1, ahead=False)[-1].startswith("It")


def test_a_step_may_end_before_the_next_word_and_a_word_is_known_from_inside_it() -> None:
    start, late = TEXT.index("is late"), TEXT.index("late")
    assert step(TEXT, PARAGRAPHS, Unit.WORD, start, ahead=True, to=Edge.FIRST) == late
    assert word_at(TEXT, late + 2).of(TEXT) == "late"
    assert word_at(TEXT, late + 4).of(TEXT) == ","


def test_an_empty_text_leads_nowhere() -> None:
    assert step("", (), Unit.WORD, 0, ahead=True, to=Edge.LAST) == 0
