"""Reports of the networks that are no quotes to a reader, though annotators may mark them.

The annotators of PolNeAR mark whatever is attributed, topics ("asked about the dam") and names
("known as the Boxer") too; a reader of news looks for what somebody said.
"""

from __future__ import annotations

import re

from inquit.attribution.tagger.claims import Claim
from inquit.attribution.tagger.table import TAG_COLUMN, TokenTable, tag_numbers

TOPIC_FLOOR = 0.75
"""Least probability of a cue whose unquoted content says nothing of its subject."""
SPOKEN_FLOOR = 0.6
"""Least probability that a cue whose content is a noun with what belongs to it is one of speech."""
BRIEF = 3
"""A topic of fewer tokens is none."""
FEWEST_WORDS = 4
"""A shorter run that stands for the whole content is a term or a name, if the rules are silent."""
NOBODY = frozenset({"nobody", "none", "neither"})
ANONYMITY = re.compile(r"\b(?:not to be|anonym)", re.IGNORECASE)
"""What a source asks for itself is not what it says."""

_VERBAL = tag_numbers("VB", "MD", "TO")


def reads_as_title(words: list[str]) -> bool:
    """Tell whether words are capitalised as in the title of a work."""
    longer = [word for word in words if len(word) > 3]
    capitals = [word for word in longer if word[:1].isupper()]
    plain = words[-1][-1:] not in ",.!?"
    return plain and 2 <= len(capitals) == len(longer) and len(words) <= 10


def is_doubtful(claim: Claim, table: TokenTable, text: str) -> bool:
    """Tell whether a claim that the rules do not support reports nothing that was said.

    Args:
        claim: what the networks found.
        table: the tokens.
        text: the article's text.
    """
    bare = [row for row in claim.content if int(table.run[row]) not in claim.runs]
    verbal = any(int(table.features[row, TAG_COLUMN]) in _VERBAL for row in bare)
    source = _words(claim.source.tolist(), table, text)
    if source and source[0].casefold() in NOBODY:
        return True
    if ANONYMITY.search(" ".join(_words(bare, table, text))):
        return True
    if not claim.runs:
        nominal = _is_nominal(bare, table)
        if nominal and claim.chance * claim.speech < SPOKEN_FLOOR:
            return True
        if nominal and _words(claim.cue.tolist(), table, text)[-1:] == ["about"]:
            return True
        brief = len(bare) < BRIEF
        return not verbal and (claim.chance < TOPIC_FLOOR or not source or brief)
    inner = [table.runs[run].inner.of(text).split() for run in claim.runs]
    if verbal or claim.method != "cue":
        return False
    if sum(len(words) for words in inner) < FEWEST_WORDS:
        return bool(bare) or claim.speech < TOPIC_FLOOR
    return len(inner) == 1 and reads_as_title(inner[0])


def _is_nominal(rows: list[int], table: TokenTable) -> bool:
    """Tell whether what governs all others of some rows is a noun, not a verb."""
    inside = set(rows)
    tops = [row for row in rows if int(table.head[row]) not in inside or table.head[row] == row]
    return not any(int(table.features[row, TAG_COLUMN]) in _VERBAL for row in tops)


def _words(rows: list[int], table: TokenTable, text: str) -> list[str]:
    return [text[int(table.start[row]) : int(table.end[row])] for row in sorted(rows)]
