"""From an annotated article to what one step learns from: chunks and short stretches of it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from bench.train.chunks import cut_chunks, owners_of
from bench.train.corpus import Document
from bench.train.furniture import furnish
from inquit.attribution.finding.encoder.arithmetic import Ints
from inquit.attribution.finding.encoder.pieces import PieceTable, pieces_of
from inquit.attribution.finding.encoder.reading import CONTENT, CUE, LEFT, RIGHT, SOURCE
from inquit.attribution.finding.encoder.wordpieces import WordpieceSplitter
from inquit.attribution.marks import QuotedRun, pair_marks
from inquit.model.span import Span

RESTYLED = 0.25
"""Share of articles that are read with the quotation marks of another house."""
SHORT = 0.3
"""Share of articles of which stretches of a sentence or a few are read: inputs may be as short."""
FURNISHED = 0.2
"""Share of articles that are read with lines between paragraphs that nobody said."""
STRETCHES = 6
LONGEST = 448
STYLES = ("“”", '""', "‘’", "''")
LIGHT = frozenset("to that as of in on for by about with at from up out".split())
"""Particles at the end of a cue, which are not its anchor."""
_ENDS = '.!?”"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph without a parse, as much as cutting into wordpieces needs."""

    text: str
    span: Span
    runs: tuple[QuotedRun, ...]
    goes_on: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A cue's row with the label of every row of the article."""

    row: int
    labels: Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A stretch of an article.

    Attributes:
        numbers: [rows] of the wordpieces.
        features: [rows, 3].
        cues: [rows] 0 no cue, 1 of speech, 2 of something else, -1 not to be learned from.
        windows: for each anchor its row, first and end of its window, and the labels of that.
    """

    numbers: Ints
    features: Ints
    cues: Ints
    windows: tuple[tuple[int, int, int, Ints], ...]


def examples_of(
    document: Document, splitter: WordpieceSplitter, anchors: int, chance: random.Random
) -> Iterator[Example]:
    """Yield examples of an article, others in each epoch.

    Args:
        document: an annotated article.
        splitter: of the encoder's vocabulary.
        anchors: how many are learned from in each example, drawn by chance.
        chance: the source of all that is drawn.
    """
    if chance.random() < FURNISHED:
        document = furnish(document, chance)
    text = document["text"]
    shown = restyle(text, chance) if chance.random() < RESTYLED else text
    pieces = pieces_of(_lines(text, shown), splitter)  # type: ignore[arg-type]
    cues, all_anchors = gold_of(document, pieces)
    if chance.random() < SHORT:
        stretches = _short_stretches(text, pieces, [one.row for one in all_anchors], chance)
        owned = [[one for one in all_anchors if a <= one.row < b] for a, b in stretches]
    else:
        stretches = cut_chunks(pieces)
        owner = owners_of(stretches, len(pieces))
        owned = [[one for one in all_anchors if owner[one.row] == n] for n in range(len(stretches))]
    for (first, end), some in zip(stretches, owned, strict=True):
        drawn = chance.sample(some, min(anchors, len(some)))
        yield _example(pieces, cues, drawn, first, end)


def gold_of(document: Document, pieces: PieceTable) -> tuple[Ints, list[Anchor]]:
    """Return the class of each row as a cue, and each quote's anchor with the labels of rows."""
    cues = np.zeros(len(pieces), np.int64)
    for start, end in document.get("ignore_spans", ()):
        cues[_rows(pieces, start, end)] = -1
    anchors = []
    for quote in document["quotes"]:
        cue = _rows(pieces, *quote["cue"]["span"]) if (quote["cue"] or {}).get("span") else []
        if not len(cue):
            continue
        labels = np.zeros(len(pieces), np.int64)
        for start, end in quote["spans"]:
            labels[_rows(pieces, start, end)] = CONTENT
        if (quote["speaker"] or {}).get("span"):
            labels[_rows(pieces, *quote["speaker"]["span"])] = SOURCE
        labels[cue] = CUE
        row = _anchor_of(document["text"], pieces, cue)
        cues[row] = 1 if quote.get("speech", True) else 2
        anchors.append(Anchor(row=row, labels=labels))
    return cues, anchors


def restyle(text: str, chance: random.Random) -> str:
    """Return a text of the same length with the quotation marks of another house."""
    style = chance.choice(STYLES)
    letters = list(text)
    for at, letter in enumerate(text):
        if letter in '“”"':
            before = text[at - 1] if at else " "
            opens = letter == "“" or (letter == '"' and before in " \n([—-‘'")
            letters[at] = style[0 if opens else 1]
    return "".join(letters)


def _lines(text: str, shown: str) -> list[Line]:
    """Return the paragraphs of an article as shown, with the quoted runs of the text itself."""
    lines, start = [], 0
    for line in text.split("\n"):
        span = Span(start, start + len(line))
        start = span.end + 1
        if line:
            runs = tuple(pair_marks(line, offset=span.start))
            lines.append(Line(text=span.of(shown), span=span, runs=runs))
    return lines


def _example(
    pieces: PieceTable, cues: Ints, anchors: Sequence[Anchor], first: int, end: int
) -> Example:
    windows = []
    for one in anchors:
        low, high = max(first, one.row - LEFT), min(end, one.row + RIGHT)
        windows.append((one.row - first, low - first, high - first, one.labels[low:high]))
    return Example(
        numbers=pieces.numbers[first:end],
        features=pieces.features[first:end],
        cues=cues[first:end],
        windows=tuple(windows),
    )


def _short_stretches(
    text: str, pieces: PieceTable, anchors: Sequence[int], chance: random.Random
) -> list[tuple[int, int]]:
    """Return stretches of a sentence or a few, most of them with an anchor."""
    starts = [*_sentence_starts(text, pieces), len(pieces)]
    stretches = []
    for _ in range(STRETCHES):
        row = (
            chance.choice(anchors)
            if anchors and chance.random() < 0.85
            else chance.randrange(len(pieces))
        )
        number = max(n for n, start in enumerate(starts[:-1]) if start <= row)
        low = max(0, number - chance.choice((0, 0, 0, 1, 2, 4)))
        high = min(len(starts) - 1, number + 1 + chance.choice((0, 0, 0, 1, 2, 5)))
        end = min(starts[high], starts[low] + LONGEST)
        if end - starts[low] > 2:
            stretches.append((starts[low], end))
    return stretches


def _sentence_starts(text: str, pieces: PieceTable) -> list[int]:
    found = set(pieces.paragraphs.tolist())
    for row in range(1, len(pieces)):
        before, start = int(pieces.end[row - 1]), int(pieces.start[row])
        if start > before and text[before - 1] in _ENDS and text[start].isupper():
            found.add(row)
    return sorted(found)


def _anchor_of(text: str, pieces: PieceTable, cue: Ints) -> int:
    """Return the first row of a cue's last word that is no particle."""
    words = [row for row in cue.tolist() if text[pieces.start[row]].isalpha()]
    heavy = [r for r in words if text[pieces.start[r] : pieces.end[r]].lower() not in LIGHT]
    row = int((heavy or words or cue.tolist())[-1])
    while (
        row > cue[0]
        and pieces.end[row - 1] == pieces.start[row]
        and text[pieces.start[row]].isalpha()
    ):
        row -= 1
    return row


def _rows(pieces: PieceTable, start: int, end: int) -> Ints:
    low = np.searchsorted(pieces.end, start, "right")
    return np.arange(low, np.searchsorted(pieces.start, end, "left"))
