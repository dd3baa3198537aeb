"""How sure each sieve is, and the evidence in words: one table.

Each is the share of right answers among cases that were judged by hand, drawn from news articles
that linking had not been tried on; what was assumed before counts like a few cases beside them. A
pronoun's are lowered as told below.
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


ASSUMED_CASES = 10
"""As many judged cases what was assumed counts for."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How sure a way of resolving is, and its reason.

    Attributes:
        assumed: its certainty as it was set by hand; 0 where it finds nobody.
        reason: with `{words}` for the mention, `{last}` for its last word, `{name}` for who is
            found, and `{paragraph}` for where they were introduced; "" where it is self-evident.
        right: how many of the judged cases were right.
        of: how many were judged.
        lowered: by how much those had been lowered, on average, as told above.
    """

    assumed: float
    reason: str = ""
    right: int = 0
    of: int = 0
    lowered: float = 0.0

    @property
    def certainty(self) -> float:
        """Chance, from 0 to 1, that whom it finds is right, before anything lowers it."""
        share = (self.right + ASSUMED_CASES * self.assumed) / (self.of + ASSUMED_CASES)
        return round(share + self.lowered, 3)


EVIDENCE = {
    "introduced": Evidence(0.98, right=39, of=45),
    "named before": Evidence(0.96, "“{last}” is {name}, named in paragraph {paragraph}", 45, 45),
    "misspelt": Evidence(0.8, "“{last}” most likely is {name}, misspelt"),
    "named last": Evidence(0.75, "“{last}” most likely is {name}, so called and named last"),
    "shared": Evidence(0.0, "several share the name “{last}”"),
    "party": Evidence(0.9, "“{words}” stands for {name} in this interview"),
    "no party": Evidence(0.0, "the text does not tell whom “{words}” stands for"),
    "initials": Evidence(0.93, "“{words}” are the initials of {name}"),
    "no words": Evidence(0.0, "“{words}” names nobody"),
    "nobody": Evidence(0.0, "“{words}” is nobody"),
    "first person": Evidence(0.9, "“{words}” is {name}, whose words these are", 1, 2),
    "apposition": Evidence(0.95, "“{words}” is {name}, named right after", 6, 6),
    "described before": Evidence(
        0.85, "“{words}” is {name}, introduced in paragraph {paragraph}", 34, 39
    ),
    "kin": Evidence(0.75, "“{words}” most likely is {name}, of that family"),
    "together": Evidence(0.96, right=1, of=1),
    "family": Evidence(0.85, "“{words}” most likely are {name}"),
    "pair": Evidence(0.75, "“{words}” most likely are {name}, named together"),
    "same age": Evidence(0.9, "“{words}” most likely is {name}, named just before"),
    "recalled": Evidence(0.75, "“{words}” most likely is {name}, named just before", 2, 2),
    "recalled, with rivals": Evidence(
        0.55, "“{words}” most likely is {name}, named just before", 1, 1
    ),
    "he or she": Evidence(
        0.8, "“{words}” most likely is {name}, mentioned just before", 34, 38, 0.03
    ),
    "he or she, close": Evidence(
        0.65, "“{words}” most likely is {name}, mentioned just before", 10, 14, 0.02
    ),
    "he or she, with rivals": Evidence(
        0.5, "“{words}” most likely is {name}, mentioned just before", 8, 13, 0.06
    ),
    "they or it": Evidence(0.65, "“{words}” most likely is {name}", 15, 20),
    "relative": Evidence(0.65, "“{words}” most likely is {name}, named right before", 1, 1),
    "nobody fits": Evidence(0.0, "nobody near fits “{words}”"),
    "nobody fits alone": Evidence(0.0, "nobody near fits “{words}” alone"),
    "open": Evidence(0.0, "open whom “{words}” means"),
    "new": Evidence(0.95, right=37, of=45),
}
"""By the name of what settled it."""
