"""The name that follows a description between commas: `the chief engineer, Per Lund,`."""

from __future__ import annotations

import re

from inquit.attribution.letters import of_any_script
from inquit.attribution.lexicon import human_nouns, nouns, proper_names
from inquit.attribution.lexicon.spelling import plain
from inquit.attribution.linking.name_parts import NameParts
from inquit.attribution.linking.name_runs import OF_A_CLOCK
from inquit.attribution.linking.names import names_in
from inquit.model.quotation import SourceKind
from inquit.model.span import Span

ROLE = re.compile(
    r",\s+(?:(?:the|a|an|its|their|his|her)\s+)?([^\W_][^,.;:()\n\"“”]{2,70}?)\s*[,.;(]"
)
CALLED = re.compile(r"\ban? ([a-z][\w\- ]*?),? (?:named|called)\s+$")
AGE = re.compile(r",\s+(?:aged\s+)?(\d{1,3})(?=[,.;:)])")
SHORT = re.compile(
    r",\s+(?:the|a|an)\s+([a-z][a-z\- ]{2,40}?)\s+(?:at|of|for|in|with|from|and|who|on)\b"
)
"""The beginning of one that goes on for long."""
OF_WHAT = r"\b(?:of|for|at|in|from|with)\b"
ONE_OF_SEVERAL = frozenset({"one", "another"})
"""After these too: `said one, Oksana, who`."""
LONGEST_ROLE = 4
"""Words of a role between a description and a name."""
REACH = 60
"""Code points after a description within which its apposition ends."""


def apposed_name(text: str, span: Span) -> NameParts | None:
    """Return the person's name that stands in apposition right after a stretch of text.

    Args:
        text: the article's.
        span: a description of somebody.

    Returns:
        The name; None where no full name of a person follows, between commas or after a role.
    """
    after = text[span.end : span.end + REACH].split("\n")[0]
    start = re.match(r",\s+", after)
    if start is None:
        return _name_after(text, span, after)
    first = span.end + start.end()
    name = next(names_in(after[start.end() :], offset=first), None)
    if name is None or (name.span.start != first and not _is_role(text[first : name.span.start])):
        return None
    ended = re.match(r"\s*(?:[,.;)–—]|-\s|\d|$)", text[name.span.end : name.span.end + 3])
    if ended is None or name.kind is SourceKind.ORGANISATION:
        return None
    if len(name.name) > 1:
        return name if name.kind is SourceKind.PERSON else None
    related = span.of(text).casefold().split()[-1] in nouns("related") | ONE_OF_SEVERAL
    return name if related or name.courtesy or name.honorific else None


def _name_after(text: str, span: Span, after: str) -> NameParts | None:
    """Return the full name right after a role: `cabinet member for finance` `Ruth Hale`."""
    if OF_A_CLOCK.search(f"{text[max(0, span.start - 3) : span.end]} "):
        return None
    name = next(names_in(after, offset=span.end), None)
    if name is None or name.span.start != span.end + 1 or after[0] not in " \u00a0":
        return None
    before = re.split(r"\b(?:of|for|at|in|from|with|to)\b", span.of(text).casefold())[0].split()
    role = bool(before) and before[-1] in nouns("role")
    return name if role and len(name.name) > 1 and name.kind is SourceKind.PERSON else None


def _is_role(before: str) -> bool:
    """Tell whether what stands before a name is a role in small letters: `retired teacher `."""
    words = before.split()
    return before.endswith(" ") and 0 < len(words) <= LONGEST_ROLE and words[-1] in nouns("role")


TITLE = re.compile(of_any_script(r",\s+((?:[A-Z][\w-]+ ){1,3}of [A-Z]\w+(?: [A-Z]\w+)?)"))
"""One in capitals, after which the sentence may go on: `, Duchess of Sussex`."""


def apposed_description(text: str, end: int) -> str:
    """Return what follows a name between commas: `Vera Salo, the foreign minister,`.

    Args:
        text: the article's.
        end: offset where the name ends.

    Returns:
        The words without their article, "" where none follow.
    """
    match = (
        ROLE.match(text, end, end + REACH + 20)
        or SHORT.match(text, end, end + REACH)
        or TITLE.match(text, end, end + REACH)
    )
    return match[1] if match is not None else ""


def named_as(text: str, start: int) -> str:
    """Return the role before a name that starts at an offset: `a nurse named Ida Holm`; else ""."""
    match = CALLED.search(text[max(0, start - REACH) : start])
    return match[1] if match is not None and match[1].split()[-1] in human_nouns() else ""


def age_after(text: str, end: int) -> int:
    """Return the age that stands between commas after a name that ends at an offset, else 0."""
    match = AGE.match(text, end)
    return int(match[1]) if match is not None else 0


def is_human(description: str) -> bool:
    """Tell whether a description is one of a human being: "a Danish woman and former sailor"."""
    words = re.findall(r"[^\W\d]+", re.split(OF_WHAT, description)[0].casefold())
    return not human_nouns().isdisjoint(words)


def role_in(description: str) -> str:
    """Return a description if its noun is a role, else ""."""
    words = re.findall(r"[^\W\d]+", re.split(OF_WHAT, description)[0].casefold())
    return description if words and words[-1] in nouns("role") else ""


def like_place(parts: NameParts) -> bool:
    """Tell whether a name of two words was taken for a place, or its government, by the last."""
    return len(parts.name) == 2 and plain(parts.name[-1]) in proper_names("place")
