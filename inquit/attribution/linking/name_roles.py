"""What stands before a name: titles, roles, and the body that a role is held in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from inquit.attribution.letters import of_any_script
from inquit.attribution.lexicon import function_words, given_names, nouns, proper_names, titles
from inquit.attribution.lexicon.gender import gender_in
from inquit.attribution.lexicon.spelling import plain
from inquit.attribution.linking.name_parts import is_alone
from inquit.attribution.linking.name_runs import OF_A_CLOCK

OF_BODY = re.compile(
    of_any_script(r"\b(?:of|to|for|at|on|in)\s+(?:the\s+)?(?:[A-Z]\w+ ?[\-–—] ?)?$")
)
"""What leads from a role to the body that it is held in, up to a dash in that body's name."""
LONGEST_NAME = 3
"""Words of a person's name after that of a body."""
LONGEST_ROLE = 5
"""Words of a role in small letters before a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """How many words before a name are role and title, and what they tell."""

    length: int
    honorific: bool
    gender: str


def titles_before(tokens: list[str], *, the: bool) -> Titles:
    """Return how many words of a run come before the name, and what they tell.

    Args:
        tokens: the words of the run.
        the: "the" stands before them.
    """
    cut, honorific, gender, end = 0, False, "", len(tokens)
    for index, token in enumerate(tokens):
        lower = plain(token)
        if lower in titles("courtesy", "rank"):
            cut, honorific = index + 1, True
            gender = gender or ("" if _is_of_office(tokens, index) else gender_in("titles", lower))
        elif index == cut > 0 and lower in ("of", "for"):
            end = index
        elif index < end and not _is_surname(tokens, index, honorific=honorific, the=the):
            if _is_calling(lower, last=index + 1 == len(tokens)):
                cut = index + 1
            elif index == 0 and len(tokens) > 2 and lower.endswith("ologist"):
                cut = 1
    if 0 < cut == end < len(tokens):
        cut = _after_office(tokens, cut)
    return Titles(length=cut, honorific=honorific, gender=gender)


def name_after_body(tokens: list[str], before: str) -> int:
    """Return where a person's name starts after a body's: "chief of the Refugee Council Jane Roe".

    Only after a role and its preposition may a name hold both. What the body is of may stand
    between: "secretary in the Ministry of Health Jane Roe".

    Args:
        tokens: the words of a run.
        before: the text before it.

    Returns:
        The index of its first word, 0 where the run holds no body before a name.
    """
    roles = set(re.findall(r"[^\W\d]+", before.casefold())) & nouns("role")
    if not roles or not OF_BODY.search(before):
        return 0
    bodies = [i for i, token in enumerate(tokens[:-1]) if plain(token) in nouns("organisation")]
    states = [i for i, token in enumerate(tokens[:-2]) if plain(token) in nouns("land")]
    if not bodies:
        return states[-1] + 1 if states else 0
    first = bodies[-1] + 1
    if plain(tokens[first]) in ("of", "for"):
        given = [i for i in range(first + 2, len(tokens) - 1) if plain(tokens[i]) in given_names()]
        return given[0] if given else max(0, len(tokens) - 2) if len(tokens) - first > 3 else 0
    return first if len(tokens) - first <= LONGEST_NAME else 0


def courtesy_before(tokens: list[str], name: tuple[str, ...]) -> str:
    """Return the title that a name is told with where it is all the name there is.

    That is one of courtesy, `Ms` or `Mrs Justice`, or before a given name one of birth: `Prince`.
    """
    judge = bool(tokens) and plain(tokens[-1]) == "justice"
    last = plain(" ".join(tokens[: -1 if judge else None][-1:]))
    if last in titles("courtesy"):
        return " ".join(tokens[-2:] if judge else tokens[-1:])
    return tokens[-1] if last in titles("regnal") and is_alone(name) else ""


def role_of(tokens: list[str], courtesy: str) -> str:
    """Return the role that the words before a name tell, without titles and epithets."""
    told = (
        token
        for index, token in enumerate(tokens)
        if token != courtesy
        and (
            _is_of_office(tokens, index)
            or plain(token) not in titles("courtesy", "rank") | function_words("epithet")
        )
    )
    return " ".join(told)


def role_before(before: str) -> str:
    """Return the role in small letters that ends right before a name: "former president"."""
    words: list[str] = []
    if OF_A_CLOCK.search(before[-6:]):
        return ""
    for word in reversed(before[-60:].split(" ")[:-1] if before.endswith(" ") else []):
        lower = word.casefold()
        if not words and not is_role(lower) and not (word.islower() and _is_agentive(word)):
            return ""
        if words and lower not in nouns("modifier") | nouns("role") and not word[:1].isupper():
            break
        if not word or lower in function_words("opening") or not word[-1:].isalpha():
            break
        words.insert(0, word)
        if len(words) == LONGEST_ROLE:
            break
    return " ".join(words)


def role_at_body(before: str) -> str:
    """Return the role that leads to a body: `permanent secretary in the`, before its name."""
    match = OF_BODY.search(before)
    if match is None:
        return ""
    role = role_before(before[: match.start()])
    return f"{role} {match[0].strip()}" if role else ""


def is_role(word: str) -> bool:
    """Tell whether a word in small letters is a role: `mayor`, `co-author`, `president-elect`."""
    first, _, last = word.rpartition("-")
    elect = last in ("elect", "designate") and first in nouns("role")
    return word in nouns("role") or last in nouns("role") or elect


def _after_office(tokens: list[str], cut: int) -> int:
    """Return where a name starts after an office with what it is of: `Minister of Health Roe`."""
    bodies = [at for at in range(cut, len(tokens)) if plain(tokens[at]) in nouns("organisation")]
    if bodies and bodies[-1] + 1 < len(tokens):
        return bodies[-1] + 1
    return len(tokens) - 2 if len(tokens) - cut > 3 else len(tokens)


def _is_surname(tokens: list[str], index: int, *, honorific: bool, the: bool) -> bool:
    """Tell whether a word that may be a role is a last name: `Wayne King`, `Mr. Bishop`."""
    if index + 1 < len(tokens) or plain(tokens[index]) not in nouns("surname"):
        return False
    first, before = plain(tokens[0]), plain(tokens[index - 1]) if index else ""
    given = index > 0 and not given_names().isdisjoint((first, before))
    return honorific or given or (index == 1 and not the and _is_odd(first))


def _is_odd(word: str) -> bool:
    """Tell whether a word in small letters is none that stands before an office: `Mervyn`."""
    usual = nouns("role", "modifier", "national", "organisation", "land") | titles()
    return word not in usual | proper_names()


def _is_of_office(tokens: list[str], index: int) -> bool:
    """Tell whether a word is the beginning of an office rather than a title: `Lord Mayor`."""
    after = plain(tokens[index + 1]) if index + 1 < len(tokens) else ""
    return plain(tokens[index]) in ("lord", "lady") and after in nouns("office")


def _is_calling(word: str, *, last: bool) -> bool:
    """Tell whether a word in small letters is a role, or a noun for a firm before its name."""
    return is_role(word) or (word in nouns("firm") and not last)


def _is_agentive(word: str) -> bool:
    """Tell whether a word in small letters is formed as a calling is: `stylist`, `ecologist`."""
    return len(word) > 5 and word.endswith("ist")
