"""Quotations and articles to verdicts.

The words decide first: said verbatim, else written without marks, else joined, else like what is
said. Who is credited decides only between those who said the very words.

A confidence is one of two things. For words it is how much a match of so many words tells: few
words are found in many places. For a speaker it is the smaller of the probabilities that the
draft and the source credit the one they seem to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest
from itertools import islice, pairwise

from inquit.model.article import Article
from inquit.model.quotation import Analysis
from inquit.model.span import Span
from inquit.verification.alignment import Alignment, align_said, align_written
from inquit.verification.candidates import (
    MOST_ARTICLES,
    Hit,
    SharedRuns,
    most_together,
    run_size,
)
from inquit.verification.differences import compare_words, describe_marks
from inquit.verification.draft import DraftQuotation, Joint
from inquit.verification.passages import Passage, find_passages
from inquit.verification.source_text import SourceText
from inquit.verification.speakers import are_same
from inquit.verification.splicing import FEWEST_WORDS, Part, find_parts, find_segments
from inquit.verification.verdict import FoundPlace, Status, Verdict
from inquit.verification.words import forms_in

LIKE = 0.6
"""Similarity from which a quotation counts as altered: of five words two differ, as where one is
moved. `bench.verification` shows that invented quotations stay below it."""

FEWEST_LIKE = 4
"""Words that a quotation must have to count as altered."""

NEAR = 8
"""Words that may be dropped between two rows of words that still are of one place."""

_MOST_PLACES = 3
_SURE_BY_WORDS = (0.0, 0.4, 0.6, 0.8, 0.9, 0.95)
"""How sure a match of 0, 1, 2, ... words is; of more than these it is certain."""

Analyses = Callable[[Article], Analysis | None]
"""Gives what the engine found in an article, or None where it is not to be asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """An article that may have a quotation, with the runs of words that they share.

    Attributes:
        article: the article.
        hits: the runs, in the order of the article.
        together: those of the quotation that it has close together, by their first words.
    """

    article: Article
    hits: tuple[Hit, ...]
    together: frozenset[int]


class Verification:
    """Holds quotations against articles, one article after the other."""

    def __init__(self, quotations: Sequence[DraftQuotation]) -> None:
        """Take the quotations of a draft."""
        self._quotations = tuple(quotations)
        self._shared = SharedRuns(self._quotations)
        self._found: list[list[_Candidate]] = [[] for _ in self._quotations]
        self._articles_with: list[Counter[int]] = [Counter() for _ in self._quotations]

    def look_in(self, article: Article) -> None:
        """Take in what an article may have of the quotations."""
        for number, hits in self._shared.hits_in(forms_in(article.text)).items():
            words = len(self._quotations[number].words)
            together, _ = most_together(hits, words + max(3, words // 3))
            self._articles_with[number].update({hit.here for hit in hits})
            held = self._found[number]
            held.append(_Candidate(article=article, hits=hits, together=together))
            if len(held) > 4 * MOST_ARTICLES:
                held[:] = self._best(number, 2 * MOST_ARTICLES)

    def _best(self, number: int, most: int) -> list[_Candidate]:
        """Return the articles that share most with a quotation; what few others share counts."""
        articles_with = self._articles_with[number]
        return nlargest(
            most,
            self._found[number],
            key=lambda each: sum(1 / articles_with[here] for here in each.together),
        )

    def verdicts(self, analyses: Analyses) -> tuple[Verdict, ...]:
        """Return what is found out about each quotation, in their order.

        Args:
            analyses: asked for the articles that have a quotation, or something like it.
        """
        plain: dict[str, SourceText] = {}
        read: dict[str, SourceText] = {}

        def plainly(article: Article) -> SourceText:
            return plain.setdefault(article.text_digest, SourceText(article))

        def closely(article: Article) -> SourceText:
            if article.text_digest not in read:
                analysis = analyses(article)
                known = plainly(article)
                read[article.text_digest] = (
                    known if analysis is None else known.with_analysis(analysis)
                )
            return read[article.text_digest]

        verdicts = []
        for number, quotation in enumerate(self._quotations):
            best = self._best(number, MOST_ARTICLES)
            verdict = _judge(quotation, best, plainly, closely)
            verdicts.append(_remark_denial(verdict) if quotation.denied else verdict)
        return tuple(verdicts)


def verify(
    quotations: Sequence[DraftQuotation], articles: Iterable[Article], analyses: Analyses
) -> tuple[Verdict, ...]:
    """Return what is found out about quotations of a draft, in their order.

    Args:
        quotations: the quotations.
        articles: what they are held against; looked through once, few are kept.
        analyses: asked for the articles that have a quotation, or something like it.
    """
    verification = Verification(quotations)
    for article in articles:
        verification.look_in(article)
    return verification.verdicts(analyses)


Reading = Callable[[Article], SourceText]


def _judge(
    quotation: DraftQuotation,
    candidates: Sequence[_Candidate],
    plainly: Reading,
    closely: Reading,
) -> Verdict:
    """Return the verdict on a quotation; articles are read closely only where they may have it."""
    likely = (each for each in candidates if quotation.joints or _has_half(quotation, each))
    having = (each for each in likely if find_passages(quotation, plainly(each.article)))
    exact = [
        (source, passage)
        for each in islice(having, _MOST_PLACES)
        for source in [closely(each.article)]
        for passage in find_passages(quotation, source)[:_MOST_PLACES]
    ]
    if said := [(source, passage) for source, passage in exact if passage.said]:
        return _judge_speaker(quotation, said)
    if exact:
        return _judge_indirect(quotation, exact)
    return _judge_inexact(quotation, candidates, plainly, closely)


def _has_half(quotation: DraftQuotation, candidate: _Candidate) -> bool:
    """Tell whether an article has half the runs of a quotation close together.

    If it has the quotation it has all of them, but for two at each inquit.
    """
    words = len(quotation.words)
    return 2 * len(candidate.together) >= words - run_size(words) + 1 - 2


def _judge_speaker(
    quotation: DraftQuotation, found: Sequence[tuple[SourceText, Passage]]
) -> Verdict:
    """Return the verdict on a quotation that was said word for word."""
    places = [_place(source, passage.span(source.words)) for source, passage in found]
    agree = [_agrees(quotation, place) for place in places]
    others = [place.speaker for place in places if place.speaker is not None]
    source, passage = found[0]
    if quotation.speaker is not None and False in agree and True not in agree:
        order = sorted(range(len(places)), key=lambda at: agree[at] is not False)
        sure = min(quotation.speaker.confidence, max(each.confidence for each in others))
        return Verdict(
            quotation=quotation,
            status=Status.CREDITED_TO_ANOTHER,
            confidence=min(sure, _sure_of_words(quotation)),
            places=tuple(places[at] for at in order),
            remarks=_remarks(quotation, source, passage),
        )
    order = sorted(range(len(places)), key=lambda at: (agree[at] is False, agree[at] is None, at))
    source, passage = found[order[0]]
    unsure = agree[order[0]] is None and quotation.speaker is not None
    return Verdict(
        quotation=quotation,
        status=Status.VERBATIM,
        confidence=_sure_of_words(quotation),
        places=tuple(places[at] for at in order if agree[at] is not False),
        remarks=(
            *_remarks(quotation, source, passage),
            *(_describe_doubt(quotation, places[order[0]]) if unsure else ()),
            *_describe_denial(places[order[0]]),
        ),
    )


def _judge_indirect(
    quotation: DraftQuotation, found: Sequence[tuple[SourceText, Passage]]
) -> Verdict:
    """Return the verdict on a quotation whose very words stand without quotation marks."""
    places = tuple(_place(source, passage.span(source.words)) for source, passage in found)
    source, passage = found[0]
    return Verdict(
        quotation=quotation,
        status=Status.INDIRECT,
        confidence=_sure_of_words(quotation),
        places=places,
        remarks=(
            *_describe_unsaid(source, passage.words, places[0]),
            *_remarks(quotation, source, passage),
        ),
    )


def _judge_inexact(
    quotation: DraftQuotation,
    candidates: Sequence[_Candidate],
    plainly: Reading,
    closely: Reading,
) -> Verdict:
    """Return the verdict on a quotation whose very words stand nowhere in a row."""
    aligned = [
        (each, alignment)
        for each in candidates
        for alignment in (
            align_said(quotation, plainly(each.article), each.hits),
            align_written(quotation, plainly(each.article), each.hits),
        )
        if alignment.words
    ]
    best = max(aligned, key=lambda pair: (pair[1].similarity, pair[1].said), default=None)
    similarity = best[1].similarity if best is not None else 0.0
    sources = [plainly(each.article) for each in candidates]
    if quotation.joints and (segments := find_segments(quotation, sources)):
        return _judge_joined(quotation, segments, closely)
    parts = find_parts(quotation, [(plainly(each.article), each.hits) for each in candidates])
    differing = (1 - similarity) * len(quotation.words)
    if differing > FEWEST_WORDS - 1 and _are_apart(parts):
        return _judge_joined(quotation, parts, closely)
    if best is None or similarity < LIKE or len(quotation.words) < FEWEST_LIKE:
        return Verdict(
            quotation=quotation, status=Status.NOT_FOUND, confidence=round(1 - similarity, 2)
        )
    source = closely(best[0].article)
    again = align_said(quotation, source, best[0].hits)
    alignment = again if again.similarity >= similarity else best[1]
    return _judge_altered(quotation, source, alignment)


def _judge_altered(quotation: DraftQuotation, source: SourceText, alignment: Alignment) -> Verdict:
    """Return the verdict on a quotation that is like what was said, or like what was written."""
    spans = [source.words.spans[number] for number in (alignment.words[0], alignment.words[-1])]
    place = _place(source, Span(spans[0].start, spans[1].end))
    remarks = [] if alignment.said else _describe_unsaid(source, alignment.words, place)
    if _agrees(quotation, place) is False and place.speaker is not None:
        remarks = [*remarks, f"credited to {place.speaker.name} there"]
    return Verdict(
        quotation=quotation,
        status=Status.ALTERED if alignment.said else Status.INDIRECT,
        confidence=round(min(alignment.similarity, _sure_of_words(quotation)), 2),
        places=(place,),
        differences=compare_words(quotation, source.words, alignment.words, source.article.text),
        remarks=tuple(remarks),
    )


def _judge_joined(quotation: DraftQuotation, parts: Sequence[Part], closely: Reading) -> Verdict:
    """Return the verdict on a quotation that is put together from several places."""
    places = []
    for part in parts:
        source = closely(part.source.article)
        spans = source.words.spans
        places.append(_place(source, Span(spans[part.words[0]].start, spans[part.words[-1]].end)))
    shortest = min(part.end - part.here for part in parts)
    return Verdict(
        quotation=quotation,
        status=Status.JOINED,
        confidence=_sure_by_count(shortest),
        places=tuple(places),
    )


def _are_apart(parts: Sequence[Part]) -> bool:
    """Tell whether parts of a quotation are from several places, not one with words dropped."""
    return any(
        one.source.article.id != other.source.article.id
        or not 0 <= other.words[0] - one.words[-1] - 1 <= NEAR
        for one, other in pairwise(parts)
    )


def _place(source: SourceText, span: Span) -> FoundPlace:
    quote = source.quote_at(span)
    return FoundPlace(
        article=source.article, span=span, quote=quote, speaker=source.speaker_of(quote)
    )


def _agrees(quotation: DraftQuotation, place: FoundPlace) -> bool | None:
    """Tell whether draft and source credit the same one; None where that is open."""
    if quotation.speaker is None or place.speaker is None:
        return None
    return are_same(quotation.speaker, place.speaker)


def _sure_of_words(quotation: DraftQuotation) -> float:
    return _sure_by_count(len(quotation.words))


def _sure_by_count(words: int) -> float:
    return _SURE_BY_WORDS[words] if words < len(_SURE_BY_WORDS) else 1.0


def _remarks(quotation: DraftQuotation, source: SourceText, passage: Passage) -> tuple[str, ...]:
    """Return what is to be said of a quotation whose words are those of a passage."""
    remarks = describe_marks(quotation, source.words, passage.words, source.article.text)
    if not passage.left_out:
        return remarks
    what = "brackets stand for" if set(quotation.joints) == {Joint.BRACKETS} else "leaves out"
    words = "1 word" if passage.left_out == 1 else f"{passage.left_out} words"
    return (*remarks, f"{what} {words}")


def _describe_doubt(quotation: DraftQuotation, place: FoundPlace) -> tuple[str, ...]:
    """Return that it is open whether draft and source mean the same one, if both name one."""
    if place.speaker is None or quotation.speaker is None:
        return ()
    return (f"“{quotation.speaker.name}” here, “{place.speaker.name}” there: check who is meant",)


def _remark_denial(verdict: Verdict) -> Verdict:
    """Return a verdict that says that the draft does not claim the words to have been said."""
    return replace(verdict, remarks=(*verdict.remarks, "the draft says that this was not said"))


def _describe_denial(place: FoundPlace) -> tuple[str, ...]:
    denied = place.quote is not None and place.quote.negated
    return ("the source says that this was not said",) if denied else ()


def _describe_unsaid(source: SourceText, words: Sequence[int], place: FoundPlace) -> list[str]:
    """Return how words stand that are not between quotation marks, or only some of them."""
    if any(source.run_of[number] >= 0 for number in words):
        return ["only some of it stands between quotation marks there"]
    if source.analysis is not None and place.quote is None:
        return ["the article's own words"]
    return []
