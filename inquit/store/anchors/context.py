"""How well the text beside a place agrees with the text that stood beside a passage."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq, Levenshtein

from inquit.model.surroundings import CONTEXT, NEAR_END

STRONG, VERY_STRONG = 8, 24
"""Letters right beside a passage that say much, and very much."""

REACH = 400
"""Code points within which words that stood beside a passage may stand now."""

_ALIKE = 0.75  # how like the words right beside it must be, from 0 to 1
_ALIKE_FURTHER = 90  # how like the words must be that something was put in front of, of 100
_LEAST_SAID = 4  # letters of its own paragraph beside a passage that say anything
_LEAST_AT_END = 12  # code points between a passage and an end of the text that say enough
_SLACK = 16  # code points by which white space may have grown
_WORDS_REACH = 64  # code points by which a word beside a passage may have moved off
_LEAST_IN_ORDER = 2  # words that prove something by their order
_NEAREST = 3  # paragraphs, the passage's own with them, in which what stood beside it must be
_WORD = re.compile(r"\w+")
_PRONOUNS = frozenset(("he", "she", "they"))
_SHORTEST_NAME = 4  # letters; sentences begin with shorter words that name nobody

# One code point each, so that offsets stay what they are.
_FOLDED = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2039\u203a\u02bc\u0060\u00b4", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u00a0\u2009\u200a\u202f\u2002\u2003\t", " "),
    }
)


def with_plain_marks(text: str) -> str:
    """Return text with one form of quotation marks, dashes and spaces; offsets stay the same."""
    return text.translate(_FOLDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a place, read away from it.

    Attributes:
        same: whether all that stood there does, but for white space.
        around: how like the first `CONTEXT` code points of it are, from 0 to 1.
        same_paragraph: whether all that stood there in the passage's own paragraph does, but for
            punctuation.
        strong: how many letters right beside it, in its paragraph, are the same; 0 where any
            other is there.
        alike: how like they are, from 0 to 1.
        agrees: whether they are alike, and name the same, even if something was put in between.
        weight: how many letters of its paragraph stood right beside it, as far as they are kept.
        absent: whether the text ended here.
        silent: whether the paragraph ended here.
        at_edge: whether it ends here still.
    """

    same: bool
    around: float
    same_paragraph: bool
    strong: int
    alike: float
    agrees: bool
    weight: int
    absent: bool
    silent: bool
    at_edge: bool

    @property
    def agrees_or_ends(self) -> bool:
        """Whether it agrees, or the paragraph still ends here."""
        return self.agrees or self.at_edge

    @property
    def holds(self) -> bool:
        """Whether nothing speaks against the place."""
        return self.same or self.strong >= STRONG or self.at_edge

    @property
    def score(self) -> float:
        """How much it speaks for the place, from 0 to 1."""
        return max(
            1.0 * (self.same or self.strong >= STRONG),
            self.around,
            self.alike,
            0.6 * self.agrees,
            0.6 * self.at_edge,
        )


def side_of(context: str, found: str, *, ends: bool) -> Side:
    """Return how a side of a place agrees.

    Args:
        context: what stood beside the passage, read away from it.
        found: all that stands beside the place, read away from it; `REACH` and `MOST_CONTEXT`
            of it are enough.
        ends: whether the context reaches the text's end on its side.
    """
    own, ended, _ = context.partition("\n")
    here, _, _ = found.partition("\n")
    whole = bool(ended) or ends
    beside = own if len(own) <= CONTEXT + NEAR_END else own[:CONTEXT]
    letters = letters_of(beside)
    in_paragraph = len(letters) >= _LEAST_SAID
    alike = _likeness(beside, here) if in_paragraph else 0.0
    same = _is_same(context, found, ends=ends)
    nearest = "\n".join(found.split("\n", _NEAREST)[:_NEAREST])
    wanted, window = (beside, here) if in_paragraph else (context[:CONTEXT], nearest)
    is_cut = not whole or len(beside) < len(own)
    names = _names(wanted, is_cut=is_cut if in_paragraph else len(wanted) >= CONTEXT)
    further = (
        len(letters_of(wanted)) >= _LEAST_SAID
        and len(window) >= len(wanted)
        and fuzz.partial_ratio(wanted.strip(), window[:REACH], score_cutoff=_ALIKE_FURTHER) > 0
    )
    kept = names <= set(_WORD.findall(window[: REACH if further else CONTEXT + _WORDS_REACH]))
    return Side(
        same=same,
        around=Levenshtein.normalized_similarity(
            context[:CONTEXT], found[: len(context)][:CONTEXT]
        ),
        same_paragraph=letters_of(own) == letters_of(here if whole else here[: len(own)]),
        strong=len(letters) if _begins_with(here, beside, is_cut=is_cut) else 0,
        alike=alike,
        agrees=same or (kept and (alike >= _ALIKE or further)),
        weight=len(letters),
        absent=not context,
        silent=whole and not in_paragraph,
        at_edge=whole and not in_paragraph and letters_of(own) == letters_of(here),
    )


def letters_of(text: str) -> str:
    """Return the letters and digits of text: what is left when only punctuation differs."""
    return "".join(filter(str.isalnum, text)).casefold()


def names_in(text: str) -> set[str]:
    """Return the words of a text, read either way, that name or count something, and pronouns."""
    return {
        word
        for word in _WORD.findall(text)
        if any(c.isupper() or c.isdigit() for c in word)
        or not _PRONOUNS.isdisjoint((word, word[::-1]))
    }


def names_somebody(before: str, after: str) -> bool:
    """Tell whether the rest of a passage's paragraph may name who said it, before any pronoun.

    Args:
        before: what stood before the passage in its paragraph.
        after: what stood after it.
    """
    words = _WORD.findall(before) + _WORD.findall(after)
    telling = (word for word in words if word.casefold() in _PRONOUNS or _may_name(word))
    return next(telling, "he").casefold() not in _PRONOUNS


def _may_name(word: str) -> bool:
    return word[0].isupper() and len(word) >= _SHORTEST_NAME


def _likeness(words: str, text: str) -> float:
    """Return how like a text's beginning is to some words, or how many of them it has in order."""
    letters = Levenshtein.normalized_similarity(words, text[: len(words)])
    wanted, there = _WORD.findall(words), _WORD.findall(text[: len(words) + _WORDS_REACH])
    if len(wanted) < _LEAST_IN_ORDER:
        return letters
    return max(letters, LCSseq.similarity(wanted, there) / len(wanted))


def _begins_with(text: str, words: str, *, is_cut: bool) -> bool:
    """Tell whether a text begins with the letters of some words, and ends its name where they do.

    Args:
        text: the text.
        words: the words.
        is_cut: whether the last of them may be cut, so that it may go on.
    """
    wanted = letters_of(words)
    count = at = 0
    while count < len(wanted) and at < len(text):
        count += len(letters_of(text[at]))
        at += 1
    last, following = text[at - 1 : at], text[at : at + 1]
    goes_on = (last.isalnum() and following.isalnum()) or _name_follows(text, at)
    return (is_cut or not goes_on) and letters_of(text[:at]) == wanted


def _name_follows(text: str, offset: int) -> bool:
    """Tell whether the next word, after spaces alone, may belong to a name or a count."""
    word = _WORD.match(text[offset : offset + _WORDS_REACH].lstrip(" "))
    return word is not None and any(char.isupper() or char.isdigit() for char in word[0])


def _names(text: str, *, is_cut: bool) -> set[str]:
    """Return the words of a text that name or count something; its last word may be cut."""
    return names_in(re.sub(r"\w+\W*\Z", "", text) if is_cut else text)


def _is_same(context: str, found: str, *, ends: bool) -> bool:
    """Tell whether a context stands where it stood; one that ended the text must end it still.

    Where it is long enough it may end a paragraph instead.
    """
    wanted = _collapse_spaces(context)
    if not ends:
        return _collapse_spaces(found[: len(context) + _SLACK]).startswith(wanted)
    if len(wanted) < _LEAST_AT_END:
        return _collapse_spaces(found) == wanted
    breaks = context.count("\n")
    paragraphs = found.split("\n", breaks + 1)[: breaks + 1]
    return _collapse_spaces(" ".join(paragraphs)) == wanted


def _collapse_spaces(text: str) -> str:
    return " ".join(text.split())
