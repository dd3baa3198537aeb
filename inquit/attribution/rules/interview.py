"""Questions and answers: `Q: ...` and `A: ...`, and who is meant by the two letters."""

from __future__ import annotations

import re
from collections import Counter

from inquit.attribution.linking.names import names_in
from inquit.attribution.passage import Passage
from inquit.attribution.report import Report
from inquit.attribution.rules.structure import transcript_report
from inquit.model.quotation import SourceKind
from inquit.model.span import Span

LETTER = re.compile(r"^(?P<letter>Q|A)(?P<mark>\s*[:.])\s+(?P<words>\S.*)$", re.DOTALL)
NAMED, UNNAMED = 0.75, 0.0
"""Confidence of an answer where one person was named before, and where it is nobody's."""


class Interview:
    """Reads the turns of one article; remembers who was named before the first of them."""

    def __init__(self) -> None:
        self._asked = False
        self._named: Counter[str] = Counter()
        self._first: dict[str, Span] = {}

    def turn(self, passage: Passage) -> Report | None:
        """Return what a paragraph that is a turn reports, None where it is none.

        The letters name nobody: the answers are credited to the one person whom the text before
        the first question names, the questions to nobody.
        """
        match = LETTER.match(passage.text)
        if match is None or passage.goes_on or not (self._asked or match["letter"] == "Q"):
            if not self._asked:
                self._note(passage)
            return transcript_report(passage)
        self._asked = True
        start = passage.span.start
        mark = match.end("mark") - 1
        answerer = self._answerer() if match["letter"] == "A" else None
        return Report(
            content_spans=(Span(start + match.start("words"), start + match.end("words")),),
            cue=Span(start + mark, start + mark + 1),
            cue_lemma=match["mark"].strip(),
            source=answerer,
            addressee=None,
            method="transcript",
            confidence=NAMED if answerer is not None else UNNAMED,
            reason=_reason(match["letter"], named=answerer is not None),
        )

    def _note(self, passage: Passage) -> None:
        """Count the people whom a paragraph before the first question names."""
        for parts in names_in(passage.text, offset=passage.span.start):
            organised = parts.kind not in (None, SourceKind.PERSON)
            if organised or not parts.name:
                continue
            last = parts.name[-1].casefold()
            self._named[last] += 1
            if last not in self._first and len(parts.name) > 1:
                self._first[last] = parts.span

    def _answerer(self) -> Span | None:
        """Return the first mention of the one person named, None where several might be meant."""
        full = [name for name in self._first if self._named[name]]
        if len(full) == 1:
            return self._first[full[0]]
        often = self._named.most_common(2)
        if len(often) == 2 and often[0][1] > 2 * often[1][1] and often[0][0] in self._first:
            return self._first[often[0][0]]
        return None


def _reason(letter: str, *, named: bool) -> str:
    if letter == "Q":
        return "a question of the interview; the text does not say who asks"
    if not named:
        return "an answer of the interview; the text before does not say who answers"
    return "an answer of the interview with the person named before it"
