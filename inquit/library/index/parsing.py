"""What the reader types into a search, taken apart.

Nothing that is typed is an error: what cannot be understood is told in a line and left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from inquit.library.index.query import Conditions, Query, Words
from inquit.model.folding import fold_text
from inquit.model.iso_day import day_before, iso_day
from inquit.model.printable import clean_line

MOST_TERMS = 40
"""Terms of a query that are taken."""

LONGEST = 2_000
"""Code points of a query that are read."""

_QUOTES = '"“”„«»'
_TERM = re.compile(
    rf"(?P<minus>-)?(?:(?P<field>[a-z]+):)?"
    rf"(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)(?:[{_QUOTES}]|\Z)(?P<star>\*)?|(?P<word>[^\s{_QUOTES}]+))",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W_]")
_KINDS = ("direct", "indirect", "mixed")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Term:
    """One part of a query: what it is about, and what it says of it."""

    field: str
    value: str
    is_phrase: bool
    is_prefix: bool
    is_excluded: bool
    typed: str


@dataclass(slots=True, kw_only=True)
class _Draft:
    """The query while its terms are read."""

    today: date
    wanted: Conditions = field(default_factory=Conditions)
    excluded: Conditions = field(default_factory=Conditions)
    first_day: str | None = None
    last_day: str | None = None
    faults: list[str] = field(default_factory=list)

    def add(self, term: _Term, name: str, values: tuple[object, ...]) -> None:
        side = "excluded" if term.is_excluded else "wanted"
        before = getattr(self, side)
        setattr(self, side, replace(before, **{name: getattr(before, name) + values}))

    def turn_on(self, term: _Term, name: str) -> None:
        side = "excluded" if term.is_excluded else "wanted"
        setattr(self, side, replace(getattr(self, side), **{name: True}))


def parse_query(typed: str, today: date) -> Query:
    """Return what a search asks for.

    Args:
        typed: words, "phrases", prefix*, and `said:` `by:` `role:` `in:` `before:` `after:`
            `newer:` `kind:` `is:` `has:` `tag:`, each perhaps with a minus before it.
        today: the day that `newer:` counts from.

    `after:` begins with the day that it names, `before:` ends with the day before.
    """
    draft = _Draft(today=today)
    if len(typed) > LONGEST:
        draft.faults.append(f"only the first {LONGEST} characters of the search are read")
    for count, term in enumerate(_terms(_storable(typed[:LONGEST]))):
        if count == MOST_TERMS:
            draft.faults.append(f"only the first {MOST_TERMS} words of the search are read")
            break
        _READERS.get(term.field, _read_words)(draft, term)
    return Query(
        wanted=draft.wanted,
        excluded=draft.excluded,
        first_day=draft.first_day,
        last_day=draft.last_day,
        faults=tuple(draft.faults),
    )


def _storable(typed: str) -> str:
    """Return what was typed without NUL and halves of surrogate pairs, which SQLite refuses."""
    return typed.replace("\0", " ").encode("utf-8", "replace").decode()


def _terms(typed: str) -> Iterator[_Term]:
    for found in _TERM.finditer(typed):
        name, word = (found["field"] or "").lower(), found["word"]
        value = found["phrase"] if word is None else word
        if name not in _READERS:
            # No field of ours, such as https: of an address: words as they are typed.
            name, value = "", f"{found['field']} {value}" if name else value
        is_prefix = bool(found["star"]) or (word is not None and value.endswith("*"))
        yield _Term(
            field=name,
            value=value.rstrip("*").strip(),
            is_phrase=word is None,
            is_prefix=is_prefix,
            is_excluded=bool(found["minus"]),
            typed=clean_line(found[0]),
        )


def _read_words(draft: _Draft, term: _Term) -> None:
    _add_words(draft, term, "words")


def _words_into(name: str) -> Callable[[_Draft, _Term], None]:
    return lambda draft, term: _add_words(draft, term, name)


def _add_words(draft: _Draft, term: _Term, name: str) -> None:
    if not _LETTER.search(term.value):
        if term.field:
            draft.faults.append(f"{term.typed} names no words")
        return
    draft.add(term, name, (Words(text=term.value, is_prefix=term.is_prefix),))


def _read_publication(draft: _Draft, term: _Term) -> None:
    if named := fold_text(term.value):
        draft.add(term, "publications", (named,))
    else:
        draft.faults.append(f"{term.typed} names no publication")


def _read_tag(draft: _Draft, term: _Term) -> None:
    if tag := fold_text(term.value.removeprefix("#")):
        draft.add(term, "tags", (tag,))
    else:
        draft.faults.append(f"{term.typed} names no tag")


def _read_before(draft: _Draft, term: _Term) -> None:
    if day := _day_of(draft, term):
        last = (date.fromisoformat(day) - timedelta(days=1)).isoformat()
        draft.last_day = min(filter(None, (draft.last_day, last)))


def _read_after(draft: _Draft, term: _Term) -> None:
    if day := _day_of(draft, term):
        draft.first_day = max(filter(None, (draft.first_day, day)))


def _day_of(draft: _Draft, term: _Term) -> str | None:
    if term.is_excluded:
        draft.faults.append(f"{term.typed}: dates take no minus; turn before: and after: round")
        return None
    given = term.value
    day = iso_day(given) or iso_day(f"{given}-01") or iso_day(f"{given}-01-01")
    if day is None or not "0002" <= day[:4] <= "9998":
        draft.faults.append(f"{term.typed} names no day; write it as 2026-03-04, 2026-03 or 2026")
        return None
    return day


def _read_age(draft: _Draft, term: _Term) -> None:
    day = None if term.is_excluded else day_before(draft.today, term.value)
    if day is None:
        draft.faults.append(f'{term.typed} names no time; write it as newer:"2 weeks" or newer:3d')
        return
    draft.first_day = max(filter(None, (draft.first_day, day)))


def _read_kind(draft: _Draft, term: _Term) -> None:
    kind = term.value.casefold()
    if kind in _KINDS:
        draft.add(term, "kinds", (kind,))
    else:
        draft.faults.append(f"{term.typed}: a quote is {', '.join(_KINDS[:-1])} or {_KINDS[-1]}")


def _flags(**flags: str) -> Callable[[_Draft, _Term], None]:
    """Return what reads a field that takes one of some words, each for a condition."""

    def read(draft: _Draft, term: _Term) -> None:
        name = flags.get(term.value.casefold())
        if name is None:
            known = " or ".join(f"{term.field}:{word}" for word in flags)
            draft.faults.append(f"{term.typed} is not known; there is {known}")
        else:
            draft.turn_on(term, name)

    return read


_READERS: dict[str, Callable[[_Draft, _Term], None]] = {
    "said": _words_into("said"),
    "by": _words_into("by"),
    "role": _words_into("roles"),
    "in": _read_publication,
    "before": _read_before,
    "after": _read_after,
    "newer": _read_age,
    "kind": _read_kind,
    "is": _flags(unnamed="unnamed", corrected="corrected", denied="denied"),
    "has": _flags(note="noted", bookmark="bookmarked"),
    "tag": _read_tag,
}
FIELDS = tuple(_READERS)
"""The fields that a query may name."""
