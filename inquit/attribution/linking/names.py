"""Names in running text: runs of capitals, told into role, title and name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from inquit.attribution.letters import of_any_script
from inquit.attribution.lexicon import function_words, given_names, human_nouns, nouns, titles
from inquit.attribution.lexicon.gender import gender_in, gender_of_role
from inquit.attribution.lexicon.spelling import plain
from inquit.attribution.linking.capitals import as_written
from inquit.attribution.linking.name_kinds import kind_of
from inquit.attribution.linking.name_parts import NameParts
from inquit.attribution.linking.name_roles import (
    Titles,
    courtesy_before,
    name_after_body,
    role_at_body,
    role_before,
    role_of,
    titles_before,
)
from inquit.attribution.linking.name_runs import Run, capital_runs
from inquit.model.quotation import SourceKind
from inquit.model.span import Span

THE = re.compile(r"\b[Tt]he\s+$")
OWNED = re.compile(of_any_script(r"\b([A-Z][\w-]+) [A-Z][\w-]+['’]s $"))
"""Whose something is: `Ida Holm's` before `Holmworks`."""
REACH = 60
"""Code points before a name in which its owner's stands."""


def names_in(
    text: str,
    *,
    offset: int = 0,
    common: Collection[int] = frozenset(),
    surnames: Collection[str] = frozenset(),
) -> Iterator[NameParts]:
    """Yield the runs of capitals of a text that can be names, in order.

    Args:
        text: a paragraph, or part of one.
        offset: where it starts in the article.
        common: offsets in the article of words that are no names, though they have a capital.
        surnames: in small letters, of who was named before: a role with one of these is a name.
    """
    for run in capital_runs(text, common=frozenset(at - offset for at in common)):
        parts = _parse(run, text, offset, surnames)
        if parts is not None:
            yield parts


def _parse(run: Run, text: str, offset: int, surnames: Collection[str]) -> NameParts | None:
    """Return a run of capitals told into its parts, None where it is a role alone."""
    tokens, before = run.words.split(), text[: run.start]
    if _are_many(tokens):
        return None
    the = bool(THE.search(before))
    told, body, first = _name_of(tokens, before, the=the)
    honorific, gender = told.honorific, told.gender
    name = as_written(_without_letters(tuple(tokens[first:])))
    if not name and len(tokens) == 1 and plain(run.words) in surnames and not the:
        first, name = 0, tuple(tokens)
    if not name:
        return None
    courtesy = courtesy_before(tokens[:first], name)
    if first > body:
        role = f"{role_at_body(before)} {' '.join(tokens[body:first])}".strip()
    else:
        role = role_of(tokens[:first], courtesy) or role_before(before)
    firm = _is_firm(name, role, before)
    role = "" if firm else role
    modifies = _is_modifier(text[run.start + len(run.words) :])
    kind = kind_of(
        name,
        titled=honorific or bool(role),
        body=firm or (the and not modifies) or _is_owned(name, before),
    )
    if kind is not SourceKind.ORGANISATION:
        given = gender_in("given_names", name[0]) if len(name) > 1 else ""
        gender = gender or gender_of_role(role) or given
    at = run.start + offset
    return NameParts(
        span=Span(at, at + len(run.words)),
        name=name,
        role=role,
        honorific=honorific,
        kind=kind,
        gender=gender,
        courtesy=courtesy,
    )


def _name_of(tokens: list[str], before: str, *, the: bool) -> tuple[Titles, int, int]:
    """Return the titles in a run, and the indexes of what follows them and of the name."""
    told = titles_before(tokens, the=the)
    first = told.length
    aged = len(tokens) > 2 and plain(tokens[0]) in function_words("epithet")
    if not first and aged and plain(tokens[1]) in given_names():
        first = 1
    return told, first, first + name_after_body(tokens[first:], before)


def _are_many(tokens: list[str]) -> bool:
    """Tell whether a run is a noun for several people: `Reporters`, `Residents of Torvale`."""
    last = plain(tokens[-1])
    if tokens[1:2] == ["of"] and plain(tokens[0]) in nouns("dweller"):
        return True
    if not re.search(r"[^s]s$", tokens[-1]):
        return False
    people = len(tokens) == 1 and last[:-1] in human_nouns() - nouns("surname")
    return last in nouns("group") or people


def _without_letters(name: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name without the letters of an honour or office after it: `Marcus Roe KC`."""
    end = len(name)
    while end > 2 and name[end - 1].isupper() and plain(name[end - 1]) in titles("letters"):
        end -= 1
    return name[:end]


def _is_firm(name: tuple[str, ...], role: str, before: str) -> bool:
    """Tell whether what stands before a name tells that it is a firm's: `carmaker Holm`."""
    ahead = role.split() or (before.split()[-1:] if before.endswith(" ") else [])
    if not nouns("firm").isdisjoint(plain(word) for word in ahead):
        return True
    beside = plain(role) in nouns("beside")
    return beside and any(plain(word) in nouns("organisation") for word in name)


def _is_modifier(after: str) -> bool:
    """Tell whether a name stands before a noun to which "the" belongs: `the Holm family`."""
    match = re.match(r" ([a-z]+)", after)
    return match is not None and match[1] in nouns("named-after")


def _is_owned(name: tuple[str, ...], before: str) -> bool:
    """Tell whether a name of one word is of what somebody has: `Ida Holm's Holmworks`."""
    owner = OWNED.search(before[-REACH:])
    return len(name) == 1 and owner is not None and plain(owner[1]) in given_names()
