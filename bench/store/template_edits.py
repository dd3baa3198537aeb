"""Edits of articles made from templates; of each passage it is known what becomes of it.

A paragraph is known by itself, whatever it says, so that a look-alike never passes for it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from bench.store.templates import DEEDS, FIRST, LAST, PLACES, Line, entries
from inquit.model.span import Span


class Outcome(StrEnum):
    """What became of an anchor."""

    FOUND = "found"
    REWORDED = "found, reworded"
    ORPHANED = "orphaned"
    GONE = "rightly orphaned"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A passage, the article that it was marked in, and that article after an edit.

    Attributes:
        kind: the kind of article.
        edit: the name of the edit.
        before: the paragraphs as they were.
        marked: which of them holds the passage.
        after: the paragraphs as they are; those that were kept are the same objects.
        heir: what the passage's own paragraph became, reworded; None where it is as it was.
    """

    kind: str
    edit: str
    before: tuple[Line, ...]
    marked: int
    after: tuple[Line, ...]
    heir: Line | None = None

    @property
    def span(self) -> Span:
        """Where the passage was."""
        return _place_passage(self.before, self.marked)

    @property
    def inquit(self) -> Span | None:
        """Where the words are that name who said it, or None where there are none."""
        own = self.before[self.marked]
        start = self.span.start - own.passage[0]
        return Span(*own.inquit).shifted(start) if own.inquit != (0, 0) else None

    def outcome(self, found: Span | None) -> Outcome:
        """Return what a place that was found, or none, amounts to."""
        own = self.before[self.marked]
        places = [n for n, line in enumerate(self.after) if line is own]
        if found is None:
            return Outcome.ORPHANED if places else Outcome.GONE
        if any(_place_passage(self.after, n) == found for n in places):
            return Outcome.FOUND
        for number, line in enumerate(self.after):
            if line.passage != (0, 0) and _place_passage(self.after, number) == found:
                if self._reads_the_same(number) or self._says_the_same(line):
                    return Outcome.FOUND
                if line is self.heir:
                    return Outcome.REWORDED
        return Outcome.WRONG

    def _reads_the_same(self, number: int) -> bool:
        """Tell whether a paragraph and those beside it read as the passage's own once did."""
        return _around(self.after, number) == _around(self.before, self.marked)

    def _says_the_same(self, line: Line) -> bool:
        """Tell whether a paragraph gives the passage's words to the one whom it names."""
        own = self.before[self.marked]
        return own.inquit != (0, 0) and own.said == line.said


def text_of(lines: tuple[Line, ...]) -> str:
    """Return paragraphs as an article's text."""
    return "\n".join(line.text for line in lines)


def case(kind: str, edit: str, chance: random.Random) -> Case:
    """Return a new article of a kind after an edit, with a passage to look for."""
    made = [tuple(entry) for entry in entries(kind, chance)]
    before = tuple(line for entry in made for line in entry)
    markable = [n for n, line in enumerate(before) if line.passage != (0, 0)]
    marked = chance.choice(markable)
    own = next(n for n, entry in enumerate(made) if any(e is before[marked] for e in entry))
    task = _Task(made=made, own=own, line=before[marked], kind=kind, chance=chance)
    after, heir = EDITS[edit](task)
    lines = tuple(line for entry in after for line in entry)
    return Case(kind=kind, edit=edit, before=before, marked=marked, after=lines, heir=heir)


Entries = list[tuple[Line, ...]]
Edited = tuple[Entries, Line | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """What is to be edited: the entries, which is the passage's, its paragraph, the kind."""

    made: Entries
    own: int
    line: Line
    kind: str
    chance: random.Random

    def fresh(self) -> Entries:
        return [tuple(entry) for entry in entries(self.kind, self.chance)]

    def with_own(self, *own: tuple[Line, ...]) -> Entries:
        """Return the entries with others in the place of the passage's own."""
        return [*self.made[: self.own], *own, *self.made[self.own + 1 :]]

    def with_line(self, line: Line) -> Entries:
        """Return the entries with another paragraph in the place of the passage's."""
        changed = tuple(line if each is self.line else each for each in self.made[self.own])
        return self.with_own(changed)


def _remove(task: _Task) -> Edited:
    return task.with_own(), None


def _remove_paragraph(task: _Task) -> Edited:
    return task.with_own(tuple(e for e in task.made[task.own] if e is not task.line)), None


def _remove_others(task: _Task) -> Edited:
    kept = (n == task.own or task.chance.random() < 0.6 for n in range(len(task.made)))
    return [entry for entry, stays in zip(task.made, kept, strict=True) if stays], None


def _remove_many(task: _Task) -> Edited:
    return [
        e for n, e in enumerate(task.made) if n != task.own and task.chance.random() < 0.6
    ], None


def _replace(task: _Task) -> Edited:
    return task.with_own(task.fresh()[0]), None


def _replace_other(task: _Task) -> Edited:
    other = task.chance.randrange(len(task.made))
    if other == task.own:
        return _insert(task)
    return [*task.made[:other], task.fresh()[0], *task.made[other + 1 :]], None


def _insert(task: _Task) -> Edited:
    edited = list(task.made)
    for entry in task.fresh()[: task.chance.randint(1, 3)]:
        edited.insert(task.chance.randint(0, len(edited)), entry)
    return edited, None


def _swap(task: _Task) -> Edited:
    edited, own, other = list(task.made), task.own, task.chance.randrange(len(task.made))
    edited[own], edited[other] = edited[other], edited[own]
    return edited, None


def _swap_paragraphs(task: _Task) -> Edited:
    """Swap the passage's paragraph with that of another entry.

    What does not name its speaker answers something else then, so that it is a new paragraph.
    """
    made, own, other = task.made, task.own, task.chance.randrange(len(task.made))
    if other == own or len(made[own]) == 1:
        return _swap(task)
    here = next(n for n, each in enumerate(made[own]) if each is task.line)
    there = task.chance.choice([n for n, e in enumerate(made[other]) if e.passage != (0, 0)])
    first, second, edited = list(made[own]), list(made[other]), list(made)
    first[here] = made[other][there]
    second[there] = task.line if task.line.inquit != (0, 0) else replace(task.line)
    edited[own], edited[other] = tuple(first), tuple(second)
    return edited, None


def _reword_passage(task: _Task) -> Edited:
    """Change one word of the passage; who says it stays."""
    text, (start, end) = task.line.text, task.line.passage
    words = _other_word(text[start:end], task.chance)
    heir = Line(text=text[:start] + words + text[end:], passage=(start, start + len(words)))
    return task.with_line(heir), heir


def _reword_speaker(task: _Task) -> Edited:
    """Change the name in the passage's entry: the words are somebody else's then."""
    edited: list[Line] = []
    names = FIRST if task.chance.random() < 0.5 else LAST
    for each in task.made[task.own]:
        start, end = each.passage
        head = _swap_names(each.text[:start], names, task.chance)
        tail = _swap_names(each.text[end:], names, task.chance)
        passage = (len(head), len(head) + end - start) if end else (0, 0)
        edited.append(Line(text=head + each.text[start:end] + tail, passage=passage))
    if [each.text for each in edited] == [each.text for each in task.made[task.own]]:
        return _remove(task)
    return task.with_own(tuple(edited)), None


def _several(task: _Task) -> Edited:
    edited, _ = _insert(task)
    own = next(n for n, each in enumerate(edited) if each is task.made[task.own])
    edits = (_remove, _replace, _remove_others, _remove_many, _swap, _reword_passage)
    return task.chance.choice(edits)(replace(task, made=edited, own=own))


EDITS: dict[str, Callable[[_Task], Edited]] = {
    "removed": _remove,
    "paragraph removed": _remove_paragraph,
    "others removed": _remove_others,
    "many removed": _remove_many,
    "replaced": _replace,
    "others replaced": _replace_other,
    "inserted": _insert,
    "swapped": _swap,
    "answers swapped": _swap_paragraphs,
    "reworded": _reword_passage,
    "speaker changed": _reword_speaker,
    "several": _several,
}
"""What is done, by the name in the table."""


def _other_word(words: str, chance: random.Random) -> str:
    for choices in (DEEDS, PLACES, ("carried", "lost"), ("No", "Yes", "Never")):
        present = [each for each in choices if each in words]
        if present:
            others = [each for each in choices if each not in words]
            return words.replace(present[0], chance.choice(others))
    return re.sub(r"\d|\w{4,}", lambda match: "7" if match[0].isdigit() else "they", words, count=1)


def _swap_names(text: str, names: tuple[str, ...], chance: random.Random) -> str:
    """Return a text with each of some names changed to another of them."""

    def other(match: re.Match[str]) -> str:
        return chance.choice([name for name in names if name != match[0]])

    return re.sub(rf"\b(?:{'|'.join(names)})\b", other, text)


def _place_passage(lines: tuple[Line, ...], number: int) -> Span:
    start = sum(len(line.text) + 1 for line in lines[:number])
    return Span(start + lines[number].passage[0], start + lines[number].passage[1])


def _around(lines: tuple[Line, ...], number: int) -> tuple[str, str, str]:
    before = lines[number - 1].text if number else ""
    after = lines[number + 1].text if number + 1 < len(lines) else ""
    return before, lines[number].text, after
