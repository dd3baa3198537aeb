"""Runs of capitals in running text, each cut to what can be one name with its role and titles."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import dropwhile

from inquit.attribution.letters import of_any_script
from inquit.attribution.lexicon import function_words, given_names, nouns, proper_names, titles
from inquit.attribution.lexicon.spelling import plain
from inquit.attribution.linking.capital_runs import CAPITALS

POSSESSIVE = re.compile(r"['’](?:s|re|ll|ve|d|m)?$")
NEGATED = re.compile(r"(?<=n)['’]t\b")
"""What tells that a verb ends where a run of capitals does: `Don't`."""
TITLED = re.compile(
    of_any_script(r" (?:Dr|Mr|Mrs|Ms|Miss|Sir|Lord|Lady|Dame|Prof|Professor)\.? [A-Z]")
)
OF_A_CLOCK = re.compile(r"\d\s?[ap]m\s$", re.IGNORECASE)
"""A time of day before a name: the PM of `4:30 PM Tom Holt` heads no government."""
HANGING = re.compile(r"\b(?:for|of|in|at)\s+(?:the\s+)?$")
OF_BODY = re.compile(r" of (?:the )?")


@dataclass(frozen=True, slots=True)
class Run:
    """Words with capitals that belong together.

    Attributes:
        start: where they start in their text.
        words: as written.
    """

    start: int
    words: str


def capital_runs(text: str, *, common: Collection[int] = frozenset()) -> Iterator[Run]:
    """Yield the runs of capitals of a text that can be a name with its role and titles, in order.

    Args:
        text: a paragraph, or part of one.
        common: offsets in it of words that are no names, though they have a capital.
    """
    for match in CAPITALS.finditer(text):
        run = _without_common(_without_ending(match, text), text, common)
        if not run.words.strip():
            continue
        hanging = bool(HANGING.search(text[max(0, run.start - 12) : run.start]))
        yield from _people_of_bodies(run, hanging=hanging)


def _without_ending(match: re.Match[str], text: str) -> Run:
    words = match[0]
    if NEGATED.match(text, match.end()):
        words = words.rpartition(" ")[0]
    return Run(match.start(), POSSESSIVE.sub("", words).removesuffix(" I"))


def _without_common(run: Run, text: str, common: Collection[int]) -> Run:
    """Return a run without the first words that are no part of a name: "But Lund", "4 PM Lund"."""
    start, words = run.start, run.words
    first = words.split(maxsplit=1)
    while first and (
        _is_common(first, known=start in common)
        or OF_A_CLOCK.search(text[max(0, start - 2) : start + len(first[0]) + 1])
    ):
        cut = len(first[0]) + 1
        start, words = start + cut, words[cut:]
        first = words.split(maxsplit=1)
    return Run(start, words)


def _is_common(words: list[str], *, known: bool) -> bool:
    """Tell whether the first of some words is not part of a name: "But Lund", "Dear Ida"."""
    if words[0] == "WHO":
        return False
    first = plain(words[0])
    return (
        known
        or first in function_words("opening")
        or (len(words) > 1 and first in function_words("endearing"))
    )


def _people_of_bodies(run: Run, *, hanging: bool) -> Iterator[Run]:
    """Yield a run in two where it is somebody of a body or place: "Per Lund of the Gazette".

    Args:
        run: the run.
        hanging: a preposition stands before it, so that a title in it begins somebody's name:
            `director for Europe Dr Hilde Maes`.
    """
    words = run.words
    titled = TITLED.search(words) if hanging else None
    if titled is not None:
        yield Run(run.start, words[: titled.start()])
        yield Run(run.start + titled.start() + 1, words[titled.start() + 1 :])
        return
    match = OF_BODY.search(words)
    if match is not None and _is_somebody(
        words[: match.start()].split(), words[match.end() :].split()
    ):
        yield Run(run.start, words[: match.start()])
        yield Run(run.start + match.end(), words[match.end() :])
        return
    yield run


def _is_somebody(before: list[str], after: list[str]) -> bool:
    """Tell whether words before "of" name a person, and those after it whose or where from."""
    left, right = [plain(word) for word in before], {plain(word) for word in after}
    before_name = titles("courtesy", "rank") | nouns("role", "modifier")
    people = list(dropwhile(before_name.__contains__, left))
    titled = len(people) < len(left)
    if len(people) not in (2, 3) or any(_is_of_body(word) for word in people):
        return False
    body = right & (nouns("organisation", "land") | proper_names("outlet", "place"))
    return bool(body) or titled or people[0] in given_names()


def _is_of_body(word: str) -> bool:
    return word in nouns("organisation", "role", "modifier", "land")
