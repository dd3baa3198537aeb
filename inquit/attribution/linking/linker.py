"""The linker: reports in; quotes, mentions, sources and attributions out, window by window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from operator import itemgetter

from inquit.attribution.dateline import dateline_length
from inquit.attribution.lexicon import words_with
from inquit.attribution.lexicon.gender import gender_of_role
from inquit.attribution.linking.apposition import (
    age_after,
    apposed_description,
    is_human,
    like_place,
    named_as,
    role_in,
)
from inquit.attribution.linking.capitals import is_capital_label
from inquit.attribution.linking.company import are_joined, name_together
from inquit.attribution.linking.confidence import IDENTIFIED
from inquit.attribution.linking.context import Context
from inquit.attribution.linking.enclosing import Enclosing
from inquit.attribution.linking.entities import Entities
from inquit.attribution.linking.entity import Entity
from inquit.attribution.linking.headings import tells_no_names
from inquit.attribution.linking.hearers import with_hearers_apart
from inquit.attribution.linking.interview import parties_of
from inquit.attribution.linking.levels import levelled
from inquit.attribution.linking.mention import read_mention
from inquit.attribution.linking.name_kinds import acronym_after
from inquit.attribution.linking.name_parts import NameParts
from inquit.attribution.linking.names import names_in
from inquit.attribution.linking.narrative import Actor, actors_in, common_words
from inquit.attribution.linking.postmodifier import with_postmodifier
from inquit.attribution.linking.resolution import Resolved
from inquit.attribution.linking.salience import Trace
from inquit.attribution.linking.sieves import resolve
from inquit.attribution.linking.turns import Dialogue, resolved_by_turns
from inquit.attribution.linking.values import attribution_of, quote_of
from inquit.attribution.linking.whole import with_whole_sources
from inquit.attribution.passage import Passage
from inquit.attribution.report import Report
from inquit.attribution.rules.dialogue import reads_as_dialogue
from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch
from inquit.model.quotation import Attribution, Mention, Quote, SourceKind
from inquit.model.span import Span

KEPT = 200
"""Mentions remembered from one window to the next."""


class Linker:
    """Turns the reports of one article into the model's values; remembers who was named."""

    def __init__(self, article: Article) -> None:
        """Start at the head of an article."""
        self._article = article
        in_dialogue = reads_as_dialogue(article)
        self._entities = Entities(article.text_digest, by_given=in_dialogue)
        self._paragraph = 0
        self._last_name: tuple[NameParts, Entity] | None = None
        self._running = True
        self._passage: Passage | None = None
        self._parts: dict[Span, list[Span]] = {}
        self._met: list[Span] = []
        self._asking: list[Span] = []
        self._callings: dict[Span, Mapping[str, frozenset[str]]] = {}
        self._resolved: dict[Span, tuple[Mention, Resolved]] = {}
        self._trail: list[Trace] = []
        self._told: list[Span] = []
        self._hearers: dict[Span, list[Span]] = {}
        self._replies: set[Span] = set()
        self._fresh: list[Trace] = []
        self._parties = parties_of(article.text)
        self._dialogue = Dialogue(article.text) if in_dialogue else None
        self._enclosing = Enclosing((), ())

    def skip_to(self, paragraph: int) -> None:
        """Leave paragraphs out; so many lie before the passages that come next."""
        self._paragraph = paragraph

    def link(self, passages: Sequence[Passage], reports: Sequence[Report]) -> AnalysisBatch:
        """Return the batch for the next passages and what was reported in them.

        Args:
            passages: following on those of the call before.
            reports: in reading order, spans within these passages.
        """
        quotes: list[Quote] = []
        attributions: list[Attribution] = []
        mentions: list[Mention] = []
        text = self._article.text
        reports = with_hearers_apart(with_whole_sources(reports, text), text)
        self._enclosing = Enclosing(passages, reports)
        self._fresh = []
        self._read(passages, reports, mentions)
        reports = self._take_turns(passages, reports, mentions)
        runs = [run for passage in passages for run in passage.runs]
        for report, within in levelled(reports):
            quote = quote_of(report, within, runs, self._article)
            quotes.append(quote)
            met = self._resolved.get(report.source) if report.source else None
            attributions.append(attribution_of(quote, report, met))
        return AnalysisBatch(
            done=passages[-1].span.end if passages else 0,
            total=len(self._article.text),
            quotes=tuple(quotes),
            mentions=tuple(mentions),
            sources=tuple(self._entities.news()),
            attributions=tuple(attributions),
        )

    def _take_turns(
        self, passages: Sequence[Passage], reports: tuple[Report, ...], mentions: list[Mention]
    ) -> tuple[Report, ...]:
        """Return reports with a source where the turns of a dialogue tell whose words they are."""
        if self._dialogue is None:
            return reports
        known = {span: found.entity for span, (_, found) in self._resolved.items()}
        reports, met = self._dialogue.settled(passages, reports, self._fresh, known)
        for span, one in met.items():
            if one.entity is not None and known.get(span) is not one.entity:
                self._entities.credit(one.entity)
                mentions[:] = [mention for mention in mentions if mention.span != span]
                self._keep(span, resolved_by_turns(one, span.of(self._article.text)), mentions)
        return reports

    def _read(
        self, passages: Sequence[Passage], reports: Sequence[Report], mentions: list[Mention]
    ) -> None:
        """Read names, actors and source spans, in the order of the text."""
        wanted = {report.source for report in reports if report.source is not None}
        self._parts = {span: [] for span in wanted}
        self._hearers, self._replies = {}, set()
        for report in reports:
            if report.source is None:
                continue
            cue = [report.cue] if report.cue is not None else []
            self._parts[report.source] += [*report.content_spans, *cue]
            if report.addressee is not None:
                self._hearers.setdefault(report.source, []).append(report.addressee)
            if report.cue_lemma in words_with("verbs", "reply"):
                self._replies.add(report.source)
        self._told = sorted(span for report in reports for span in report.content_spans)
        spans = sorted(wanted - self._resolved.keys())
        at = 0
        for passage in passages:
            self._paragraph += 0 if passage.goes_on else 1
            first = at
            while at < len(spans) and spans[at].start < passage.span.end:
                at += 1
            self._read_passage(passage, spans[first:at], mentions)

    def _read_passage(
        self, passage: Passage, spans: Sequence[Span], mentions: list[Mention]
    ) -> None:
        actors = list(actors_in(passage))
        subjects = [actor.head for actor in actors if actor.subject and actor.named]
        self._passage = passage
        self._met = [actor.head for actor in actors if actor.met]
        self._asking = [actor.head for actor in actors if actor.asks]
        self._callings = {actor.head: actor.callings for actor in actors if actor.callings}
        names = list(
            names_in(
                passage.text,
                offset=passage.span.start,
                common=common_words(passage),
                surnames=self._entities.surnames,
            )
        )
        self._running = not tells_no_names(passage.text, passage.kind)
        filed = passage.span.start + dateline_length(passage.text)
        labels = [span for span in spans if is_capital_label(self._article.text, span)]
        names = [
            name
            for name in names
            if name.span.start >= filed and not any(one.overlaps(name.span) for one in labels)
        ]
        taken = [*spans, *(parts.span for parts in names)]
        steps: list[tuple[int, int, Callable[[], None]]] = [
            (parts.span.start, 0, partial(self._note, parts, passage, subjects, spans))
            for parts in names
        ]
        steps += [
            (self._enclosing.told_at(span), 1, partial(self._resolve, span, mentions))
            for span in spans
        ]
        steps += [
            (actor.head.start, 2, partial(self._act, actor))
            for actor in actors
            if not actor.named and not any(actor.head.overlaps(span) for span in taken)
        ]
        for _, _, step in sorted(steps, key=itemgetter(0, 1)):
            step()

    def _note(
        self,
        parts: NameParts,
        passage: Passage,
        subjects: Sequence[Span],
        sources: Sequence[Span],
    ) -> None:
        """Note a name where it stands."""
        alias = acronym_after(passage.text, parts.span.end - passage.span.start)
        subject = any(parts.span.encloses(head) for head in subjects)
        acts = len(parts.name[0]) > 1 and (subject or self._is_met(parts.span))
        if parts.kind is None and not acts and not self._entities.named(parts.name[-1]):
            return
        quoted = any(parts.span.start in run.outer for run in passage.runs)
        described = apposed_description(self._article.text, parts.span.end)
        if is_human(described):
            parts = replace(parts, kind=SourceKind.PERSON) if like_place(parts) else parts
            self._entities.reveal(parts, described)
        elif not described and parts.span in sources:
            self._identify(parts)
        entity = self._entities.note(parts, self._paragraph, alias=alias, running=self._running)
        if entity is None:
            return
        called = named_as(self._article.text, parts.span.start)
        for head, callings in self._callings.items():
            if parts.span.encloses(head):
                self._entities.call(entity, callings)
        person = entity.kind is SourceKind.PERSON
        self._entities.describe(entity, role=role_in(described) if person else "")
        self._entities.describe(
            entity,
            role=role_in(called),
            gender=gender_of_role(called),
            age=age_after(self._article.text, parts.span.end),
        )
        possessor = self._article.text[parts.span.end : parts.span.end + 1] in ("'", "’")
        about = subject or bool(called)
        self._trace(parts.span, entity, quoted=quoted, subject=about, possessor=possessor)
        self._note_together(parts, entity, quoted=quoted, subject=about)

    def _note_together(
        self, parts: NameParts, entity: Entity, *, quoted: bool, subject: bool
    ) -> None:
        """Note two who are named side by side."""
        last, self._last_name = self._last_name, (parts, entity)
        if last is None or not self._running or last[1] is entity:
            return
        one, other = last
        if are_joined(one, parts, self._article.text):
            both = self._entities.join(
                (other, entity), name_together((one, parts)), one.span, self._paragraph
            )
            self._trace(parts.span, both, quoted=quoted, subject=subject)

    def _identify(self, parts: NameParts) -> None:
        """Take a new speaker for whom the paragraph before credits by office; less sure of that."""
        entity = self._entities.identify(parts, self._paragraph)
        for span, (mention, found) in self._resolved.items():
            if entity is not None and found.entity is entity:
                reason = f"most likely {entity.display}, named in the next paragraph"
                less = replace(found, certainty=found.certainty * IDENTIFIED, reason=reason)
                self._resolved[span] = (mention, less)

    def _act(self, actor: Actor) -> None:
        """Note somebody whom the narration tells of without a name."""
        found = self._meant(actor.span, apart_from=self._mentioned_at(actor.other))
        if found.entity is not None:
            self._entities.see(found.entity, actor.head.start, self._paragraph)
            self._trace(actor.head, found.entity, subject=actor.subject)

    def _trace(
        self,
        span: Span,
        entity: Entity,
        *,
        quoted: bool = False,
        subject: bool = False,
        possessor: bool = False,
    ) -> None:
        if subject and not quoted:
            self._entities.act(entity)
        met = self._is_met(span)
        trace = Trace(
            at=span.start,
            end=span.end,
            entity=entity,
            paragraph=self._paragraph,
            quoted=quoted,
            subject=subject,
            possessor=possessor,
            told=not met and any(span.start in part for part in self._told),
            met=met,
            asks=any(span.encloses(head) for head in self._asking),
            newcomer=subject and not quoted and entity.unnamed and entity.first.overlaps(span),
        )
        self._trail.append(trace)
        self._fresh.append(trace)
        del self._trail[:-KEPT]

    def _is_met(self, span: Span) -> bool:
        """Tell whether somebody asks, tells or meets whom a mention names."""
        return any(span.encloses(head) for head in self._met)

    def _resolve(self, span: Span, mentions: list[Mention]) -> None:
        """Find whom a source span refers to."""
        found = self._meant(span)
        entity = found.entity
        if entity is not None:
            self._entities.credit(entity)
            self._entities.see(entity, span.start, self._paragraph)
            self._trace(span, entity, subject=True)
        self._keep(span, found, mentions)

    def _keep(self, span: Span, found: Resolved, mentions: list[Mention]) -> None:
        """Note whom a source span means."""
        meant = found.entity.id if found.entity is not None else None
        mention = Mention(span=span, kind=found.kind, source_id=meant)
        self._resolved[span] = (mention, found)
        mentions.append(mention)

    def _hearers_of(self, span: Span) -> list[Entity]:
        """Return whom the text names as those to whom the source of some words said them."""
        text = self._article.text
        names = (
            name for hearer in self._hearers.get(span, ()) for name in names_in(hearer.of(text))
        )
        found = (self._entities.find(name)[0] for name in names)
        return [entity for entity in found if entity is not None]

    def _whole(self, span: Span) -> str:
        """Return the words of a source with what follows and tells who is meant."""
        if self._passage is None or span not in self._parts:
            return ""
        whole = with_postmodifier(span, self._passage, self._parts[span])
        return whole.of(self._article.text) if whole != span else ""

    def _mentioned_at(self, head: Span | None) -> Entity | None:
        """Return who was mentioned last by words with some head."""
        if head is None:
            return None
        found = (one for one in reversed(self._trail) if head.start in range(one.at, one.end))
        return next((one.entity for one in found), None)

    def _meant(self, span: Span, *, apart_from: Entity | None = None) -> Resolved:
        """Return whom a span means; the first person inside of a report is who speaks there."""
        mention = read_mention(
            self._article.text,
            span,
            self._paragraph,
            surnames=self._entities.surnames,
            running=self._running,
            whole=self._whole(span),
        )
        within = self._enclosing.speaker(span)
        _, known = self._resolved.get(within, (None, None)) if within else (None, None)
        speaker = known.entity if known is not None else None
        # Who speaks calls nobody but others "he" and "she", and who is spoken to is not who speaks.
        others = [speaker, apart_from, *self._hearers_of(span)]
        context = Context(
            entities=self._entities,
            trail=[one for one in self._trail if one.entity not in others],
            speaker=speaker,
            parties=self._parties,
            replies=span in self._replies,
        )
        return self._entities.settle(mention, resolve(mention, context))
