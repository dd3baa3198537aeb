"""Interviews whose speakers are labels of their own, as terms or in bold.

Where labels are speakers, each is put before what is said, as transcripts have it: `Name: words`.
They are, where one asks and another answers, or where they take turns; the terms of a glossary and
the heads of a table of facts do neither.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, pairwise

from inquit.loaders.piece import Piece
from inquit.model.pattern_at_need import pattern_at_need
from inquit.model.structure import BlockKind

_SPEAKER = pattern_at_need(
    r"(?:[QA]|(?:[Tt]he\s+)?[^\W\d_a-z][\w.’'\-]*"
    r"(?:\s+(?:(?:of|de|van|von|der|la|al|bin|the|for|and|&)\s+){0,2}[^\W_a-z][\w.’'\-]*){0,5})"
    r"(?:\s*\([^()]{1,60}\)|,\s+[^,:?!]{2,60})?"
)
_ROLE = pattern_at_need(r"\s*[(,].*$")
_LONGEST = 100
_SENTENCE = pattern_at_need(r"[.!?…][\"”’'»)\]]{0,2}\s*$")
_ASKED = pattern_at_need(r"\?[\"”’'»)\]]{0,2}\s*$")
_QUESTION = pattern_at_need(
    r"\s*(?:\d+\.\s+)?Q(?:uestion)?\s*[:.]\s.*\?[\"”’'»)\]]{0,2}\s*", re.DOTALL
)
_TURNS, _SAID = 3, 0.7
"""Turns from which they count as such where nobody asks, and the share that end as sentences."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """A labelled piece and those that go with it.

    Attributes:
        name: the words of the label without its colon.
        said: the last words of it.
        colon: whether the label ends with one.
    """

    name: str
    said: str
    colon: bool


def merge_speaker_labels(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces with the labels of speakers joined to what they say.

    Args:
        pieces: of a document, in order.
    """
    whole = list(_separate_answers(pieces))
    speakers = _speakers(list(_turns(whole)), whole)
    skipped = False
    for piece, following in pairwise((*whole, None)):
        if skipped or piece is None:
            skipped = False
        elif not speakers or _name(piece) not in speakers:
            yield piece
        elif piece.label < len(piece.runs):
            yield _make_turn(piece, piece.runs[piece.label :])
        elif following is not None and _is_said_by(piece, following):
            yield _make_turn(piece, following.runs)
            skipped = True
        else:
            yield piece


def _separate_answers(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces with the answers to terms that are questions as items of their own.

    A term `Q: Why?` tells who asks, and nothing of who answers; what continues its item would be
    read as the question, going on.
    """
    asked = False
    for piece in pieces:
        answers = asked and piece.kind is BlockKind.ITEM_CONTINUED
        yield replace(piece, kind=BlockKind.LIST_ITEM) if answers else piece
        asked = 0 < piece.label == len(piece.runs) and _QUESTION.fullmatch(piece.words) is not None


def _make_turn(label: Piece, said: Sequence[tuple[str, str | None]]) -> Piece:
    """Return a turn: the label, a colon and what is said."""
    named = label.runs[: label.label]
    colon = "" if _words(named).rstrip().endswith(":") else ":"
    last, target = named[-1]
    said = list(dropwhile(lambda run: not run[0].strip(), said))
    return replace(
        label, runs=(*named[:-1], (last.rstrip(), target), (f"{colon} ", None), *said), label=0
    )


def _turns(pieces: Sequence[Piece]) -> Iterator[_Turn]:
    for index, piece in enumerate(pieces):
        name = _name(piece)
        if not name:
            continue
        end = index + 1
        if piece.label == len(piece.runs):
            if end == len(pieces) or not _is_said_by(piece, pieces[end]):
                continue
            end += 1
        while end < len(pieces) and pieces[end].kind is BlockKind.ITEM_CONTINUED:
            end += 1
        colon = _words(piece.runs[: piece.label]).rstrip().endswith(":")
        yield _Turn(name, pieces[end - 1].words, colon)


def _speakers(turns: Sequence[_Turn], pieces: Sequence[Piece]) -> frozenset[str]:
    """Return the labels that are of speakers: who asks and answers, those that recur, and between.

    Args:
        turns: all that are labelled, in order.
        pieces: of the whole document.
    """
    asked = {
        name
        for turn, following in pairwise(turns)
        if _ASKED.search(turn.said) and turn.name != following.name
        for name in (turn.name, following.name)
    }
    often = Counter(turn.name for turn in turns)
    sentences = sum(bool(_SENTENCE.search(turn.said)) for turn in turns)
    asks = any(_ASKED.search(turn.said) for turn in turns)
    if asks and len(often) > 1 and sentences == len(turns) and all(turn.colon for turn in turns):
        return frozenset(often)
    alternate = 1 < len(often) < len(turns) and len(turns) >= _TURNS
    met = bool(asked) and (len(often) < len(turns) or _are_met(asked, pieces))
    if not met and not (alternate and sentences >= _SAID * len(turns)):
        return frozenset()
    known = asked | {name for name, times in often.items() if times > 1}
    places = [number for number, turn in enumerate(turns) if turn.name in known]
    between = turns[places[0] : places[-1]]
    return frozenset(known | {turn.name for turn in between if _SENTENCE.search(turn.said)})


def _are_met(names: Collection[str], pieces: Sequence[Piece]) -> bool:
    """Tell whether one of those who ask and answer is a letter, or is named in the text, too.

    A head over a paragraph that asks something is not.
    """
    told = " ".join(piece.words for piece in pieces if not piece.label)
    last = (re.escape(_ROLE.sub("", name).split()[-1]) for name in names)
    named = re.compile(rf"\b(?:{'|'.join(last)})\b")
    return not {"Q", "A"}.isdisjoint(names) or named.search(told) is not None


def _name(piece: Piece) -> str:
    """Return the name that a piece is labelled with, or nothing."""
    label = _words(piece.runs[: piece.label])
    name = " ".join(label.split()).rstrip(": ")
    return name if len(label) <= _LONGEST and _SPEAKER.fullmatch(name) else ""


def _is_said_by(label: Piece, piece: Piece) -> bool:
    """Tell whether a piece is the words below a label that has a line of its own."""
    if label.kind is BlockKind.LIST_ITEM:
        return piece.kind is BlockKind.ITEM_CONTINUED
    return piece.kind is label.kind and not piece.label


def _words(runs: Sequence[tuple[str, str | None]]) -> str:
    return "".join(words for words, _ in runs)
