"""Names in running text: runs of capitals, told into role, title and name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import combining, normalize

from inquit.attribution.letters import of_any_script
from inquit.attribution.lexicon import function_words, given_names, nouns, proper_names, titles
from inquit.attribution.lexicon.gender import gender_in, gender_of_role
from inquit.attribution.linking.capital_runs import CAPITALS
from inquit.model.quotation import SourceKind
from inquit.model.span import Span

POSSESSIVE = re.compile(r"['’](?:s|re|ll|ve|d|m)?$")
NEGATED = re.compile(r"(?<=n)['’]t\b")
"""What tells that a verb ends where a run of capitals does: `Don't`."""
ACRONYM_LETTERS = 6
"""A longer word all in capitals is a name set in capitals, as in transcripts."""
TITLED = re.compile(
    of_any_script(r" (?:Dr|Mr|Mrs|Ms|Miss|Sir|Lord|Lady|Dame|Prof|Professor)\.? [A-Z]")
)
OF_A_CLOCK = re.compile(r"\d\s?[ap]m\s$", re.IGNORECASE)
"""A time of day before a name: the PM of `4:30 PM Tom Holt` heads no government."""
ACRONYM = re.compile(r"\s*\(\s*(?:the\s+)?[\"“]?([A-Z][A-Za-z]*[A-Z]s?|[A-Z]{2,8})[\"”]?\s*\)")
NUMERAL = re.compile(r"[IVX]+")
THE = re.compile(r"\b[Tt]he\s+$")
HANGING = re.compile(r"\b(?:for|of|in|at)\s+(?:the\s+)?$")
JOINED = re.compile(r"(?!(?:Mac|Fitz|Van|Von|Del|Della|San|Saint)[A-Z])[A-Z][a-z]{2,}[A-Z]\w*")
"""A name of two words written as one is a brand's: `SkyArrow`, but not `MacDonald`."""
OF_BODY = re.compile(of_any_script(r"\b(?:of|to|for|at|on)\s+(?:the\s+)?(?:[A-Z]\w+ ?[\-–—] ?)?$"))
"""What leads from a role to the body that it is held in, up to a dash in that body's name."""


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
    for match in CAPITALS.finditer(text):
        start, words = match.start(), match[0]
        if NEGATED.match(text, match.end()):
            words = words.rpartition(" ")[0]
        words = POSSESSIVE.sub("", words).removesuffix(" I")
        first = words.split(maxsplit=1)
        while first and (
            _is_common(first, known=start + offset in common)
            or OF_A_CLOCK.search(text[max(0, start - 2) : start + len(first[0]) + 1])
        ):
            cut = len(first[0]) + 1
            start, words = start + cut, words[cut:]
            first = words.split(maxsplit=1)
        if not words.strip():
            continue
        hanging = bool(HANGING.search(text[max(0, start - 12) : start]))
        for begin, piece in _people_of_bodies(words, hanging=hanging):
            at = start + begin
            span = Span(at + offset, at + offset + len(piece))
            parts = parse_name(piece, span, text, at, surnames)
            if parts is not None:
                yield parts


def _is_common(words: list[str], *, known: bool) -> bool:
    """Tell whether the first of some words is not part of a name: "But Lund", "Dear Ida"."""
    if words[0] == "WHO":
        return False
    first = plain(words[0])
    return (
        known
        or first in function_words("opening")
        or (len(words) > 1 and first in function_words("endearing"))
    )


def _people_of_bodies(words: str, *, hanging: bool) -> Iterator[tuple[int, str]]:
    """Yield a run of capitals in two where it is somebody of a body: "Per Lund of the Gazette".

    Args:
        words: the run.
        hanging: a preposition stands before it, so that a title in it begins somebody's name:
            `director for Europe Dr Hilde Maes`.
    """
    titled = TITLED.search(words) if hanging else None
    if titled is not None:
        yield 0, words[: titled.start()]
        yield titled.start() + 1, words[titled.start() + 1 :]
        return
    match = re.search(r" of (?:the )?", words)
    if match is not None:
        left = [plain(word) for word in words[: match.start()].split()]
        right = {plain(word) for word in words[match.end() :].split()}
        _, honorific, _ = _title_end(left[:1])
        people = left[1:] if honorific or left[0] in nouns("role") else left
        bare = not any(
            word in nouns("organisation") | nouns("role") | nouns("modifier") for word in people
        )
        if (
            len(people) in (2, 3)
            and bare
            and right & (nouns("organisation") | proper_names("outlet"))
        ):
            yield 0, words[: match.start()]
            yield match.end(), words[match.end() :]
            return
    yield 0, words


def parse_name(
    words: str,
    span: Span,
    text: str = "",
    start: int = 0,
    surnames: Collection[str] = frozenset(),
) -> NameParts | None:
    """Return a run of capitals told into its parts, None where it is a role alone.

    Args:
        words: the run.
        span: where it lies in the article.
        text: the text that it lies in, for what stands before it.
        start: where it lies in that text.
        surnames: see `names_in`.
    """
    tokens = words.split()
    many = re.search(r"[^s]s$", tokens[-1]) and plain(tokens[-1]) in nouns("group")
    if many or (tokens[1:2] == ["of"] and plain(tokens[0]) in nouns("dweller")):
        return None
    cut, honorific, gender = _title_end(tokens)
    aged = len(tokens) > 2 and plain(tokens[0]) in function_words("epithet")
    cut = 1 if not cut and aged and plain(tokens[1]) in given_names() else cut
    cut = _after_body(tokens, cut, text[:start])
    name = _without_letters(tuple(tokens[cut:]))
    if not name and len(tokens) == 1 and plain(words) in surnames and not THE.search(text[:start]):
        cut, name = 0, tuple(tokens)
    if not name:
        return None
    courtesy = _courtesy_before(tokens[:cut], name)
    role = " ".join(
        token
        for token in tokens[:cut]
        if plain(token) not in titles("courtesy", "rank") | function_words("epithet")
        and token != courtesy
    )
    role = role or _role_before(text[:start])
    the = bool(THE.search(text[:start])) and not _is_modifier(text[start + len(words) :])
    ahead = role.split() or (text[:start].split()[-1:] if text[:start].endswith(" ") else [])
    firm = not nouns("firm").isdisjoint(plain(word) for word in ahead)
    firm = firm or (
        plain(role) in nouns("beside")
        and any(plain(word) in nouns("organisation") for word in name)
    )
    role = "" if firm else role
    kind = _kind(name, honorific=honorific or bool(role), the=the or firm)
    if kind is not SourceKind.ORGANISATION:
        gender = (
            gender
            or gender_of_role(role)
            or (gender_in("given_names", name[0]) if len(name) > 1 else "")
        )
    return NameParts(
        span=span,
        name=name,
        role=role,
        honorific=honorific,
        kind=kind,
        gender=gender,
        courtesy=courtesy,
    )


def _without_letters(name: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name without the letters of an honour or office after it: `Marcus Roe KC`."""
    end = len(name)
    while end > 2 and name[end - 1].isupper() and plain(name[end - 1]) in titles("letters"):
        end -= 1
    return name[:end]


def _courtesy_before(tokens: list[str], name: tuple[str, ...]) -> str:
    """Return the title that a name is told with where it is all the name there is.

    That is one of courtesy, `Ms` or `Mrs Justice`, or before a given name one of birth: `Prince`.
    """
    judge = bool(tokens) and plain(tokens[-1]) == "justice"
    last = plain(" ".join(tokens[: -1 if judge else None][-1:]))
    if last in titles("courtesy"):
        return " ".join(tokens[-2:] if judge else tokens[-1:])
    return tokens[-1] if last in titles("regnal") and is_alone(name) else ""


def is_alone(name: tuple[str, ...]) -> bool:
    """Tell whether a name is one word, or one with a number: `Charles III`."""
    return len(name) == 1 or (len(name) == 2 and NUMERAL.fullmatch(name[1]) is not None)


def _is_modifier(after: str) -> bool:
    """Tell whether a name stands before a noun to which "the" belongs: `the Holm family`."""
    match = re.match(r" ([a-z]+)", after)
    return match is not None and match[1] in nouns("named-after")


def _after_body(tokens: list[str], cut: int, before: str) -> int:
    """Return where a person's name starts after a body's: "chief of the Refugee Council Jane Roe".

    Only after a role and its preposition, or a country's name, may a name hold both.
    """
    rest = tokens[cut:]
    bodies = [i for i, token in enumerate(rest[:-1]) if plain(token) in nouns("organisation")]
    states = [i for i, token in enumerate(rest[:-2]) if plain(token) in ("states", "kingdom")]
    roles = set(re.findall(r"[^\W\d]+", before.casefold())) & nouns("role")
    if not roles or not OF_BODY.search(before):
        return cut
    if bodies and 1 <= len(rest) - bodies[-1] - 1 <= 3:
        return cut + bodies[-1] + 1
    return cut + states[-1] + 1 if states else cut


@lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    """Return a word in small letters without its full stop and accents, for comparing."""
    letters = normalize("NFD", word.casefold())
    return "".join(letter for letter in letters if not combining(letter)).rstrip(".")


def _title_end(tokens: list[str]) -> tuple[int, bool, str]:
    """Return how many words before the name are role and title, and what they tell."""
    cut, honorific, gender, end = 0, False, "", len(tokens)
    for index, token in enumerate(tokens):
        lower = plain(token)
        if lower in titles("courtesy", "rank"):
            cut, honorific = index + 1, True
            gender = gender or gender_in("titles", lower)
        elif index == cut > 0 and lower in ("of", "for"):
            end = index
        elif index < end and not _is_surname(tokens, index, honorific=honorific):
            if _is_calling(lower, last=index + 1 == len(tokens)):
                cut = index + 1
            elif index == 0 and len(tokens) > 2 and lower.endswith("ologist"):
                cut = 1
    if not 0 < cut == end < len(tokens):
        return cut, honorific, gender
    bodies = [at for at in range(cut, len(tokens)) if plain(tokens[at]) in nouns("organisation")]
    if bodies and bodies[-1] + 1 < len(tokens):
        return bodies[-1] + 1, honorific, gender
    return (len(tokens) - 2 if len(tokens) - cut > 3 else len(tokens)), honorific, gender


def _is_surname(tokens: list[str], index: int, *, honorific: bool) -> bool:
    """Tell whether a word that may be a role is a last name: `Wayne King`, `Mr. Bishop`."""
    named = honorific or (index > 0 and plain(tokens[0]) in given_names())
    return named and index + 1 == len(tokens) and plain(tokens[index]) in nouns("surname")


def _is_calling(word: str, *, last: bool) -> bool:
    """Tell whether a word in small letters is a role, or a noun for a firm before its name."""
    return is_role(word) or (word in nouns("firm") and not last)


def is_role(word: str) -> bool:
    """Tell whether a word in small letters is a role: `mayor`, `co-author`, `president-elect`."""
    first, _, last = word.rpartition("-")
    elect = last in ("elect", "designate") and first in nouns("role")
    return word in nouns("role") or last in nouns("role") or elect


def _is_agentive(word: str) -> bool:
    """Tell whether a word in small letters is formed as a calling is: `stylist`, `ecologist`."""
    return len(word) > 5 and word.endswith("ist")


def _role_before(before: str) -> str:
    """Return the role in small letters that ends right before a name: "former president"."""
    words: list[str] = []
    if OF_A_CLOCK.search(before[-6:]):
        return ""
    for word in reversed(before[-60:].split(" ")[:-1] if before.endswith(" ") else []):
        lower = word.casefold()
        if not words and not is_role(lower) and not (word.islower() and _is_agentive(word)):
            return ""
        if words and lower not in nouns("modifier") | nouns("role") and not word[:1].isupper():
            break
        if not word or lower in function_words("opening") or not word[-1:].isalpha():
            break
        words.insert(0, word)
        if len(words) > 4:
            break
    return " ".join(words)


def _kind(name: tuple[str, ...], *, honorific: bool, the: bool) -> SourceKind | None:
    lower = [plain(word) for word in name]
    if honorific:
        return SourceKind.PERSON
    states = len(name) > 2 and not proper_names("place").isdisjoint(lower)
    if (
        "&" in lower
        or states
        or any(word in nouns("organisation") for word in lower)
        or lower[-1] in proper_names("place") | proper_names("outlet")
    ):
        return SourceKind.ORGANISATION
    if lower[0] in given_names("m") or lower[0] in given_names("f"):
        return SourceKind.PERSON
    if len(name) == 1 and JOINED.fullmatch(name[0]):
        return SourceKind.ORGANISATION
    acronym = len(name) == 1 and name[0].isupper() and 1 < len(name[0]) <= ACRONYM_LETTERS
    if the or "of" in lower or acronym:
        return SourceKind.ORGANISATION
    return SourceKind.PERSON if 2 <= len(name) <= 4 else None


def acronym_after(text: str, at: int) -> str:
    """Return the acronym in brackets that follows a name in a text, else ""."""
    match = ACRONYM.match(text, at)
    return match[1] if match is not None else ""
