"""Descriptions that call back somebody who was just named: `the 45-year-old`, `the Norwegian`.

News tells of somebody by name first and then, so as not to repeat it, by what else they are.
"""

from __future__ import annotations

import re

from inquit.attribution.lexicon import function_words, nouns, titles

DEFINITE = re.compile(r"the\s+", re.IGNORECASE)
AGED = re.compile(r"the\s+(?:then\s+)?(\d{1,3})-year-old\b", re.IGNORECASE)
PARENT = re.compile(
    r"the\s+(?:mother|father|mum|mom|dad|grandmother|grandfather) of \w+$", re.IGNORECASE
)
RETIRED = re.compile(r"the\s+retired\s+(?:[\w\-]+\s+){0,2}[a-z\-]+$", re.IGNORECASE)
PARTS = re.compile(r"\s+(?:of|for|from|in|at|on|with|who|whose)\s.*$")


def calls_back(words: str) -> bool:
    """Tell whether a description is of the sort that stands for somebody who was just named.

    Args:
        words: the description.
    """
    start = DEFINITE.match(words)
    if start is None:
        return False
    if AGED.match(words) or RETIRED.match(words):
        return True
    if PARENT.match(words):
        return words.split()[-1].casefold() in function_words("count")
    found = re.findall(r"[^\W\d_][\w\-]*", PARTS.sub("", words[start.end() :]).casefold())
    if not found:
        return False
    if found[-1] in nouns("many") | titles("regnal"):
        return True
    coming = found[0] in function_words("coming") and found[-1] in nouns("office")
    return coming or (found[-1] in nouns("national") and words[start.end()].isupper())
