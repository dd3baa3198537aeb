"""Whose turn it is in a dialogue: from turns nearby that say so, two speakers in alternation.

After the observation that He, Barbosa and Kondrak, "Identification of Speakers in Novels"
(ACL 2013), and others build on: in a run of quoted paragraphs every second is the same speaker's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inquit.attribution.rules.draft import Draft
from inquit.model.span import Span

NEAREST = 0.7
OTHER = 0.45
BACK = 8
"""So many turns back the other party of a conversation is sought."""


@dataclass(slots=True, kw_only=True)
class Turn:
    """A paragraph that starts with a quotation.

    Attributes:
        paragraph: its number.
        draft: what is said.
        source: who speaks, None where the paragraph does not tell.
        narrated: who acted last in the paragraph of narration right before.
        who: that source's last word in small letters, to tell two speakers apart.
    """

    paragraph: int
    draft: Draft
    source: Span | None
    who: str
    narrated: Span | None = None


def take_turns(turns: Sequence[Turn], first: int) -> None:
    """Give a source to the turns that tell none, from index first on.

    Args:
        turns: in order; those before first are settled and serve as evidence only.
        first: index of the first turn to settle.
    """
    for index in range(first, len(turns)):
        turn = turns[index]
        if turn.source is not None:
            continue
        told = _by_alternation(turns, index)
        confidence = NEAREST
        if told is None and turn.narrated is not None:
            turn.source = turn.draft.source = turn.narrated
            turn.draft.method, turn.draft.confidence = "beat", OTHER
            turn.draft.reason = "whose doings are told right before the quotation"
            continue
        if told is None:
            told, confidence = _other_party(turns, index), OTHER
        if told is None:
            continue
        turn.draft.source = told.source
        turn.draft.method = "turn" if confidence == NEAREST else "other"
        turn.draft.confidence = confidence
        turn.draft.reason = "no inquit; the speakers take turns here"
        turn.who = told.who


def _by_alternation(turns: Sequence[Turn], index: int) -> Turn | None:
    """Return the nearest turn an even number of paragraphs away that tells its speaker."""
    for distance in (2, 4, 6):
        for at in (index - distance, index + distance):
            if not 0 <= at < len(turns) or turns[at].source is None:
                continue
            if abs(turns[at].paragraph - turns[index].paragraph) == distance:
                return turns[at]
    return None


def _other_party(turns: Sequence[Turn], index: int) -> Turn | None:
    """Return the last turn of somebody other than who speaks right before or after."""
    beside = [at for at in (index - 1, index + 1) if 0 <= at < len(turns)]
    beside = [
        at
        for at in beside
        if turns[at].who and abs(turns[at].paragraph - turns[index].paragraph) == 1
    ]
    names = {turns[at].who for at in beside}
    for at in range(index - 1, max(-1, index - BACK), -1):
        if turns[at].source is not None and turns[at].who not in names:
            return turns[at]
    return None
