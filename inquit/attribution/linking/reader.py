"""Reads an article's paragraphs for who is named, who acts and who is credited, in their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from operator import itemgetter

from inquit.attribution.dateline import dateline_length
from inquit.attribution.lexicon import pronouns
from inquit.attribution.linking.antecedent import antecedent
from inquit.attribution.linking.capitals import is_capital_label
from inquit.attribution.linking.company import are_joined, name_together
from inquit.attribution.linking.confidence import IDENTIFIED
from inquit.attribution.linking.context import Context
from inquit.attribution.linking.description import Description, description_beside
from inquit.attribution.linking.enclosing import Enclosing
from inquit.attribution.linking.entities import Entities
from inquit.attribution.linking.entity import Entity
from inquit.attribution.linking.headings import tells_no_names
from inquit.attribution.linking.interview import parties_of
from inquit.attribution.linking.mention import read_mention
from inquit.attribution.linking.name_kinds import acronym_after
from inquit.attribution.linking.name_parts import NameParts
from inquit.attribution.linking.names import names_in
from inquit.attribution.linking.narration import Narration, narration_of
from inquit.attribution.linking.narrative import Actor, common_words
from inquit.attribution.linking.postmodifier import with_postmodifier
from inquit.attribution.linking.resolution import Resolved
from inquit.attribution.linking.salience import Trace
from inquit.attribution.linking.sieves import resolve
from inquit.attribution.linking.source_evidence import SourceEvidence, evidence_of
from inquit.attribution.linking.trail import Trail
from inquit.attribution.passage import Passage
from inquit.attribution.report import Report
from inquit.model.article import Article
from inquit.model.quotation import Mention, MentionKind
from inquit.model.span import Span


class Reader:
    """Reads paragraph after paragraph, and remembers who was met and whom each source means.

    Attributes:
        entities: who was met so far.
        trail: the last mentions.
        resolved: by a source's span, its mention and whom it means.
    """

    def __init__(self, article: Article, *, by_given: bool) -> None:
        """Start at the head of an article.

        Args:
            article: what will be read.
            by_given: people are called by their given names alone, as in fiction.
        """
        self.entities = Entities(article.text_digest, by_given=by_given)
        self.trail = Trail()
        self.resolved: dict[Span, tuple[Mention, Resolved]] = {}
        self._text = article.text
        self._parties = parties_of(article.text)
        self._paragraph = 0
        self._last_name: tuple[NameParts, Entity] | None = None
        self._fresh: dict[Span, Mention] = {}
        self._evidence = SourceEvidence()
        self._enclosing = Enclosing((), ())
        self._passage: Passage | None = None
        self._narration = Narration()
        self._running = True

    def skip_to(self, paragraph: int) -> None:
        """Leave paragraphs out; so many lie before the passages that come next."""
        self._paragraph = paragraph

    def read(self, passages: Sequence[Passage], reports: Sequence[Report]) -> None:
        """Read names, actors and sources, in the order of the text.

        Args:
            passages: following on those of the call before.
            reports: what was found in them, in reading order.
        """
        self._enclosing = Enclosing(passages, reports)
        self._evidence = evidence_of(reports)
        spans = [span for span in self._evidence.sources if span not in self.resolved]
        at = 0
        for passage in passages:
            self._paragraph += 0 if passage.goes_on else 1
            first = at
            while at < len(spans) and spans[at].start < passage.span.end:
                at += 1
            self._read_passage(passage, spans[first:at])
        self._passage = None  # its parse does not last

    def keep(self, span: Span, found: Resolved) -> None:
        """Note whom a source span means."""
        meant = found.entity.id if found.entity is not None else None
        mention = Mention(span=span, kind=found.kind, source_id=meant)
        self.resolved[span] = (mention, found)
        self._fresh[span] = mention

    def take_fresh(self) -> tuple[Mention, ...]:
        """Return the mentions of sources since this was last asked."""
        fresh, self._fresh = self._fresh, {}
        return tuple(fresh.values())

    def _read_passage(self, passage: Passage, spans: Sequence[Span]) -> None:
        self._passage = passage
        self._narration = narration_of(passage)
        self._running = not tells_no_names(passage.text, passage.kind)
        names = self._names(passage, spans)
        steps: list[tuple[int, int, Callable[[], None]]] = [
            (parts.span.start, 0, partial(self._note, parts, passage, spans)) for parts in names
        ]
        steps += [
            (self._enclosing.told_at(span), 1, partial(self._resolve, span)) for span in spans
        ]
        steps += [
            (actor.head.start, 2, partial(self._act, actor))
            for actor in self._narration.unnamed([*spans, *(parts.span for parts in names)])
        ]
        for _, _, step in sorted(steps, key=itemgetter(0, 1)):
            step()

    def _names(self, passage: Passage, spans: Sequence[Span]) -> list[NameParts]:
        """Return the names of a paragraph, without a dateline and without labels in capitals."""
        names = names_in(
            passage.text,
            offset=passage.span.start,
            common=common_words(passage),
            surnames=self.entities.surnames,
        )
        filed = passage.span.start + dateline_length(passage.text)
        labels = [span for span in spans if is_capital_label(self._text, span)]
        return [
            name
            for name in names
            if name.span.start >= filed and not any(one.overlaps(name.span) for one in labels)
        ]

    def _note(self, parts: NameParts, passage: Passage, sources: Sequence[Span]) -> None:
        """Note a name where it stands."""
        subject = self._narration.is_subject(parts.span)
        acts = len(parts.name[0]) > 1 and (subject or self._narration.is_met(parts.span))
        if parts.kind is None and not acts and not self.entities.named(parts.name[-1]):
            return
        beside = description_beside(self._text, parts)
        parts = self._introduce(parts, beside, credited=parts.span in sources)
        alias = acronym_after(passage.text, parts.span.end - passage.span.start)
        entity = self.entities.note(parts, self._paragraph, alias=alias, running=self._running)
        if entity is None:
            return
        self.entities.describe(entity, beside)
        for actor in self._narration.at(parts.span):
            self.entities.call(entity, actor.callings)
        quoted = any(parts.span.start in run.outer for run in passage.runs)
        about = subject or bool(beside.called)
        possessor = self._text[parts.span.end : parts.span.end + 1] in ("'", "’")
        self._trace(parts.span, entity, quoted=quoted, subject=about, possessor=possessor)
        self._note_together(parts, entity, quoted=quoted, subject=about)

    def _introduce(self, parts: NameParts, beside: Description, *, credited: bool) -> NameParts:
        """Take a name for whom the headline or the lead only described, where it is theirs."""
        if beside.human:
            parts = beside.as_person(parts)
            self.entities.reveal(parts, beside.apposed)
        elif not beside.apposed and credited:
            self._identify(parts)
        return parts

    def _note_together(
        self, parts: NameParts, entity: Entity, *, quoted: bool, subject: bool
    ) -> None:
        """Note two who are named side by side."""
        last, self._last_name = self._last_name, (parts, entity)
        if last is None or not self._running or last[1] is entity:
            return
        one, other = last
        if are_joined(one, parts, self._text):
            together = name_together((one, parts))
            both = self.entities.join((other, entity), together, one.span, self._paragraph)
            self._trace(parts.span, both, quoted=quoted, subject=subject)

    def _identify(self, parts: NameParts) -> None:
        """Take a new speaker for whom the paragraph before credits by office; less sure of that."""
        entity = self.entities.identify(parts, self._paragraph)
        for span, (mention, found) in self.resolved.items() if entity is not None else ():
            if entity is not None and found.entity is entity:
                reason = f"most likely {entity.display}, named in the next paragraph"
                less = replace(found, certainty=found.certainty * IDENTIFIED, reason=reason)
                self.resolved[span] = (mention, less)

    def _act(self, actor: Actor) -> None:
        """Note somebody whom the narration tells of without a name."""
        found = self._meant(actor.span, apart_from=self.trail.at(actor.other))
        if found.entity is not None:
            self.entities.see(found.entity, actor.head.start, self._paragraph)
            self._trace(actor.head, found.entity, subject=actor.subject)

    def _resolve(self, span: Span) -> None:
        """Find whom a source span refers to."""
        found = self._meant(span)
        if found.entity is not None:
            self.entities.credit(found.entity)
            self.entities.see(found.entity, span.start, self._paragraph)
            self._trace(span, found.entity, subject=True)
        self.keep(span, found)

    def _trace(
        self,
        span: Span,
        entity: Entity,
        *,
        quoted: bool = False,
        subject: bool = False,
        possessor: bool = False,
    ) -> None:
        """Remember a mention with what counts for and against its being meant by a pronoun."""
        if subject and not quoted:
            self.entities.act(entity)
        met = self._narration.is_met(span)
        self.trail.add(
            Trace(
                at=span.start,
                end=span.end,
                entity=entity,
                paragraph=self._paragraph,
                quoted=quoted,
                subject=subject,
                possessor=possessor,
                told=not met and self._evidence.is_told(span.start),
                met=met,
                asks=self._narration.asks(span),
                newcomer=subject and not quoted and entity.unnamed and entity.first.overlaps(span),
            )
        )

    def _meant(self, span: Span, *, apart_from: Entity | None = None) -> Resolved:
        """Return whom a span means; the first person inside of a report is who speaks there."""
        told = self._antecedent(span)
        mention = read_mention(
            self._text,
            told,
            self._paragraph,
            surnames=self.entities.surnames,
            running=self._running,
            whole=self._whole(told),
        )
        within = self._enclosing.speaker(span)
        _, known = self.resolved.get(within, (None, None)) if within else (None, None)
        speaker = known.entity if known is not None else None
        # Who speaks calls nobody but others "he" and "she", and who is spoken to is not who speaks.
        others = [speaker, apart_from, *self._hearers_of(span)]
        context = Context(
            entities=self.entities,
            trail=self.trail.without(others),
            speaker=speaker,
            parties=self._parties,
            replies=span in self._evidence.replying,
        )
        found = self.entities.settle(mention, resolve(mention, context))
        return found if told == span else replace(found, kind=self._kind_of(span))

    def _hearers_of(self, span: Span) -> list[Entity]:
        """Return whom the text names as those to whom the source of some words said them."""
        hearers = self._evidence.hearers.get(span, ())
        names = (name for hearer in hearers for name in names_in(hearer.of(self._text)))
        found = (self.entities.find(name)[0] for name in names)
        return [entity for entity in found if entity is not None]

    def _kind_of(self, span: Span) -> MentionKind:
        """Return what a source is by its own words, where others tell whom it means."""
        alone = span.of(self._text).casefold() in pronouns()
        return MentionKind.PRONOUN if alone else MentionKind.NOMINAL

    def _antecedent(self, span: Span) -> Span:
        """Return the words for who a source is, where grammar alone tells: `a club which said`."""
        if self._passage is None or span not in self._evidence.parts:
            return span
        return antecedent(span, self._passage)

    def _whole(self, span: Span) -> str:
        """Return the words of a source with what follows and tells who is meant."""
        if self._passage is None or span not in self._evidence.parts:
            return ""
        whole = with_postmodifier(span, self._passage, self._evidence.parts[span])
        return whole.of(self._text) if whole != span else ""
