"""What stands beside a name and tells of its bearer: `Vera Salo, 45, the foreign minister,`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from inquit.attribution.lexicon.gender import gender_of_role
from inquit.attribution.linking.apposition import (
    age_after,
    apposed_description,
    is_human,
    like_place,
    named_as,
    role_in,
)
from inquit.attribution.linking.name_parts import NameParts
from inquit.model.quotation import SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What the words around a name tell.

    Attributes:
        apposed: the words in apposition after it, "" where there are none.
        called: the role before it: `a nurse named`; "" where there is none.
        age: years, 0 where they do not tell.
    """

    apposed: str = ""
    called: str = ""
    age: int = 0

    @property
    def human(self) -> bool:
        """Whether the apposition is one of a human being."""
        return is_human(self.apposed)

    @property
    def gender(self) -> str:
        """The gender that the role before the name tells, else ""."""
        return gender_of_role(self.called)

    def role(self, *, person: bool) -> str:
        """Return the role that is told, "" where none is.

        Args:
            person: the name is a person's for certain, so that what is apposed is a role of theirs.
        """
        return (role_in(self.apposed) if person else "") or role_in(self.called)

    def as_person(self, parts: NameParts) -> NameParts:
        """Return a name as a person's where it only looks like a place's."""
        return replace(parts, kind=SourceKind.PERSON) if like_place(parts) else parts


def description_beside(text: str, parts: NameParts) -> Description:
    """Return what stands beside a name.

    Args:
        text: the article's.
        parts: the name.
    """
    return Description(
        apposed=apposed_description(text, parts.span.end),
        called=named_as(text, parts.span.start),
        age=age_after(text, parts.span.end),
    )
