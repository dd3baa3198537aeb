"""The line that mail programs put above what is answered: `On Monday, Tom Holt <...> wrote:`.

RFC 3676, section 4.5, calls what follows quoted text. Loaders set such a line apart, attribution
reads who it names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from inquit.model.pattern_at_need import pattern_at_need
from inquit.model.span import Span

_LONGEST = 320
_VERB = r"(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|schreef)"
_CUE_LAST = pattern_at_need(rf"(?:^|\s)(?P<cue>{_VERB})\s?:$")
_CUE_FIRST = pattern_at_need(r"\s(?P<cue>schrieb|schreef)\s(?P<who>[^:]{2,120}):$")
_ADDRESS = pattern_at_need(
    r"[<(\[]?(?:mailto:)?[^\s<>()\[\]@]{1,80}@[^\s<>()\[\]@,;:]{1,120}[>)\]]?"
)
_DATE_ALONE = pattern_at_need(r"\d\W*(?:[ap]\.?m\.?|[A-Z]{2,4}|uhr)?\W*$", re.IGNORECASE)
_BESIDE = pattern_at_need(r"[(\[][^()\[\]]{0,80}[)\]]|\bvia\b.*", re.DOTALL)
_TOKEN = pattern_at_need(r"\S+")
_PARTICLE = r"(?:d[eai]|van|von|der|den|al|bin|la|le|of)"
_PART = r"[^\W\d_a-z][\w.’'\-]*"
_NAME = pattern_at_need(rf"(?:{_PARTICLE}\s+|{_PART}\s+){{0,4}}{_PART}")
_DAYS = frozenset(
    """mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday
    yesterday today montag dienstag mittwoch donnerstag freitag samstag sonntag""".split()
)
_MONTHS = frozenset(
    """jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july
    august september october november december januar februar märz mai juni juli oktober dezember
    janvier février mars avril juin juillet août septembre octobre novembre décembre""".split()
)
_TIMES = _DAYS | frozenset(
    """am pm a.m p.m at on le el il um op uhr utc gmt cet cest est edt cst cdt mst mdt pst pdt
    bst""".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyLine:
    """Such a line, read; offsets are those of the line.

    Attributes:
        name: who wrote, None where only an address says so or nothing.
        cue: the verb, None where only the colon stands for it.
        turned: whether the name stands with the family name first, `Holt, Tom`.
    """

    name: Span | None
    cue: Span | None
    turned: bool = False


def reply_line_in(line: str) -> ReplyLine | None:
    """Return who a line says wrote what it stands above; None where it is no such line.

    A date, a time or an address tells such a line from a sentence of the text.
    """
    if len(line) > _LONGEST or not line.endswith(":"):
        return None
    first, last = _CUE_FIRST.search(line), _CUE_LAST.search(line)
    cue = last or first
    address = _ADDRESS.search(line)
    end = last.start("cue") if last else first.start() if first else len(line) - 1
    if not (address or (cue and _is_dated(line[:end]))):
        return None
    if cue is None and not _is_of_program(line, address):
        return None
    head = (first.start("who"), first.end("who")) if first and not last else (0, end)
    name, turned = _name(line, *head)
    if address is None and name is None and _DATE_ALONE.search(line[head[0] : head[1]]) is None:
        return None
    spot = Span(cue.start("cue"), cue.end("cue")) if cue else None
    return ReplyLine(name=name, cue=spot, turned=turned)


def with_name_in_order(line: str) -> str:
    """Return such a line with `Holt, Tom` as `Tom Holt`; any other line as it is."""
    reply = reply_line_in(line)
    if reply is None or reply.name is None or not reply.turned:
        return line
    family, _, given = reply.name.of(line).partition(",")
    before, after = line[: reply.name.start], line[reply.name.end :]
    if before.endswith('"') and after.startswith('"'):
        before, after = before[:-1], after[1:]
    return f"{before}{given.strip()} {family.strip()}{after}"


def _is_dated(head: str) -> bool:
    words = head.split()
    begun = bool(words) and words[0].casefold() in ("on", "at", "am", "le", "el", "il", "op")
    numbered = any(map(str.isdigit, head))
    return (begun and (numbered or _bare(words[1:2]) in _DAYS)) or head[:1].isdigit()


def _is_of_program(line: str, address: re.Match[str] | None) -> bool:
    """Tell whether a line without a verb is a date, a name and an address, and nothing else."""
    return address is not None and any(map(str.isdigit, line.replace(address[0], "")))


def _name(line: str, start: int, end: int) -> tuple[Span | None, bool]:
    """Return where the name stands between two offsets, and whether its family name is first."""
    kept = line[start:end]
    for beside in (_ADDRESS, _BESIDE):
        kept = beside.sub(lambda match: " " * len(match[0]), kept)
    tokens = list(_TOKEN.finditer(kept))
    dated = [n for n, one in enumerate(tokens) if any(map(str.isdigit, one[0]))]
    at = dated[-1] + 1 if dated else 0
    bare = [_bare([one[0]]) for one in tokens]
    if dated and _MONTHS.intersection(bare[at : at + 1]) and not _MONTHS.intersection(bare[:at]):
        at += 1  # `27 February`; in `27 February 2023, April Jones` it is a name
    while at < len(tokens) and bare[at] in _TIMES | {""}:
        at += 1
    if at == len(tokens):
        return None, False
    opened = tokens[at].start()
    words = kept[opened:].rstrip(" ,\"“”'")
    opened += len(words) - len(words.lstrip("\"“”'*"))
    words = words.lstrip("\"“”'*")
    family, comma, given = (part.strip() for part in words.partition(","))
    turned = bool(comma) and " " not in family and _NAME.fullmatch(given) is not None
    if not _NAME.fullmatch(family if turned else words):
        return None, False
    return Span(start + opened, start + opened + len(words)), turned


def _bare(words: list[str]) -> str:
    """Return the first of some words in small letters and without marks, empty where none is."""
    return words[0].strip(".,;:()[]*-–—\"'").casefold() if words else ""
