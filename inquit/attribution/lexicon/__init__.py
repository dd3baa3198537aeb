"""Words with features, in data files of a word a line: `mayor: role office`.

A line that starts with `#` says what the features mean. Each file is read once, when it is first
asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def features(table: str) -> Mapping[str, frozenset[str]]:
    """Return the features of each word of a table, words in small letters.

    Args:
        table: the name of a data file, without its ending.
    """
    lines = (files(__package__) / f"{table}.txt").read_text("utf-8").splitlines()
    pairs = (line.split(":", 1) for line in lines if not line.startswith("#"))
    return {word: frozenset(rest.split()) for word, rest in pairs}


@cache
def words_with(table: str, *wanted: str) -> frozenset[str]:
    """Return the words of a table that have any of some features.

    Args:
        table: the name of a data file, without its ending.
        wanted: the features; without any, every word is returned.
    """
    known = features(table)
    return frozenset(
        word for word, has in known.items() if not wanted or not has.isdisjoint(wanted)
    )


def nouns(*wanted: str) -> frozenset[str]:
    """Return the common nouns that have any of some features."""
    return words_with("nouns", *wanted)


@cache
def human_nouns() -> frozenset[str]:
    """Return the common nouns for a human being."""
    return nouns("role", "withheld", "m", "f", "person")


def titles(*wanted: str) -> frozenset[str]:
    """Return the titles that have any of some features."""
    return words_with("titles", *wanted)


def pronouns(*wanted: str) -> frozenset[str]:
    """Return the pronouns that have any of some features."""
    return words_with("pronouns", *wanted)


def function_words(*wanted: str) -> frozenset[str]:
    """Return the function words that have any of some features."""
    return words_with("function_words", *wanted)


def given_names(*wanted: str) -> frozenset[str]:
    """Return the given names that have any of some features."""
    return words_with("given_names", *wanted)


def proper_names(*wanted: str) -> frozenset[str]:
    """Return the words of places' and bodies' names that have any of some features."""
    return words_with("names", *wanted)
