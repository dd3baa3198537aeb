"""The turns of a dialogue: what its paragraphs tell of who speaks, and whose the open ones are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from inquit.attribution.extraction import Method
from inquit.attribution.lexicon.gender import gender_in
from inquit.attribution.linking.addressed import addressed_gender, is_addressed
from inquit.attribution.linking.conversation import Key, Turn, speakers_of
from inquit.attribution.linking.entity import Entity
from inquit.attribution.linking.resolution import Resolved
from inquit.attribution.linking.salience import Trace
from inquit.attribution.passage import Passage
from inquit.attribution.report import Report
from inquit.model.quotation import MentionKind
from inquit.model.span import Span

KEPT = 16
"""Turns remembered from one window to the next."""
SHRUNK = 0.92
"""By so much the probabilities are too high, measured on novels."""
HIGHEST = 0.88
"""A turn without an inquit is never told as surely as one with it."""
LEAST = 0.25
"""A less probable speaker is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """Whom a mention means, and how probable that is."""

    entity: Entity | None
    chance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where somebody is mentioned who may speak near by.

    Attributes:
        key: stands for who it is.
        span: the mention.
        turn: index of the turn that it belongs to.
        rank: 0 in the turn's own paragraph, 1 told to speak there, 2 addressed, 3 in narration.
    """

    key: Key
    span: Span
    turn: int
    rank: int


@dataclass(slots=True, kw_only=True)
class _Held:
    """A turn with the reports that do not tell who speaks in it."""

    turn: Turn
    places: list[Place]
    open: list[Report] = field(default_factory=list)


class Dialogue:
    """Reads the turns of an article window by window, and tells whose the open ones are."""

    def __init__(self, text: str) -> None:
        """Start with nothing read.

        Args:
            text: the article's.
        """
        self._text = text
        self._held: list[_Held] = []
        self._paragraph = 0
        self._entities: dict[Key, Entity] = {}
        self._genders: dict[Key, str] = {}
        self._between: list[Trace] = []

    def settled(
        self,
        passages: Sequence[Passage],
        reports: Sequence[Report],
        traces: Sequence[Trace],
        known: dict[Span, Entity | None],
    ) -> tuple[tuple[Report, ...], dict[Span, Met]]:
        """Return reports with a source where the turns around tell one, and who those are.

        Args:
            passages: of the window.
            reports: found in them, in reading order.
            traces: the mentions in them, in the order of the text.
            known: whom each source span means.
        """
        fresh = len(self._held)
        for passage in passages:
            self._paragraph += 0 if passage.goes_on else 1
            own = [one for one in reports if one.content_spans[0].start in passage.span]
            acts = [one for one in traces if one.at in passage.span]
            self._read(passage, own, acts, known)
        self._genders.update((key, one.likely_gender) for key, one in self._entities.items())
        likely = speakers_of([held.turn for held in self._held])
        best = [max(each.items(), key=lambda pair: (pair[1], pair[0])) for each in likely]
        chosen: dict[int, Report] = {}
        met: dict[Span, Met] = {}
        for index in range(fresh, len(self._held)):
            met.update(self._reread(index, *best[index]))
        for index in range(fresh, len(self._held)):
            held = self._held[index]
            key, chance = best[index]
            span = self._mention(key, index) if key and chance >= LEAST else None
            if span is None:
                continue
            held.turn.told = held.turn.told or key
            for report in held.open:
                chosen[id(report)] = _credited(report, span, chance)
                met.setdefault(span, Met(entity=self._entities.get(key), chance=1.0))
        del self._held[:-KEPT]
        return tuple(chosen.get(id(report), report) for report in reports), met

    def _reread(self, index: int, key: Key, chance: float) -> dict[Span, Met]:
        """Take over whom the pronoun means by which a turn tells its speaker."""
        held = self._held[index]
        if not held.turn.pronoun:
            return {}
        held.turn.told, held.turn.pronoun = key, ""
        told = next(place for place in held.places if place.rank == 1)
        held.places.remove(told)
        held.places.append(replace(told, key=key))
        entity = self._entities.get(key)
        return {told.span: Met(entity=entity, chance=chance)} if entity is not None else {}

    def _read(
        self,
        passage: Passage,
        own: Sequence[Report],
        acts: Sequence[Trace],
        known: dict[Span, Entity | None],
    ) -> None:
        """Note a paragraph: a turn, the rest of one, or narration."""
        spoken = [one for one in own if _is_quoted(one, passage)]
        acting = [one for one in acts if one.subject and not one.quoted and not one.entity.members]
        if not spoken or not _at_edge(passage):
            if passage.runs and self._held and passage.runs[0].outer.start == passage.span.start:
                self._held[-1].turn.last = self._paragraph
            self._between += acting
            return
        told = next((one for one in spoken if one.source is not None), None)
        turn = Turn(first=self._paragraph, last=self._paragraph)
        held = _Held(turn=turn, places=[], open=[one for one in spoken if one.source is None])
        at = len(self._held)
        if told is not None and told.source is not None:
            speaker = known.get(told.source)
            together = speaker is not None and bool(speaker.members)
            turn.told = "" if together else self._key(speaker, told.source)
            turn.pronoun = gender_in("pronouns", told.source.of(self._text))
            held.places.append(Place(key=turn.told, span=told.source, turn=at, rank=1))
        for trace in acting:
            self._place(held, turn.beside, trace, at, 0)
        for trace in self._between:
            self._place(held, turn.before, trace, at, 3)
        for trace in acts:
            if trace.quoted and any(self._calls(one, trace) for one in spoken):
                turn.addressed.add(self._key(trace.entity, _span(trace)))
                self._place(held, [], trace, at, 2)
        said = " ".join(part.of(self._text) for one in spoken for part in one.content_spans)
        turn.addressed_gender = addressed_gender(said)
        turn.addressed.discard(turn.told)
        turn.genders = self._genders
        self._held.append(held)
        self._between = []

    def _place(self, held: _Held, keys: list[Key], trace: Trace, turn: int, rank: int) -> None:
        key = self._key(trace.entity, _span(trace))
        keys.append(key)
        held.places.append(Place(key=key, span=_span(trace), turn=turn, rank=rank))

    def _calls(self, report: Report, trace: Trace) -> bool:
        """Tell whether a mention in a report's words is that of whom they are said to."""
        span = _span(trace)
        return any(
            part.encloses(span) and is_addressed(self._text, span, part)
            for part in report.content_spans
        )

    def _key(self, entity: Entity | None, span: Span) -> Key:
        if entity is None:
            return f"?{span.of(self._text).casefold()}"
        self._entities[entity.id] = entity
        return entity.id

    def _mention(self, key: Key, index: int) -> Span | None:
        """Return the mention of somebody nearest to a turn, where they speak if they do."""
        places = [
            (abs(at - index) + 10 * (place.rank == 3) + 2 * (at > index), place.span)
            for at, held in enumerate(self._held)
            for place in held.places
            if place.key == key
        ]
        return min(places)[1] if places else None


def _span(trace: Trace) -> Span:
    return Span(trace.at, trace.end)


def _is_quoted(report: Report, passage: Passage) -> bool:
    return any(run.outer.overlaps(part) for run in passage.runs for part in report.content_spans)


def _at_edge(passage: Passage) -> bool:
    """Tell whether a paragraph starts or ends with a quotation."""
    if not passage.runs:
        return False
    first, last = passage.runs[0].outer, passage.runs[-1].outer
    return first.start == passage.span.start or last.end >= passage.span.end - 1


def _credited(report: Report, span: Span, chance: float) -> Report:
    return replace(
        report,
        source=span,
        method=Method.TURN,
        confidence=min(HIGHEST, SHRUNK * chance),
        reason="no inquit; told from the turns around, and who acts or is addressed there",
    )


def resolved_by_turns(met: Met, words: str) -> Resolved:
    """Return whom a mention means by the turns of a dialogue.

    Args:
        met: what they tell.
        words: the mention.
    """
    name = met.entity.display if met.entity is not None else ""
    pronoun = bool(gender_in("pronouns", words))
    return Resolved(
        entity=met.entity,
        kind=MentionKind.PRONOUN if pronoun else MentionKind.NAME,
        certainty=met.chance,
        reason=f"“{words}” most likely is {name}, whose turn it is" if pronoun else "",
    )
