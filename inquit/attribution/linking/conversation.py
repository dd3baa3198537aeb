"""Who speaks in each turn of a dialogue: probabilities over all turns at once.

A chain over the turns, of second order, as two parties mostly take turns: He, Barbosa and Kondrak,
"Identification of Speakers in Novels" (ACL 2013); the evidence is that of the sieves of Muzny,
Fang, Chang and Jurafsky, "A Two-stage Sieve Approach for Quote Attribution" (EACL 2017): who acts
beside a quotation, who is addressed in it, who spoke near by. Weights of our own, tried on the
first halves of novels and measured on the second.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp

SAME = {1: 2.0, 2: -1.0}
"""Against going on speaking in the next paragraph, and for it after one of narration."""
ALTERNATE = {2: 2.0, 3: 0.8}
"""For whoever spoke the turn before last, by paragraphs since."""
ADDRESSED = 4.5
"""Against those who are addressed in the quotation."""
ANSWERS, ASKED = 2.5, 1.3
"""For those who were addressed right before, and, of the turn before, for those addressed now."""
BESIDE = 4.8
"""For who acts first in the turn's own paragraph."""
BEFORE = 2.5
"""For who acts last in the narration right before a turn."""
FAR = 0.1
"""Against somebody, by each turn between this and the nearest that is told to be theirs."""
SILENT = 1.0
"""Against somebody who speaks in no turn near by."""
OTHER_GENDER = 4.0
"""Against somebody of another gender than "sir" or "madam" was said to right before."""
HINT = 4.0
"""For whom the text before makes the likeliest to be meant by the pronoun in an inquit."""
NOBODY = 4.0
"""Against somebody who is not among those near by."""
BREAK = 5
"""Paragraphs of narration after which a conversation has ended."""
REACH_BACK, REACH_ON = 16, 8
"""Turns before and after a turn, among whose speakers its own is sought."""
MOST = 8
"""Most whom a turn is thought to be of."""

Key = str
"""Stands for somebody; "" for nobody near by."""


@dataclass(slots=True, kw_only=True)
class Turn:
    """A paragraph that starts or ends with a quotation.

    Attributes:
        first: number of its paragraph.
        last: number of the paragraph where what is said ends.
        told: who speaks, "" where the paragraph does not tell.
        pronoun: the gender of the pronoun by which it tells, "" where it tells by something else.
        beside: who acts in the paragraph's own narration, in order.
        before: who acts in the paragraphs of narration since the turn before, in order.
        addressed: who is called by name in what is said.
        addressed_gender: of whom "sir" or "madam" is said to, else "".
        genders: what is known of anybody in these.
    """

    first: int
    last: int
    told: Key = ""
    pronoun: str = ""
    beside: list[Key] = field(default_factory=list)
    before: list[Key] = field(default_factory=list)
    addressed: set[Key] = field(default_factory=set)
    addressed_gender: str = ""
    genders: dict[Key, str] = field(default_factory=dict)


Likely = dict[Key, float]
_Pairs = dict[tuple[Key, Key], float]


def speakers_of(turns: Sequence[Turn]) -> list[Likely]:
    """Return for each turn how probable each of those near by is its speaker.

    Args:
        turns: in the order of the text.
    """
    if not turns:
        return []
    parties = [_parties(turns, index) for index in range(len(turns))]
    own = [
        {key: exp(_own(turns, index, key)) for key in parties[index]} for index in range(len(turns))
    ]
    forward = _forward(turns, own)
    backward = _backward(turns, own)
    likely: list[Likely] = []
    for ahead, behind in zip(forward, backward, strict=True):
        shares: Likely = {}
        for (one, other), weight in ahead.items():
            shares[other] = shares.get(other, 0.0) + weight * behind[one, other]
        total = sum(shares.values()) or 1.0
        likely.append({key: share / total for key, share in shares.items()})
    return likely


def _forward(turns: Sequence[Turn], own: Sequence[Likely]) -> list[_Pairs]:
    """Return the weight of each pair of a turn's speaker and the one before, by what is so far."""
    steps: list[_Pairs] = [{("", key): weight for key, weight in own[0].items()}]
    for index in range(1, len(turns)):
        last = steps[-1]
        pairs: _Pairs = {}
        for (one, two), weight in last.items():
            for three, mine in own[index].items():
                link = _link(turns, index, (one, two, three))
                pairs[two, three] = pairs.get((two, three), 0.0) + weight * mine * exp(link)
        steps.append(_scaled(pairs))
    return steps


def _backward(turns: Sequence[Turn], own: Sequence[Likely]) -> list[_Pairs]:
    """Return the weight of each such pair by what is to come."""
    befores: list[Likely] = [{"": 1.0}, *own[:-1]]
    steps: list[_Pairs] = [{(a, b): 1.0 for a in befores[-1] for b in own[-1]}]
    for index in range(len(turns) - 1, 0, -1):
        following = steps[-1]
        pairs: _Pairs = {
            (one, two): sum(
                mine * exp(_link(turns, index, (one, two, three))) * following[two, three]
                for three, mine in own[index].items()
            )
            for one in befores[index - 1]
            for two in own[index - 1]
        }
        steps.append(_scaled(pairs))
    return steps[::-1]


def _scaled(pairs: _Pairs) -> _Pairs:
    most = max(pairs.values(), default=1.0) or 1.0
    return {pair: weight / most for pair, weight in pairs.items()}


def _parties(turns: Sequence[Turn], index: int) -> list[Key]:
    """Return of whom a turn may be: those told, addressed, or acting near it, the nearest first."""
    turn = turns[index]
    if turn.told and not turn.pronoun:
        return [turn.told]
    near = [turn.told, *turn.beside]
    around = sorted(
        range(max(0, index - REACH_BACK), min(len(turns), index + REACH_ON + 1)),
        key=lambda at: abs(at - index),
    )
    near += [turns[at].told for at in around if abs(at - index) <= 2]
    for at in around[:5]:
        near += [*sorted(turns[at].addressed), *turns[at].beside]
    near += reversed(turn.before)
    near += [turns[at].told for at in around]
    fitting = dict.fromkeys(
        key
        for key in near
        if key and turn.pronoun in ("", turn.genders.get(key, "") or turn.pronoun)
    )
    return [*list(fitting)[:MOST], *([] if turn.told else [""])]


def _own(turns: Sequence[Turn], index: int, key: Key) -> float:
    """Return what a turn itself, and where somebody speaks near by, tell for or against them."""
    turn = turns[index]
    if turn.told and not turn.pronoun:
        return 0.0
    if not key:
        return -NOBODY
    weight = BESIDE * (turn.beside[:1] == [key]) + BEFORE * (turn.before[-1:] == [key])
    weight += HINT * (turn.told == key)
    weight -= ADDRESSED * (key in turn.addressed)
    told = [
        abs(at - index)
        for at in range(max(0, index - REACH_BACK), min(len(turns), index + REACH_ON + 1))
        if turns[at].told == key
    ]
    return weight - (FAR * min(told) if told else SILENT)


def _link(turns: Sequence[Turn], index: int, speakers: tuple[Key, Key, Key]) -> float:
    """Return what the two turns before tell for or against the speaker of one."""
    earlier, last, here = speakers
    turn, before = turns[index], turns[index - 1]
    gap = turn.first - before.last
    if gap > BREAK or not here:
        return 0.0
    weight = 0.0
    if here == last:
        weight -= SAME.get(gap, 0.0)
    elif index > 1 and earlier == here:
        weight += ALTERNATE.get(turn.first - turns[index - 2].last, 0.0)
    weight += ANSWERS * (here in before.addressed) + ASKED * (last in turn.addressed and last != "")
    gender = turn.genders.get(here, "")
    if before.addressed_gender and gender and gender != before.addressed_gender:
        weight -= OTHER_GENDER
    return weight
