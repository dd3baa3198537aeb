"""What a name is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from inquit.model.quotation import SourceKind
from inquit.model.span import Span

NUMERAL = re.compile(r"[IVX]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameParts:
    """A run of capitals, understood.

    Attributes:
        span: where it lies in the article, role included.
        name: the words of the name proper, role and titles left out.
        role: what precedes the name, as written, or "".
        honorific: a title of courtesy or rank stood before the name.
        kind: person or organisation, None where its form does not tell.
        gender: "m", "f" or "" as title, role and given name are evidence.
        courtesy: the title of courtesy right before the name, as written, or "".
    """

    span: Span
    name: tuple[str, ...]
    role: str
    honorific: bool
    kind: SourceKind | None
    gender: str
    courtesy: str = ""


def is_alone(name: tuple[str, ...]) -> bool:
    """Tell whether a name is one word, or one with a number: `Charles III`."""
    return len(name) == 1 or (len(name) == 2 and NUMERAL.fullmatch(name[1]) is not None)
