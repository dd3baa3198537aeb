"""How sure each sieve is, and the evidence in words: one table.

Those of ways that are older than this table were shares of right answers on annotated news and
novels, rounded down; the others are set by hand beside them. A pronoun's are lowered as told below.
"""

from __future__ import annotations

from dataclasses import dataclass

FARTHER, MOST_FARTHER = 0.05, 4
"""By each paragraph since the last mention, up to so many."""
NO_GENDER = 0.03
"""By so much less where nothing in the text tells the gender."""
IDENTIFIED = 0.9
"""Chance that a new speaker is whom the paragraph before tells of by office."""
CLEAR, CLOSE = 0.6, 0.25
"""How much more salient than the next the likeliest is where the choice is clear, or close."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How sure a way of resolving is, and its reason.

    Attributes:
        certainty: from 0 to 1, that whom it finds is right.
        reason: with `{words}` for the mention, `{last}` for its last word, `{name}` for who is
            found, and `{paragraph}` for where they were introduced; "" where it is self-evident.
    """

    certainty: float
    reason: str = ""


EVIDENCE = {
    "introduced": Evidence(0.98),
    "named before": Evidence(0.96, "“{last}” is {name}, named in paragraph {paragraph}"),
    "misspelt": Evidence(0.8, "“{last}” most likely is {name}, misspelt"),
    "named last": Evidence(0.75, "“{last}” most likely is {name}, so called and named last"),
    "shared": Evidence(0.0, "several share the name “{last}”"),
    "party": Evidence(0.9, "“{words}” stands for {name} in this interview"),
    "no party": Evidence(0.0, "the text does not tell whom “{words}” stands for"),
    "initials": Evidence(0.93, "“{words}” are the initials of {name}"),
    "no words": Evidence(0.0, "“{words}” names nobody"),
    "nobody": Evidence(0.0, "“{words}” is nobody"),
    "first person": Evidence(0.9, "“{words}” is {name}, whose words these are"),
    "apposition": Evidence(0.95, "“{words}” is {name}, named right after"),
    "described before": Evidence(0.85, "“{words}” is {name}, introduced in paragraph {paragraph}"),
    "kin": Evidence(0.75, "“{words}” most likely is {name}, of that family"),
    "together": Evidence(0.96),
    "family": Evidence(0.85, "“{words}” most likely are {name}"),
    "pair": Evidence(0.75, "“{words}” most likely are {name}, named together"),
    "same age": Evidence(0.9, "“{words}” most likely is {name}, named just before"),
    "recalled": Evidence(0.75, "“{words}” most likely is {name}, named just before"),
    "recalled, with rivals": Evidence(0.55, "“{words}” most likely is {name}, named just before"),
    "he or she": Evidence(0.8, "“{words}” most likely is {name}, mentioned just before"),
    "he or she, close": Evidence(0.65, "“{words}” most likely is {name}, mentioned just before"),
    "he or she, with rivals": Evidence(
        0.5, "“{words}” most likely is {name}, mentioned just before"
    ),
    "they or it": Evidence(0.65, "“{words}” most likely is {name}"),
    "relative": Evidence(0.65, "“{words}” most likely is {name}, named right before"),
    "nobody fits": Evidence(0.0, "nobody near fits “{words}”"),
    "nobody fits alone": Evidence(0.0, "nobody near fits “{words}” alone"),
    "open": Evidence(0.0, "open whom “{words}” means"),
    "new": Evidence(0.95),
}
"""By the name of what settled it."""
