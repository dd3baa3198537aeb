"""Where a source has the words of a quotation in a row, but for what the writer left out.

Words that an inquit parts are in a row. Parts that an ellipsis joins are of one passage if the
source has them in that order, in one paragraph or in two that follow each other, and nobody else
is credited with anything between them; otherwise they are said apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from inquit.model.span import Span
from inquit.verification.draft import DraftQuotation, Joint
from inquit.verification.source_text import SourceText
from inquit.verification.words import Words

MOST_INQUIT_WORDS = 25
"""Words outside quotation marks that may part one quotation: an inquit with a role and a date."""

MOST_BRACKETED_WORDS = 10
"""Words of a source that words in square brackets may stand for."""

MOST_LEFT_OUT = 150
"""Words of a source that an ellipsis may leave out."""

_MOST_PLACES = 200  # places of one segment that are looked at; more have only words like "it is"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of a source that a quotation was found in.

    Attributes:
        words: the numbers of the source's words that are in it, in order.
        left_out: how many words of it the writer's ellipses and brackets stand for.
        said: whether every word of it is in quotation marks, or a direct quote without.
    """

    words: tuple[int, ...]
    left_out: int
    said: bool

    def span(self, source: Words) -> Span:
        """Return it in code points of the source's text."""
        return Span(source.spans[self.words[0]].start, source.spans[self.words[-1]].end)


def find_passages(quotation: DraftQuotation, source: SourceText) -> tuple[Passage, ...]:
    """Return where a source has a quotation, those first that are said in marks, in order.

    Args:
        quotation: the quotation.
        source: the article.
    """
    said = _chains(quotation, [said_places(source, each) for each in quotation.segments], source)
    if said:
        return tuple(_passage(chain, source, said=True) for chain in said)
    written = _chains(
        quotation, [written_places(source, each) for each in quotation.segments], source
    )
    return tuple(_passage(chain, source, said=_all_said(chain, source)) for chain in written)


def is_one_quotation(source: SourceText, before: int, after: int) -> bool:
    """Tell whether two words that are said, with nothing said between them, are of one quotation.

    Args:
        source: the article.
        before: the number of the first word.
        after: the number of the other.
    """
    if source.run_of[before] == source.run_of[after]:
        return True
    return after - before - 1 <= MOST_INQUIT_WORDS and not _speakers_differ(source, before, after)


def said_places(source: SourceText, segment: Words) -> list[tuple[int, ...]]:
    """Return where a segment is said, over inquits; the numbers of the words of each place."""
    found = []
    for at in source.said_search.places_of(segment.forms):
        numbers = source.said[at : at + len(segment)]
        if all(is_one_quotation(source, one, other) for one, other in pairwise(numbers)):
            found.append(numbers)
            if len(found) == _MOST_PLACES:
                break
    return found


def written_places(source: SourceText, segment: Words) -> list[tuple[int, ...]]:
    """Return where a segment stands in the text, said or not."""
    found = []
    for at in source.search.places_of(segment.forms):
        found.append(tuple(range(at, at + len(segment))))
        if len(found) == _MOST_PLACES:
            break
    return found


def _chains(
    quotation: DraftQuotation, places: Sequence[list[tuple[int, ...]]], source: SourceText
) -> list[list[tuple[int, ...]]]:
    """Return the ways to go through the places of the segments in one passage.

    From each place of the first segment the nearest place of each further one is taken.
    """
    found = []
    for first in places[0]:
        chain = [first]
        for joint, following in zip(quotation.joints, places[1:], strict=True):
            last = chain[-1][-1]
            near = next((place for place in following if place[0] > last), None)
            if near is None or not _may_join(joint, source, last, near[0]):
                break
            chain.append(near)
        else:
            found.append(chain)
    return found


def _may_join(joint: Joint, source: SourceText, last: int, following: int) -> bool:
    """Tell whether what the source has between two words may stand where a joint is."""
    between = following - last - 1
    if joint is Joint.BRACKETS:
        outside = sum(run < 0 for run in source.run_of[last + 1 : following])
        inquit = outside if source.run_of[last] >= 0 and source.run_of[following] >= 0 else 0
        return between - inquit <= MOST_BRACKETED_WORDS and inquit <= MOST_INQUIT_WORDS
    if between > MOST_LEFT_OUT or _speakers_differ(source, last, following):
        return False
    stretch = Span(source.words.spans[last].end, source.words.spans[following].start)
    return stretch.of(source.article.text).replace("\n\n", "\n").count("\n") <= 1


def _speakers_differ(source: SourceText, one: int, other: int) -> bool:
    """Tell whether the article credits somebody between two words with what another did not say."""
    first = source.speaker_of(source.quote_at(source.words.spans[one]))
    second = source.speaker_of(source.quote_at(source.words.spans[other]))
    return first is not None and second is not None and first.name != second.name


def _all_said(chain: list[tuple[int, ...]], source: SourceText) -> bool:
    return all(source.run_of[number] >= 0 for place in chain for number in place)


def _passage(chain: list[tuple[int, ...]], source: SourceText, *, said: bool) -> Passage:
    """Return the passage that a chain of places is."""
    gaps = (range(one[-1] + 1, other[0]) for one, other in pairwise(chain))
    left_out = sum(not said or source.run_of[number] >= 0 for gap in gaps for number in gap)
    return Passage(
        words=tuple(number for place in chain for number in place), left_out=left_out, said=said
    )
