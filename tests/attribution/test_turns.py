"""In a dialogue every second turn is the same speaker's, unless the text says otherwise."""

from __future__ import annotations

from inquit.attribution.rules.dialogue import reads_as_dialogue
from inquit.attribution.rules.draft import Draft
from inquit.attribution.rules.turns import Turn, take_turns
from inquit.model.article import article_of
from inquit.model.span import Span


def turn(paragraph: int, who: str = "", source: Span | None = None) -> Turn:
    draft = Draft(contents=[Span(0, 1)], source=source, method="x", confidence=0.0, reason="")
    return Turn(paragraph=paragraph, draft=draft, source=source, who=who)


ANNA, PER = Span(1, 5), Span(6, 9)


def test_turns_alternate() -> None:
    turns = [turn(1, "anna", ANNA), turn(2, "per", PER), turn(3), turn(4)]
    take_turns(turns, 0)
    assert [one.draft.source for one in turns] == [ANNA, PER, ANNA, PER]


def test_a_later_turn_tells_an_earlier_one() -> None:
    turns = [turn(1), turn(2, "per", PER), turn(3, "anna", ANNA)]
    take_turns(turns, 0)
    assert turns[0].draft.source == ANNA


def test_a_gap_ends_the_alternation() -> None:
    turns = [turn(1, "anna", ANNA), turn(9)]
    take_turns(turns, 0)
    assert turns[1].draft.method != "turn"


def test_tells_a_dialogue_from_news() -> None:
    dialogue = article_of("“Where to?” said Anna.\n" + "“Out.”\n“Alone?”\n" * 4)
    news = article_of("“The dam is old,” said Holm.\nThe council met on Monday.\n" * 8)
    assert reads_as_dialogue(dialogue)
    assert not reads_as_dialogue(news)
