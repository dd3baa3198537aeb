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
from inquit.attribution.rules.structure import TRANSCRIPT, is_label
from inquit.model.span import Span

_WORD = re.compile(r"[^\W\d_][\w\-]*+")
_ELSEWHERE = re.compile(_WORD.pattern + r"(?!\s?:)")
"""A word that is no label, wherever in its line."""
_FEWEST = 2


class Callers:
    """Whom a text lets speak after a colon."""

    def __init__(self, text: str) -> None:
        """Read the labels of a text.

        Args:
            text: the article's, a paragraph a line.
        """
        self._turns = frozenset(_in_turns(_labelled(text)))
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
        match = TRANSCRIPT.match(line)
        yield (match["name"].split("(")[0].rstrip(), match["words"]) if match else None


def _in_turns(lines: Iterable[tuple[str, str] | None]) -> Iterator[str]:
    """Yield labels, case-folded, that take turns: in lines that follow on each other, or again.

    Repeated credits of pictures are no sentences, and one label that comes again talks to nobody.
    """
    run: list[tuple[str, str]] = []
    said: Counter[str] = Counter()
    for line in (*lines, None):
        if line is not None:
            run.append(line)
            said[line[0].casefold()] += is_said(line[1])
            continue
        if len(run) >= _FEWEST and all(_is_turn(*one) for one in run):
            yield from (label.casefold() for label, _ in run)
        run = []
    again = [label for label, times in said.items() if times >= _FEWEST and not is_label(label)]
    if len(again) >= _FEWEST:
        yield from again


def _is_turn(label: str, words: str) -> bool:
    return is_said(words) and not is_label(label) and not is_field(label, words)
