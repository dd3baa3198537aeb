"""Find a passage again in an article that may have changed.

In this order, as Hypothesis does it ("Fuzzy anchoring", 2013) with the selectors of the W3C Web
Annotation Data Model (2017), sections 4.2.4 and 4.2.5:

1. The text is the same: by position.
2. The same words, with the words before and after telling their places apart.
3. Similar words in a similar place.
4. All pieces of a quotation that an inquit interrupts.

`candidate_place` says what proves a place. Where nothing does, or several come near each other,
the passage is orphaned, which is better than a look-alike in its place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from inquit.model.annotation import Target
from inquit.model.article import Article
from inquit.model.span import Span
from inquit.model.surroundings import (
    CONTEXT,
    MOST_CONTEXT,
    frame_of,
    reaches_end,
    reaches_neighbour,
    twin_share,
)
from inquit.store.anchors.candidate_place import CandidatePlace, Care, care_for, clear_winner
from inquit.store.anchors.context import (
    REACH,
    letters_of,
    names_in,
    names_somebody,
    side_of,
    with_plain_marks,
)
from inquit.store.anchors.pieces import find_by_pieces
from inquit.store.anchors.similar_passages import between, similar_places

_MOST_PLACES = 5000
_LONGEST_WORD = 30
_WORD = re.compile(r"\w+")
_FIGURE = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPassage:
    """Where a passage is now; sure where its words and all that stood beside it are the same."""

    span: Span
    sure: bool


def find(target: Target, article: Article) -> Span | None:
    """Return where a target's passage is in an article now, or None where it is orphaned."""
    found = locate(target, article)
    return None if found is None else found.span


def locate(target: Target, article: Article) -> FoundPassage | None:
    """Return where a target's passage is in an article now, and whether that is sure.

    Args:
        target: the passage as it was marked.
        article: the article as it is now.

    Returns:
        The place, or None where the passage is orphaned.
    """
    exact = target.quote.exact
    start, end = target.position.start, target.position.end
    if target.text_digest == article.text_digest and article.text[start:end] == exact:
        return FoundPassage(span=Span(start, end), sure=True)
    if not exact.strip():
        return None
    search = _Search(target, article.text)
    same = search.same_words()
    place = clear_winner(same) or clear_winner(same + search.similar_words(same))
    if place is not None:
        return FoundPassage(span=place.span, sure=place.is_sure)
    span = find_by_pieces(target, article.text)
    return None if span is None else FoundPassage(span=span, sure=False)


def occurrences(text: str, exact: str) -> tuple[Span, ...]:
    """Return where text has these words, whatever the form of quotation marks, dashes, spaces."""
    hay, wanted = _flat(text), _flat(exact)
    spans: list[Span] = []
    start = hay.find(wanted) if wanted else -1
    while start >= 0 and len(spans) < _MOST_PLACES:
        spans.append(Span(start, start + len(wanted)))
        start = hay.find(wanted, start + 1)
    return tuple(spans)


class _Search:
    """One passage looked for in one text, both with plain marks, dashes and spaces."""

    def __init__(self, target: Target, text: str) -> None:
        self._lines = with_plain_marks(text)
        self._text = _flat(text)
        self._exact = _flat(target.quote.exact)
        self._prefix, self._suffix = (
            with_plain_marks(target.quote.prefix),
            with_plain_marks(target.quote.suffix),
        )
        self._begins_text = target.position.start == len(self._prefix)
        self._ends_text = reaches_end(self._suffix)
        self._letters, self._figures = letters_of(self._exact), _figures(self._exact)
        self._paragraphs = _paragraphs(target.quote.exact)
        self._inquit = _whole_words_of(with_plain_marks(target.inquit))
        before, after = self._prefix.rpartition("\n")[2], self._suffix.partition("\n")[0]
        self._names = names_in(target.inquit or " ".join(_without_cut_words(before, after)))
        self._names_itself = not target.inquit and names_somebody(before, after)
        self._knows_neighbours = reaches_neighbour(self._suffix) and (
            self._begins_text or reaches_neighbour(self._prefix[::-1])
        )
        self._shares = target.twin_share, target.framed_share

    def same_words(self) -> list[CandidatePlace]:
        """Return every place that has the passage's very words."""
        found = occurrences(self._text, self._exact)
        return [self._place(span.start, span.end, 1) for span in found]

    def similar_words(self, known: list[CandidatePlace]) -> list[CandidatePlace]:
        """Return places with words like the passage's, other than the known ones."""
        before, after = _flat(self._prefix), _flat(self._suffix)
        found = similar_places(self._text, self._exact, before, after)
        found += between(self._text, self._exact, before[-CONTEXT:], after[:CONTEXT])
        places = [self._place(start, end, min(likeness, 0.99)) for start, end, likeness in found]
        return [
            place
            for place in places
            if _paragraphs(place.span.of(self._lines)) == self._paragraphs
            and not any(place.span.overlaps(other.span) for other in known)
        ]

    def _place(self, start: int, end: int, words: float) -> CandidatePlace:
        if not self._exact[:1].isspace():
            start += len(self._text[start:end]) - len(self._text[start:end].lstrip())
        if not self._exact[-1:].isspace():
            end -= len(self._text[start:end]) - len(self._text[start:end].rstrip())
        if words < 1:
            start, end = self._whole_words(start, end)
        reach, inquit = REACH + MOST_CONTEXT, self._has_inquit(start, end)
        return CandidatePlace(
            span=Span(start, end),
            words=words,
            same_letters=words == 1 or letters_of(self._text[start:end]) == self._letters,
            same_figures=words == 1 or _figures(self._text[start:end]) == self._figures,
            before=side_of(
                self._prefix[::-1],
                self._lines[max(0, start - reach) : start][::-1],
                ends=self._begins_text,
            ),
            after=side_of(self._suffix, self._lines[end : end + reach], ends=self._ends_text),
            inquit=inquit,
            speaker=self._knows_neighbours if self._inquit is None else inquit,
            other_speaker=not self._has_names(start, end),
            names_itself=self._names_itself,
            care=self._care(start, end),
            count=len(self._exact.split()),
        )

    def _whole_words(self, start: int, end: int) -> tuple[int, int]:
        """Return the bounds moved out to whole words, where the passage ended with whole words."""
        text, first, last = self._text, start - _LONGEST_WORD, end + _LONGEST_WORD
        if self._exact[:1].isalnum():
            while start > max(0, first) and text[start - 1 : start + 1].isalnum():
                start -= 1
        if self._exact[-1:].isalnum():
            while end < min(len(text), last) and text[end - 1 : end + 1].isalnum():
                end += 1
        return start, end

    def _has_inquit(self, start: int, end: int) -> bool:
        """Tell whether the words that name who said it stand in a place's paragraph."""
        found = (self._inquit.search(side) for side in self._beside(start, end) if self._inquit)
        return any(found)

    def _has_names(self, start: int, end: int) -> bool:
        """Tell whether who said it, or else all that was named, is named in a place's paragraph."""
        return not self._names or self._names <= names_in(" ".join(self._beside(start, end)))

    def _beside(self, start: int, end: int) -> tuple[str, str]:
        """Return the rest of a place's paragraph, before it and after it."""
        first, last = self._lines.rfind("\n", 0, start) + 1, self._lines.find("\n", end)
        return self._lines[first:start], self._lines[end : last if last >= 0 else None]

    def _care(self, start: int, end: int) -> Care:
        """Return how much care the passage needs; the present text says it for earlier records."""
        share, framed = self._shares
        if share is None:
            share = twin_share(self._lines, start, end)
        if framed is None:
            framed = twin_share(self._lines, *frame_of(self._lines, start, end))
        care = care_for(self._exact, share, framed)
        return care if None not in self._shares else max(care, Care.MUCH)


def _whole_words_of(words: str) -> re.Pattern[str] | None:
    """Return a pattern that finds some words whatever their punctuation; None for no words."""
    found = _WORD.findall(words)
    return re.compile(r"\b" + r"\W+".join(found) + r"\b") if found else None


def _without_cut_words(before: str, after: str) -> tuple[str, str]:
    """Return what stood beside a passage without the words at the ends, which may be cut."""
    return re.sub(r"\A\w+(?=\W)", "", before), re.sub(r"(?<=\W)\w+\Z", "", after)


def _flat(text: str) -> str:
    return with_plain_marks(text).replace("\n", " ")


def _paragraphs(text: str) -> int:
    return sum(bool(line.strip()) for line in text.split("\n"))


def _figures(text: str) -> list[str]:
    return _FIGURE.findall(text)
