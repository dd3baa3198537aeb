"""What a phrase for a source is about: a name in it, or the noun that the rest hangs on."""

from __future__ import annotations

import re
from collections.abc import Collection

from inquit.attribution.lexicon import nouns, proper_names
from inquit.attribution.lexicon.spelling import plain
from inquit.attribution.linking.name_parts import NameParts
from inquit.attribution.linking.names import names_in
from inquit.attribution.linking.whole import listed_at
from inquit.model.quotation import SourceKind
from inquit.model.span import Span

DEFINITE = re.compile(r"(?:the|this|that|these|those)\s+", re.IGNORECASE)
ARTICLE = re.compile(
    r"^(?:(?:the|a|an)\s+(?!\S+['’]s?\s)|(?:his|her|its|their|our|my)\s+)", re.IGNORECASE
)
"""What a role is shown without; whose it is a pronoun does not tell where the role stands alone."""
TAIL = re.compile(
    r"\s+(?:of|for|with|from|at|in|on|who|that|which|close|near|familiar|briefed|involved|to"
    r"|published|released|compiled|issued|produced|seen|obtained|prepared)\b.*$"
)
HANGS = re.compile(r"\b(?:of|for|with|from|at|in|on|to|by|about|as)\s+(?:the\s+)?$", re.IGNORECASE)
"""A name after this is not who speaks: `a spokeswoman for Ms Munro`."""
BELONGS = re.compile(r"(?:of|from|at|in|for|with)\s")
"""A full name before this is who speaks: `volcanologist Dave Roe of Kent University`."""


def head_of(lower: str) -> str:
    """Return the noun that the rest of a phrase in small letters hangs on, "" without one."""
    short = TAIL.sub("", lower)
    parts = re.findall(r"[^\W\d_][\w\-]*", short)
    return parts[-1] if parts else ""


def name_in(text: str, span: Span, surnames: Collection[str] = frozenset()) -> NameParts | None:
    """Return the name that a phrase is about: the last that hangs on no preposition."""
    listed = span.start + listed_at(text)
    names = [
        one
        for one in names_in(text, offset=span.start, surnames=surnames)
        if one.span.start < listed
    ]
    free = [one for one in names if not HANGS.search(text[: one.span.start - span.start])]
    found = free or names
    return found[-1] if found else None


def is_description(text: str, parts: NameParts, span: Span, head: str) -> bool:
    """Tell whether the name in a phrase is no more than part of a description."""
    name = parts.span
    rest = text[name.end - span.start :].lstrip("'’s .")
    before = text[: name.start - span.start].casefold()
    if HANGS.search(before) and not _holds_body(parts, text[name.start - span.start :]):
        return True
    known = len(parts.name) > 1 or plain(parts.name[0]) in proper_names("outlet")
    if rest and known and all(word in nouns("body", "medium") for word in rest.split()):
        return False
    first = name.start == span.start and parts.kind is None
    person = first or (parts.kind is SourceKind.PERSON and len(parts.name) > 1)
    if rest and not rest.startswith((",", "(", "and ")) and not (person and BELONGS.match(rest)):
        return True
    if len(parts.name) == 1 and plain(parts.name[0]) in nouns("body") and DEFINITE.match(text):
        return True
    whole = len(text[name.start - span.start : name.end - span.start].split())
    if parts.kind is SourceKind.PERSON and len(parts.name) < whole and _roles_in(before):
        return False
    if TAIL.search(before) and not _roles_in(before):
        return True
    return (
        head in nouns("withheld") | nouns("group") | nouns("body")
        and text[name.start - span.start :].islower()
    )


def role_ahead(before: str) -> str:
    """Return a role with what it is of, before a name: `director for Europe`; else ""."""
    role = ARTICLE.sub("", before).strip()
    return role if TAIL.search(before) and _roles_in(before.casefold()) else ""


def _holds_body(parts: NameParts, run: str) -> bool:
    """Tell whether a run of capitals has a body before the name: `of the Canal Trust Jane Roe`."""
    before = run.split()[: -len(parts.name)]
    return any(plain(word) in nouns("organisation", "land") for word in before)


def _roles_in(before: str) -> bool:
    """Tell whether the noun that others depend on is a role: "ceo of ", not "post by a critic "."""
    words = set(re.findall(r"[^\W\d]+(?:-[^\W\d]+)*", TAIL.sub("", before)))
    last = before.split()[-1:] if before.endswith(" ") else []
    return any(
        noun in nouns("role") or noun.split("-")[-1] in nouns("role") for noun in (*words, *last)
    )
