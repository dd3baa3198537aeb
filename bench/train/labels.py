"""What the annotators marked, as labels of tokens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from inquit.attribution.tagger.table import Ints, TokenTable

NONE, SOURCE, CONTENT, CUE = range(4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """Labels of one document's tokens.

    Attributes:
        anchor: for each token 0 no cue, 1 cue of speech, 2 cue of another attribution; -1 unknown.
        anchors: rows of the cues' head tokens.
        labels: for each of the anchors the label of each token, as (rows, labels) without NONE.
    """

    anchor: Ints
    anchors: Ints
    labels: tuple[tuple[Ints, Ints], ...]


def gold_of(document: dict[str, Any], table: TokenTable) -> Gold:
    """Return the labels of a document's tokens."""
    anchor = np.zeros(len(table), dtype=np.int64)
    for start, end in document["ignore_spans"]:
        anchor[_rows(table, start, end)] = -1
    anchors: list[int] = []
    labels: list[tuple[Ints, Ints]] = []
    for quote in document["quotes"]:
        spans = quote["spans"]
        cue = _rows(table, *quote["cue"]["span"]) if quote["cue"] else np.zeros(0, np.int64)
        if not len(cue):
            continue
        head = _head(table, cue)
        anchor[head] = 1 if quote["speech"] else 2
        label = np.zeros(len(table), dtype=np.int64)
        for start, end in spans:
            label[_rows(table, start, end)] = CONTENT
        if quote["speaker"] and quote["speaker"].get("span"):
            label[_rows(table, *quote["speaker"]["span"])] = SOURCE
        label[cue] = CUE
        rows = np.flatnonzero(label)
        anchors.append(head)
        labels.append((rows, label[rows]))
    return Gold(
        anchor=anchor,
        anchors=np.array(anchors, dtype=np.int64),
        labels=tuple(labels),
    )


def _rows(table: TokenTable, start: int, end: int) -> Ints:
    """Return the rows of the tokens of which at least half lies in [start, end)."""
    low = int(np.searchsorted(table.end, start, side="right"))
    high = int(np.searchsorted(table.start, end, side="left"))
    rows = np.arange(low, high)
    shared = np.minimum(table.end[rows], end) - np.maximum(table.start[rows], start)
    return rows[2 * shared >= table.end[rows] - table.start[rows]]


def _head(table: TokenTable, cue: Ints) -> int:
    """Return the token of a cue that governs the others."""
    inside = set(cue.tolist())
    tops = [row for row in cue.tolist() if table.head[row] not in inside or table.head[row] == row]
    return tops[0] if tops else int(cue[0])
