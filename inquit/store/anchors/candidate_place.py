"""A place where a passage may be now, and whether what stands there proves it.

In changed text the words alone prove nothing, and one side is not enough. Either both sides agree,
or the words in its paragraph that name who said it are the same; where those are not known, all of
a paragraph that names somebody. Passages that are short, or that had a look-alike in their own
article, need the very words, with all that stood beside them or the same inquit in the same
paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from inquit.model.span import Span
from inquit.model.surroundings import SHORT
from inquit.store.anchors.context import STRONG, VERY_STRONG, Side

FEW_WORDS = 4
"""Words below which a passage is short."""

REPEATED, LIKE_ANOTHER = 0.95, 0.6
"""Share of a passage at another place of its own article from which it is repeated, or like it."""

LEAST_LIKENESS, LIKE_AFTER_CHANGES = 0.55, 0.7
"""How like it other words must be, from 0 to 1, where all beside them is the same, or is not."""

WORDS_TO_CHANGE = 8
"""Words from which a passage is known again where some of them changed."""

LONG = 512
"""Code points from which that holds even of one that was like another place."""

MARGIN = 0.1
"""By how much the best place must beat every other one."""


class Care(IntEnum):
    """How much evidence it takes to recognise a passage."""

    USUAL = 0
    MORE = 1
    """It is short, or was like another place of its article."""
    MUCH = 2
    """It stood in its article more than once."""
    MOST = 3
    """It did so with the same words beside it."""


def care_for(words: str, share: float, framed: float) -> Care:
    """Return how much evidence it takes to recognise a passage.

    Args:
        words: the passage.
        share: how much of it stood elsewhere in its article, from 0 to 1.
        framed: how much of it together with the words beside it did.
    """
    if share >= REPEATED:
        return Care.MOST if framed >= REPEATED else Care.MUCH
    short = len(words) < SHORT or len(words.split()) < FEW_WORDS
    return Care.MORE if short or share >= LIKE_ANOTHER else Care.USUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidatePlace:
    """A place that the passage may be in.

    Attributes:
        span: the place.
        words: how like the passage it is, from 0 to 1.
        same_letters: whether it differs in punctuation and spacing at most.
        same_figures: whether it has the same numbers.
        before: the side before it.
        after: the side after it.
        inquit: whether the words that name who said it stand beside it.
        speaker: whether, the sides being the same, so must be who said it: those words stand in
            its paragraph, or where there were none, the sides go through the paragraphs beside it.
        other_speaker: whether who said it, or else somebody named beside it, is not named in its
            paragraph.
        names_itself: whether who said it is not known, but its paragraph named somebody.
        care: how much the passage needs.
        count: how many words the passage had.
    """

    span: Span
    words: float
    same_letters: bool
    same_figures: bool
    before: Side
    after: Side
    inquit: bool
    speaker: bool
    other_speaker: bool
    names_itself: bool
    care: Care
    count: int

    @property
    def score(self) -> float:
        """Half for the words, a quarter for either side, and a little for letters and inquit."""
        sides = (self.before.score + self.after.score) / 4
        return self.words / 2 + sides + 0.02 * self.same_letters + 0.1 * self.inquit

    @property
    def is_sure(self) -> bool:
        """Whether words and both contexts are all as they were, and who said them is too."""
        return self.words == 1 and self.before.same and self.after.same and self.speaker

    @property
    def convinces(self) -> bool:
        """Whether the evidence is enough."""
        if self.is_sure:
            return True
        if self.other_speaker:
            return False
        before, after = self.before, self.after
        if self.inquit and self.words == 1 and before.same_paragraph and after.same_paragraph:
            return True
        if self.care is Care.MOST:
            return False
        if self.words == 1 and self._is_at_an_end and len(self.span) >= SHORT:
            return True
        if self.care is Care.MUCH:
            held = before.holds and after.holds
            return self._has_its_words and self._is_framed(STRONG if held else VERY_STRONG)
        if self.care is Care.MORE:
            like_it = self._is_like_it and len(self.span) >= LONG
            framed = self._is_framed(STRONG) or self._is_led_away
            return framed if self._has_its_words else like_it
        return self._is_in_place if self.same_letters else self._is_like_it

    @property
    def _has_its_words(self) -> bool:
        """Whether it has the passage's letters, and where that is short all of its characters."""
        return self.words == 1 or (self.same_letters and len(self.span) >= SHORT)

    def _is_framed(self, letters: int) -> bool:
        """Whether so many letters of one side are the same, and the other side agrees or ends."""
        before, after = self.before, self.after
        return (before.strong >= letters and after.agrees_or_ends) or (
            after.strong >= letters and before.agrees_or_ends
        )

    @property
    def _is_at_an_end(self) -> bool:
        """Whether one side is all as it was, and it was the text's first or last on the other."""
        before, after = self.before, self.after
        return (before.absent and before.at_edge and after.same) or (
            after.absent and after.at_edge and before.same
        )

    @property
    def _is_led_away(self) -> bool:
        """Whether one side is unchanged, and something was inserted on the other."""
        before, after = self.before, self.after
        return (before.same and after.agrees and after.weight >= STRONG) or (
            after.same and before.agrees and before.weight >= STRONG
        )

    @property
    def _is_in_place(self) -> bool:
        """Whether both sides agree, or the inquit or else all of the paragraph is the same."""
        before, after = self.before, self.after
        return self.inquit or (before.agrees and after.agrees) or self._is_paragraph

    @property
    def _is_paragraph(self) -> bool:
        """Whether all of a paragraph that names somebody itself is the same."""
        same = self.before.same_paragraph and self.after.same_paragraph
        return self.names_itself and same

    @property
    def _is_like_it(self) -> bool:
        before, after = self.before, self.after
        if self.count < WORDS_TO_CHANGE or not (self.same_figures or len(self.span) >= LONG):
            return False
        if before.same and after.same:
            return self.words >= LEAST_LIKENESS
        alike = self.words >= LIKE_AFTER_CHANGES
        return alike and before.holds and after.holds and self._is_framed(STRONG)


def clear_winner(places: list[CandidatePlace]) -> CandidatePlace | None:
    """Return the best place if it convinces and no other comes near it."""
    ranked = sorted(places, key=lambda place: place.score, reverse=True)
    if not ranked or not ranked[0].convinces:
        return None
    best = ranked[0]
    for other in ranked[1:]:
        if best.score - other.score >= MARGIN:
            break
        if not other.span.overlaps(best.span):
            return None
    return best
