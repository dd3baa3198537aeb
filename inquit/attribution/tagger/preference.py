"""Whose content to keep where networks and rules disagree about its ends."""

from __future__ import annotations

from inquit.attribution.tagger.claims import Claim
from inquit.attribution.tagger.table import TAG_COLUMN, Opinion, TokenTable, tag_numbers

TRUST = 0.15
"""How much less likely the rules' content may be and still be preferred, for its neat ends."""
WHOLE = 1.0
"""The same where the rules' content is the networks' without what trails a whole quotation."""
NAMING = frozenset({"call", "describe", "label", "brand", "dub", "term", "characterize"})
"""Verbs that say what the quoted words are about before they come: called the plan "dead"."""
LONGER = 1.0
"""The same where it is the networks' content, with quoted words in it, up to a sentence's end."""

_INTRODUCING = tag_numbers("IN", "WDT", "DT")


def prefers_rules(claim: Claim, opinion: Opinion, table: TokenTable, *, lemma: str) -> bool:
    """Tell whether the rules' content is to be preferred to the networks'.

    Args:
        claim: what the networks found.
        opinion: what the rules make of the same report.
        table: the tokens.
        lemma: the cue's dictionary form.
    """
    theirs = opinion.content
    if not theirs:
        return False
    if any(one.cue & (claim.content - theirs) for one in table.opinions):
        return theirs < claim.content
    trust = TRUST
    run = _whole_run(theirs, table)
    if run >= 0 and claim.runs == {run}:
        longer = max(claim.content) > max(theirs) and min(claim.content) >= min(theirs)
        trust = WHOLE if longer or lemma in NAMING else TRUST
    elif claim.runs and theirs >= claim.content and _ends_sentence(max(theirs), table):
        trust = LONGER
    return claim.drawn.likeness(theirs) + trust >= claim.drawn.likeness(claim.content)


def _whole_run(rows: set[int], table: TokenTable) -> int:
    """Return the one run that rows hold, -1 where they hold other words too."""
    first = min(rows)
    if table.run[first] < 0 and int(table.features[first, TAG_COLUMN]) in _INTRODUCING:
        first += 1
    run = int(table.run[first])
    return run if all(table.run[row] == run for row in rows if row >= first) else -1


def _ends_sentence(row: int, table: TokenTable) -> bool:
    after = row + 1
    while after < len(table) and table.end[after] - table.start[after] == 1:
        if table.sentence[after] != table.sentence[row]:
            return True
        after += 1
    return after >= len(table) or bool(table.sentence[after] != table.sentence[row])
