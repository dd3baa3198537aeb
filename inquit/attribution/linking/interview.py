"""Who asks and who answers where an interview has `Q:` and `A:`, or `Q.` and `A.`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from inquit.attribution.letters import of_any_script
from inquit.attribution.linking.name_parts import NameParts
from inquit.attribution.linking.names import names_in
from inquit.model.quotation import SourceKind

LABEL = re.compile(
    of_any_script(r"^[ \t]*([QA](?=\.[ \t])|(?:[Tt]he )?[A-Z][\w.'’]*(?: [A-Z][\w.'’]*){0,3}(?=:))")
    + r"[.:][ \t]+(\S.*)$",
    re.M,
)
FIRST = re.compile(r"\n[ \t]*Q[.:]")
"""Where the first question starts."""
TALKED = re.compile(
    r"\b(?:spoke|talked|speaks|talks|sat down|chatted|met)(?: \w+)? (?:to|with) "
    r"|\b[Ii]nterview(?:ed)? by "
)
HEAD = 1_500
"""Code points from the start in which the parties are named."""
ASKER, ANSWERER = "Q", "A"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """The two of an interview; None where the text does not name them."""

    asker: NameParts | None = None
    answerer: NameParts | None = None

    def of(self, label: str) -> NameParts | None:
        """Return who stands behind a label."""
        return self.asker if label == ASKER else self.answerer


def parties_of(text: str) -> Parties:
    """Return who asks and who answers in an article, as other labels and its opening tell.

    Args:
        text: the article's.
    """
    turns: dict[str, list[bool]] = {}
    places: dict[str, int] = {}
    for match in LABEL.finditer(text):
        turns.setdefault(match[1], []).append(match[2].rstrip().endswith("?"))
        places.setdefault(match[1], match.start(1))
    if not {ASKER, ANSWERER} <= turns.keys():
        return Parties()
    labels = [label for label in turns if label not in (ASKER, ANSWERER)]
    asking = [label for label in labels if 2 * sum(turns[label]) > len(turns[label])]
    telling = [label for label in labels if label not in asking]
    asker = _name(asking[0], places[asking[0]]) if len(asking) == 1 else _interviewer(text)
    answerer = _name(telling[0], places[telling[0]]) if len(telling) == 1 else None
    return Parties(asker=asker, answerer=_fuller(text, answerer, asker))


def _name(label: str, at: int) -> NameParts | None:
    name = next(names_in(f"{label} ", offset=at), None)
    if name is None or not label.startswith("The "):
        return name
    return replace(name, name=tuple(label.split()), kind=SourceKind.ORGANISATION)


def _interviewer(text: str) -> NameParts | None:
    """Return the name right after "spoke to"."""
    talked = TALKED.search(text, 0, HEAD)
    if talked is None:
        return None
    name = next(names_in(text[talked.end() : HEAD], offset=talked.end()), None)
    return name if name is not None and name.span.start == talked.end() else None


def _fuller(text: str, known: NameParts | None, asker: NameParts | None) -> NameParts | None:
    """Return the answerer by the full name that the opening gives, the only one there."""
    first = FIRST.split(text[:HEAD])[0]
    people = [
        name
        for name in names_in(first)
        if name.kind is SourceKind.PERSON
        and len(name.name) > 1
        and name.name != getattr(asker, "name", ())
    ]
    if known is not None:
        last = known.name[-1].casefold()
        return next((name for name in people if name.name[-1].casefold() == last), known)
    return _most_named(people, first)


def _most_named(people: list[NameParts], text: str) -> NameParts | None:
    """Return the one of some people of whom a text speaks, None where it does not tell.

    That is the only one, or who is named again and again while others are named once.
    """
    often = {
        name.name: len(re.findall(rf"\b{re.escape(name.name[-1])}\b", text)) for name in people
    }
    ranked = sorted(often.values(), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0] == ranked[1]):
        return None
    return next(name for name in people if often[name.name] == ranked[0])
