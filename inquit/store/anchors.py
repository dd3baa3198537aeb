"""Find a passage again in an article that may have changed since.

In this order, as Hypothesis does it ("Fuzzy anchoring", 2013) with the selectors of the W3C Web
Annotation Data Model (2017), sections 4.2.4 and 4.2.5:

1. The text is the same: by position.
2. The same words, with the words before and after telling their places apart.
3. Similar words in a similar place.

A place counts only with evidence enough and a clear margin over the next best; else the passage
is orphaned, which is better than a look-alike in its place.
"""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from inquit.model.annotation import CONTEXT, Target
from inquit.model.article import Article
from inquit.model.span import Span
from inquit.store.approximate import similar_places

LEAST_LIKENESS = 0.55
"""How like the passage's own words a place must be, from 0 to 1."""

LEAST_SCORE = 0.78
"""How like passage and context together a place must be, where the words differ."""

SHORT, LONG = 12, 48
"""Code points up to which words alone prove nothing, and from which they prove most."""

CONTEXT_OF_SHORT, CONTEXT_OF_LONG = 1.4, 0.6
"""How like the context must be, both sides added, where short or long words are the same."""

SURE_CONTEXT = 0.9
"""How like the context must be on one side to prove enough by itself, where words are the same."""

MARGIN = 0.06
"""By how much the best place must beat every other one."""

WHOLE_PARAGRAPH = 40
"""Code points from which a paragraph of its own is known by its words alone."""

_MOST_PLACES = 5000
_LEAST_NEAR = 4
_LONGEST_WORD = 30
_BEYOND = 0.8  # the most that a context proves which stands in another paragraph
_FURTHER = 0.4  # the most that one proves which is not right beside the passage

# One code point each, so that offsets stay what they are.
_FOLDED = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2039\u203a\u02bc\u0060\u00b4", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u00a0\u2009\u200a\u202f\u2002\u2003\n\t", " "),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A place that the passage may be in; likenesses from 0 to 1."""

    span: Span
    words: float
    same_letters: bool
    before: float
    after: float
    paragraph: bool

    @property
    def score(self) -> float:
        """Half for the words, a quarter for either side; a little more for the same letters."""
        return self.words / 2 + self.before / 4 + self.after / 4 + 0.02 * self.same_letters

    @property
    def convinces(self) -> bool:
        """Tell whether the evidence is enough."""
        if not self.same_letters:
            return self.words >= LEAST_LIKENESS and self.score >= LEAST_SCORE
        weight = min(1.0, max(0.0, (len(self.span) - SHORT) / (LONG - SHORT)))
        needed = CONTEXT_OF_SHORT + weight * (CONTEXT_OF_LONG - CONTEXT_OF_SHORT)
        sure = max(self.before, self.after) >= SURE_CONTEXT
        return sure or self.before + self.after >= needed or self.paragraph


def find(target: Target, article: Article) -> Span | None:
    """Return where a target's passage is in an article now, or None where it is orphaned.

    Args:
        target: the passage as it was marked.
        article: the article as it is now.
    """
    exact = target.quote.exact
    start, end = target.position.start, target.position.end
    if target.text_digest == article.text_digest and article.text[start:end] == exact:
        return Span(start, end)
    if not exact.strip():
        return None
    search = _Search(target, article)
    same = search.same_words()
    return _clear_winner(same) or _clear_winner(same + search.similar_words(same))


def occurrences(text: str, exact: str) -> tuple[Span, ...]:
    """Return where text has these words, whatever the form of quotation marks, dashes, spaces."""
    folded, wanted = text.translate(_FOLDED), exact.translate(_FOLDED)
    spans: list[Span] = []
    start = folded.find(wanted) if wanted else -1
    while start >= 0 and len(spans) < _MOST_PLACES:
        spans.append(Span(start, start + len(wanted)))
        start = folded.find(wanted, start + 1)
    return tuple(spans)


class _Search:
    """One passage looked for in one text, both with quotation marks, dashes and spaces folded."""

    def __init__(self, target: Target, article: Article) -> None:
        self._original = article.text
        self._text = article.text.translate(_FOLDED)
        self._exact = target.quote.exact.translate(_FOLDED)
        prefix, suffix = target.quote.prefix, target.quote.suffix
        self._before, self._after = prefix.translate(_FOLDED), suffix.translate(_FOLDED)
        # What stands in the same paragraph moves with the passage; what stands beyond may not.
        self._near_before = len(prefix.rpartition("\n")[2]) if "\n" in prefix else None
        self._near_after = len(suffix.partition("\n")[0]) if "\n" in suffix else None
        self._letters = _letters(self._exact)
        self._was_paragraph = (
            len(self._exact) >= WHOLE_PARAGRAPH
            and target.quote.prefix[-1:] in ("", "\n")
            and target.quote.suffix[:1] in ("", "\n")
        )

    def same_words(self) -> list[_Place]:
        """Return every place that has the passage's very words."""
        found = occurrences(self._text, self._exact)
        return [self._place(span.start, span.end, 1) for span in found]

    def similar_words(self, known: list[_Place]) -> list[_Place]:
        """Return places with words like the passage's, other than the known ones."""
        found = similar_places(self._text, self._exact, self._before, self._after)
        places = [self._place(start, end, min(likeness, 0.99)) for start, end, likeness in found]
        return [
            place for place in places if not any(place.span.overlaps(other.span) for other in known)
        ]

    def _place(self, start: int, end: int, words: float) -> _Place:
        if not self._exact[:1].isspace():
            start += len(self._text[start:end]) - len(self._text[start:end].lstrip())
        if not self._exact[-1:].isspace():
            end -= len(self._text[start:end]) - len(self._text[start:end].rstrip())
        if words < 1:
            start, end = self._whole_words(start, end)
        return _Place(
            span=Span(start, end),
            words=words,
            same_letters=words == 1 or _letters(self._text[start:end]) == self._letters,
            before=_likeness(
                self._before[::-1],
                self._text[max(0, start - 4 * CONTEXT) : start][::-1],
                self._near_before,
            ),
            after=_likeness(self._after, self._text[end : end + 4 * CONTEXT], self._near_after),
            paragraph=self._was_paragraph and self._is_paragraph(start, end),
        )

    def _whole_words(self, start: int, end: int) -> tuple[int, int]:
        """Return the bounds with the words that they cut through, if they cut none before."""
        text, first, last = self._text, start - _LONGEST_WORD, end + _LONGEST_WORD
        if self._exact[:1].isalnum():
            while start > max(0, first) and text[start - 1 : start + 1].isalnum():
                start -= 1
        if self._exact[-1:].isalnum():
            while end < min(len(text), last) and text[end - 1 : end + 1].isalnum():
                end += 1
        return start, end

    def _is_paragraph(self, start: int, end: int) -> bool:
        before, after = self._original[max(0, start - 1) : start], self._original[end : end + 1]
        return before in ("", "\n") and after in ("", "\n")


def _letters(text: str) -> str:
    """Return the letters and digits of text: what is left when only punctuation differs."""
    return "".join(filter(str.isalnum, text)).casefold()


def _likeness(context: str, found: str, near: int | None) -> float:
    """Return how like found is to the context that was there, both read away from the passage.

    Args:
        context: what stood there.
        found: what stands there now, and more beyond it.
        near: how much of the context is in the passage's own paragraph, where that ends in it.
    """
    if not context or not found:
        return 1.0 if context == found else 0.0
    whole = Levenshtein.normalized_similarity(context, found[: len(context)])
    if near is not None and near >= _LEAST_NEAR:
        same = Levenshtein.normalized_similarity(context[:near], found[:near])
        whole = max(whole, same * (0.6 + 0.4 * near / CONTEXT))
    if near is not None and near < _LEAST_NEAR:
        whole = min(whole, _BEYOND)
    if whole >= _BEYOND or len(context) < CONTEXT // 2:
        return whole
    # Something may have been put in between; further off it proves less.
    return max(whole, _FURTHER * fuzz.partial_ratio(context, found, score_cutoff=80) / 100)


def _clear_winner(places: list[_Place]) -> Span | None:
    """Return the best place if it convinces and no other comes near it."""
    ranked = sorted(places, key=lambda place: place.score, reverse=True)
    if not ranked or not ranked[0].convinces:
        return None
    best = ranked[0]
    for other in ranked[1:]:
        if best.score - other.score >= MARGIN:
            break
        if not other.span.overlaps(best.span):
            return None
    return best.span
