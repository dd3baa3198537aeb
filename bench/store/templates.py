"""Articles made from templates, in which every passage has look-alikes: votes, answers, tickers."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

FIRST = ("Mona", "Paul", "Gina", "Ann", "Ruth", "Omar", "Lena", "Ivo", "Tess", "Hugo")
LAST = ("Cook", "Cooke", "Reed", "Mason", "Lee", "Leo", "Berg", "Berger", "Hale", "Ortiz")
PLACES = ("Mill Lane", "Hill Lane", "the north bridge", "the south bridge", "Oak Road", "the quay")
DEEDS = ("closing", "opening", "widening", "selling", "lighting")
TEAMS = ("United", "Rovers", "Athletic", "City")
THINGS = ("the plan", "the budget", "the loan", "the fee", "the tram", "the pool")
ANSWERS = ("No.", "Yes.", "No.", "I abstain.", "Never.", "No, I did not.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph; passage is a stretch of it that a reader may mark, inquit one that credits it.

    Both are half-open stretches of the text, (0, 0) where there is none.
    """

    text: str
    passage: tuple[int, int] = (0, 0)
    inquit: tuple[int, int] = (0, 0)

    @property
    def said(self) -> tuple[str, str]:
        """The inquit and the passage, in words."""
        return self.text[slice(*self.inquit)], self.text[slice(*self.passage)]


Template = Callable[[random.Random, int], list[Line]]
"""Makes one entry of an article: chance, and the number of the entry."""


def _line(before: str, passage: str, after: str, inquit: str = "") -> Line:
    text = before + passage + after
    start = text.find(inquit) if inquit else 0
    end = len(before) + len(passage)
    return Line(text=text, passage=(len(before), end), inquit=(start, start + len(inquit)))


def _name(chance: random.Random) -> str:
    return f"{chance.choice(FIRST)} {chance.choice(LAST)}"


def _roll_call(chance: random.Random, number: int) -> list[Line]:  # noqa: ARG001
    name = _name(chance)
    return [_line(f"{name}: ", chance.choice(ANSWERS), "", f"{name}:")]


def _vote_in_words(chance: random.Random, number: int) -> list[Line]:  # noqa: ARG001
    name, answer = _name(chance), chance.choice(ANSWERS).rstrip(".")
    said = f"said {name}"
    return [_line("“", f"{answer},", f"” {said}.", said)]


def _called_up(chance: random.Random, number: int) -> list[Line]:  # noqa: ARG001
    name = _name(chance)
    return [Line(text=f"The clerk called {name}."), _line("", chance.choice(ANSWERS), "")]


def _question(chance: random.Random, number: int) -> list[Line]:  # noqa: ARG001
    asked = f"Q: Have you read {chance.choice(THINGS)}?"
    return [Line(text=asked), _line("A: ", chance.choice(ANSWERS), "")]


def _ticker(chance: random.Random, number: int) -> list[Line]:
    time = f"{12 + number // 60}:{number % 60:02}"
    words = f"{chance.choice(TEAMS)} score, {chance.randint(0, 3)}-{chance.randint(0, 3)}."
    return [_line(f"{time} ", words, "")]


def _police_ticker(chance: random.Random, number: int) -> list[Line]:
    time, place = f"{12 + number // 60}:{number % 60:02}", chance.choice(PLACES)
    words = f"we are {chance.choice(DEEDS)} {place} until further notice, please use other ways"
    return [_line(f"{time} Police: “", words, ".”", "Police:")]


def _minutes(chance: random.Random, number: int) -> list[Line]:
    name, deed, place = _name(chance), chance.choice(DEEDS), chance.choice(PLACES)
    return [
        Line(text=f"Item {number}. {place[0].upper()}{place[1:]}"),
        _line(f"{name} spoke for ", f"{deed} {place}", " and asked for a vote.", name),
        _line("", chance.choice(("The motion was carried.", "The motion was lost.")), ""),
    ]


def _motion(chance: random.Random, number: int) -> list[Line]:  # noqa: ARG001
    name, deed, place = _name(chance), chance.choice(DEEDS), chance.choice(PLACES)
    words = f"The council should vote for {deed} {place} before the winter comes"
    return [
        Line(text="The chair opened the debate."),
        _line("“", f"{words},", f"” {name} told the meeting.", f"{name} told"),
        Line(text="The chair closed the debate."),
    ]


def _long_result(chance: random.Random, number: int) -> list[Line]:
    words = f"The motion was carried by {chance.randint(5, 9)} votes to {chance.randint(1, 4)}."
    return [Line(text=f"The vote on item {number} was taken."), _line("", words, "")]


def _anonymous(chance: random.Random, number: int) -> list[Line]:  # noqa: ARG001
    said = chance.choice(("she said", "he said"))
    words = f"I am against {chance.choice(DEEDS)} {chance.choice(PLACES)},"
    return [_line("“", words, f"” {said}.")]


def _named_far_off(chance: random.Random, number: int) -> list[Line]:  # noqa: ARG001
    name, deed, place = _name(chance), chance.choice(DEEDS), chance.choice(PLACES)
    words = f"We will not pay for {deed} {place} unless the county pays its own share"
    head = f"In the end {name}, who spoke first, told the council on Tuesday that night: “"
    return [_line(head, words, ".”", f"{name}, who spoke first, told")]


TEMPLATES: dict[str, tuple[Template, ...]] = {
    "roll calls": (_roll_call,),
    "votes in words": (_vote_in_words,),
    "called up": (_called_up,),
    "one-word answers": (_question,),
    "live tickers": (_ticker, _police_ticker),
    "minutes": (_minutes, _long_result),
    "debates": (_motion, _anonymous),
    "named far off": (_named_far_off,),
    "mixed": (_roll_call, _vote_in_words, _motion, _long_result, _question),
}
"""The kinds of article, each with the entries that it is made of."""


def entries(name: str, chance: random.Random) -> list[list[Line]]:
    """Return the entries of a new article of a kind, each of one to three paragraphs."""
    templates, first = TEMPLATES[name], chance.randint(1, 40)
    count = chance.randint(2, 14)
    return [chance.choice(templates)(chance, first + number) for number in range(count)]
