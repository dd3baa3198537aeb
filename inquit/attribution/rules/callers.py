"""Who may speak after a colon: names and roles; a label of the page, `Verdict:`, looks like one.

A label is taken for somebody only on evidence. What kind of word it is tells, or the text: it has
the name elsewhere, or lets the label speak as people take turns.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from inquit.attribution.lexicon import given_names
from inquit.attribution.passage import Passage
from inquit.attribution.rules.forms import is_field, is_said
from inquit.attribution.rules.speakers import is_speaker
from inquit.attribution.rules.structure import BRACKETED, TRANSCRIPT, is_label
from inquit.model.span import Span

_WORD = re.compile(r"[^\W\d_][\w\-]*+")
_ELSEWHERE = re.compile(_WORD.pattern + r"(?!\s?:)")
"""A word that is no label, wherever in its line."""
_FEWEST = 2
TRANSCRIBED = 3
"""A text of which one paragraph in so many is a turn is a transcript."""


class Callers:
    """Whom a text lets speak after a colon."""

    def __init__(self, text: str) -> None:
        """Read the labels of a text.

        Args:
            text: the article's, a paragraph a line.
        """
        lines = list(_labelled(text))
        self._turns = frozenset(_in_turns(lines))
        turns = [line is not None and line[0].casefold() in self._turns for line in lines]
        self.is_transcript = TRANSCRIBED * sum(turns) >= len(turns) > 0
        """Whether so many paragraphs are turns that those between them go on."""
        self._words = Counter(_ELSEWHERE.findall(text))

    def speaks(self, name: Span, passage: Passage) -> bool:
        """Tell whether the words before a colon are somebody.

        Args:
            name: the words.
            passage: the paragraph that they lie in.
        """
        words = passage.slice(name.start, name.end)
        parts = _WORD.findall(words)
        if not parts or is_label(words):
            return False
        return (
            words.isupper()
            or words.casefold() in self._turns
            or any(is_speaker(part.casefold()) for part in parts)
            or parts[0].casefold() in given_names()
            or self._is_named(parts[-1])
            or (len(parts) >= _FEWEST and _is_proper(name, passage))
        )

    def takes_turns(self, name: str) -> bool:
        """Tell whether a label takes turns with others in the text."""
        return name.casefold() in self._turns

    def _is_named(self, word: str) -> bool:
        """Tell whether a text has a word elsewhere, and more often as a name than written small."""
        return self._words[word] > self._words[word.lower()]


def _is_proper(name: Span, passage: Passage) -> bool:
    tokens = [one for one in passage.doc if name.encloses(passage.token_span(one))]
    capitals = [one.tag_ for one in tokens if one.text[0].isupper()]
    return len(capitals) >= _FEWEST and set(capitals) <= {"NNP", "NNPS"}


def _labelled(text: str) -> Iterator[tuple[str, str] | None]:
    """Yield label and words of each paragraph, None for one without a label."""
    for line in filter(None, map(str.strip, text.split("\n"))):
        match = TRANSCRIPT.match(line) or BRACKETED.match(line)
        yield (match["name"].split("(")[0].rstrip(), match["words"]) if match else None


def _in_turns(lines: Iterable[tuple[str, str] | None]) -> Iterator[str]:
    """Yield labels, case-folded, that take turns: in lines that follow on each other, or again.

    So do different ones in capitals that let somebody speak whole sentences, and all that do so
    where one of them comes again and many lines have one. Repeated credits of pictures are no
    sentences, and one label that comes again talks to nobody.
    """
    run: list[tuple[str, str]] = []
    said: Counter[str] = Counter()
    shouted: set[str] = set()
    count = 0
    for line in (*lines, None):
        count += 1
        if line is not None:
            run.append(line)
            said[line[0].casefold()] += _is_turn(*line)
            shouted |= {line[0].casefold()} if line[0].isupper() and _is_turn(*line) else set()
            continue
        if len(run) >= _FEWEST and all(_is_turn(*one) for one in run):
            yield from (label.casefold() for label, _ in run)
        run = []
    turns = [label for label, times in said.items() if times]
    again = [label for label in turns if said[label] >= _FEWEST]
    mostly = again and TRANSCRIBED * sum(said.values()) >= count
    if len(again) >= _FEWEST or (mostly and len(turns) >= _FEWEST):
        yield from turns if mostly else again
    if len(shouted) >= _FEWEST:
        yield from shouted


def _is_turn(label: str, words: str) -> bool:
    return is_said(words) and not is_label(label) and not is_field(label, words)
