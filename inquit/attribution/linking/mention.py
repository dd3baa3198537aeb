"""A mention of who may be credited, read once: its head, number, gender, name, role."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from inquit.attribution.lexicon import function_words, nouns, pronouns, titles
from inquit.attribution.lexicon.gender import gender_of_role
from inquit.attribution.lexicon.spelling import plain
from inquit.attribution.linking.apposition import ONE_OF_SEVERAL, apposed_name, role_in
from inquit.attribution.linking.capitals import is_capital_label, is_label, recased
from inquit.attribution.linking.company import joined_names
from inquit.attribution.linking.epithets import AGED, calls_back
from inquit.attribution.linking.name_parts import NameParts
from inquit.attribution.linking.names import names_in
from inquit.attribution.linking.phrase import head_of, is_description, name_in, role_ahead
from inquit.attribution.linking.whole import without_party
from inquit.model.quotation import MentionKind, SourceKind
from inquit.model.span import Span

DEFINITE = re.compile(r"(?:the|this|that|these|those)\s+", re.IGNORECASE)
APPOSED = re.compile(r",\s+(?:an?|the|who|which|whose)\s")
JOINS = re.compile(r"\b(?:and|but|to which|so)(?: then)? $")
ENDED = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[^\sa-z])")
LONGEST_SENTENCE = 500
"""Code points of a sentence before its last clause."""
ABOUT = re.compile(r"^(.*?\w) \w+(?:ing|ed) ")
NUMBERED = re.compile(r"(?:No\.?|Number) \d{1,3}")
"""A house that stands for who works there: `No 10`."""


class Being(StrEnum):
    """What a noun stands for."""

    PERSON = "person"
    GROUP = "group"
    BODY = "body"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of text that refers to somebody, and all that its form tells.

    Attributes:
        span: where it lies in the article.
        words: its characters, a label in capitals as names are written.
        paragraph: number of its paragraph.
        head: the noun that the rest hangs on, in small letters; "" without one.
        form: a name, a description or a pronoun.
        plural: more than one.
        definite: it points at somebody known, by "the" and the like, or stands for one throughout.
        gender: "m", "f" or "", as the pronoun or noun tells.
        age: years that it tells, 0 where it does not.
        being: what its noun stands for.
        name: the name that it is, or is about; None in a description.
        joined: the names of those whom it names together.
        apposed: the name in apposition to it.
        role: what it tells of the bearer of its name.
        label: it stands before a colon or full stop as who takes a turn.
        running: its capitals are evidence of where a name begins and ends.
        whole: its words with what follows and tells who is meant: `sources who know both women`.
        joined_from: the offset where its sentence starts, where "and" or "but" joins it to the rest
            of that, so that it tells of another than that: `The clerk asked Ida to wait, but she`.
    """

    span: Span
    words: str
    paragraph: int
    head: str = ""
    form: MentionKind = MentionKind.NOMINAL
    plural: bool = False
    definite: bool = False
    gender: str = ""
    age: int = 0
    being: Being = Being.PERSON
    name: NameParts | None = None
    joined: tuple[NameParts, ...] = ()
    apposed: NameParts | None = None
    role: str = ""
    label: bool = False
    running: bool = True
    whole: str = ""
    joined_from: int | None = None

    @property
    def lower(self) -> str:
        """Its words in small letters."""
        return self.words.casefold().strip()

    @property
    def is_one_of_several(self) -> bool:
        """Whether it is "one" or "another", with a name after it."""
        return self.lower in ONE_OF_SEVERAL and self.apposed is not None


def read_mention(
    text: str,
    span: Span,
    paragraph: int,
    *,
    surnames: Collection[str] = frozenset(),
    running: bool = True,
    whole: str = "",
) -> Mention:
    """Return what the form of a mention tells.

    Args:
        text: the article's.
        span: where the mention lies in it.
        paragraph: number of its paragraph.
        surnames: in small letters, of who was named before.
        running: its paragraph's capitals are evidence of names.
        whole: the mention with what restricts it.
    """
    words = without_party(span.of(text))
    words = recased(words, text) if is_capital_label(text, span) else words
    lower = words.casefold().strip()
    label, apposed = is_label(text, span), apposed_name(text, span)
    if lower in pronouns() and words != "WHO":
        return _read_pronoun(text, span, words, paragraph, label=label, apposed=apposed)
    head = head_of(lower)
    name = _name_of(words, span, head, surnames)
    plural = name is None and is_plural(words, head)
    aged = AGED.match(words)
    return Mention(
        span=span,
        words=words,
        paragraph=paragraph,
        head=head,
        form=MentionKind.NAME if name is not None else MentionKind.NOMINAL,
        plural=plural,
        definite=_is_definite(words, head),
        gender=gender_of_role(head),
        age=int(aged[1]) if aged is not None else 0,
        being=_being_of(words, head, plural=plural),
        name=name,
        joined=joined_names(tuple(names_in(words, offset=span.start)), span, text),
        apposed=apposed,
        role=_role_in(words, name, span) if name is not None else "",
        running=running,
        whole=whole or words,
        label=label,
    )


def _read_pronoun(
    text: str,
    span: Span,
    words: str,
    paragraph: int,
    *,
    label: bool,
    apposed: NameParts | None,
) -> Mention:
    lower = words.casefold().strip()
    return Mention(
        span=span,
        words=words,
        paragraph=paragraph,
        form=MentionKind.PRONOUN,
        plural=lower in pronouns("many"),
        gender=_gender_of_pronoun(lower),
        apposed=apposed,
        label=label,
        joined_from=_joined_from(text, span.start),
    )


def _joined_from(text: str, at: int) -> int | None:
    """Return where the sentence starts that "and" or "but" goes on with at an offset, else None."""
    before = text[max(0, at - LONGEST_SENTENCE) : at].rpartition("\n")[2]
    if not JOINS.search(before):
        return None
    ends = [match.end() for match in ENDED.finditer(before)]
    return at - len(before) + (ends[-1] if ends else 0)


def _gender_of_pronoun(lower: str) -> str:
    return "m" if lower in pronouns("m") else "f" if lower in pronouns("f") else ""


def is_plural(words: str, head: str) -> bool:
    """Tell whether a description is of more than one."""
    counted = plain(words.split()[0]) in function_words("number") if words.split() else False
    several = head in function_words("number")
    return (
        counted or several or (head.endswith("s") and not head.endswith("ss")) or head == "people"
    )


def bare_description(mention: Mention) -> str:
    """Return a description without what is in apposition to it: "my uncle, a miner".

    Of a document without what it is about: "a study following cod".
    """
    words = APPOSED.split(mention.words)[0]
    if words == mention.words and mention.whole != words:
        return mention.whole
    match = ABOUT.match(words)
    about = match is not None and head_of(match[1].casefold()) in nouns("inquiry")
    return match[1] if match is not None and about else words


def kind_of_new(mention: Mention) -> SourceKind:
    """Return what kind of source a description makes."""
    match mention.being:
        case Being.BODY:
            return SourceKind.ORGANISATION
        case Being.GROUP:
            return SourceKind.GROUP
        case _:
            return SourceKind.UNNAMED


def _name_of(words: str, span: Span, head: str, surnames: Collection[str]) -> NameParts | None:
    """Return the name that some words are about, None where they only describe."""
    if words.casefold().strip() in nouns("group", "standing") or calls_back(words):
        return None
    name = name_in(words, span, surnames)
    return None if name is None or is_description(words, name, span, head) else name


def _role_in(words: str, name: NameParts, span: Span) -> str:
    """Return the role that stands before a name in a mention, or after it in a turn's label."""
    after = words[name.span.end - span.start :]
    return role_ahead(words[: name.span.start - span.start]) or role_in(after.removeprefix(", "))


def _is_definite(words: str, head: str) -> bool:
    """Tell whether a description points at somebody known, by "the" or as a title: `Duchess of`."""
    title = words[:1].isupper() and head in nouns("office") | titles("regnal")
    return bool(DEFINITE.match(words)) or words.casefold() in nouns("standing") or title


def _being_of(words: str, head: str, *, plural: bool) -> Being:
    if head in nouns("body") and not plural:
        return Being.BODY
    if head in nouns("withheld", "asker"):
        return Being.PERSON
    if plural or head in nouns("group", "body"):
        return Being.GROUP
    alone = words[:1].isupper() and len(words.split()) == 1 and head not in nouns("role")
    if alone or NUMBERED.fullmatch(words):
        return Being.BODY
    return Being.DOCUMENT if head in nouns("document") else Being.PERSON
