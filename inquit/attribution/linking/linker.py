"""The linker: reports in; quotes, mentions, sources and attributions out, window by window."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from inquit.attribution.linking.apposition import apposed_name, apposed_role
from inquit.attribution.linking.entity import Entity
from inquit.attribution.linking.names import NameParts, names_in
from inquit.attribution.linking.registry import Registry, acronym_after
from inquit.attribution.linking.resolve import Resolved, resolve
from inquit.attribution.marks import QuotedRun
from inquit.attribution.passage import Passage
from inquit.attribution.report import Report
from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch
from inquit.model.quotation import (
    Attribution,
    Cue,
    Mention,
    Quote,
    QuoteType,
    Source,
    SourceKind,
    quote_id,
)
from inquit.model.span import Span

KEPT = 200
"""Mentions remembered from one window to the next."""
NEARBY = 600
"""Code points before a pronoun in which whom it means is sought."""


class Linker:
    """Turns the reports of one article into the model's values; remembers who was named."""

    def __init__(self, article: Article) -> None:
        """Start at the head of an article."""
        self._article = article
        self._registry = Registry(article.text_digest)
        self._paragraph = 0
        self._resolved: dict[Span, tuple[Mention, Resolved]] = {}
        self._sent: dict[str, Source] = {}
        self._trail: list[tuple[int, Entity, bool]] = []

    def link(self, passages: Sequence[Passage], reports: Sequence[Report]) -> AnalysisBatch:
        """Return the batch for the next passages and what was reported in them.

        Args:
            passages: following on those of the call before.
            reports: in reading order, spans within these passages.
        """
        quotes: list[Quote] = []
        attributions: list[Attribution] = []
        mentions: list[Mention] = []
        self._read(passages, reports, mentions)
        del self._trail[:-KEPT]
        runs = [run for passage in passages for run in passage.runs]
        for report, within in levelled(reports):
            quote = self._quote(report, within, runs)
            quotes.append(quote)
            attributions.append(self._attribution(quote, report))
        return AnalysisBatch(
            done=passages[-1].span.end if passages else 0,
            total=len(self._article.text),
            quotes=tuple(quotes),
            mentions=tuple(mentions),
            sources=tuple(self._news()),
            attributions=tuple(attributions),
        )

    def _read(
        self, passages: Sequence[Passage], reports: Sequence[Report], mentions: list[Mention]
    ) -> None:
        """Read names and resolve source spans, in the order of the text."""
        spans = sorted({report.source for report in reports if report.source is not None})
        spans = [span for span in spans if span not in self._resolved]
        at = 0
        for passage in passages:
            self._paragraph += 0 if passage.goes_on else 1
            names = list(names_in(passage.text, offset=passage.span.start))
            for parts in names:
                while at < len(spans) and spans[at].start < parts.span.start:
                    self._resolve(spans[at], mentions)
                    at += 1
                self._note(parts, passage)
            while at < len(spans) and spans[at].start < passage.span.end:
                self._resolve(spans[at], mentions)
                at += 1

    def _note(self, parts: NameParts, passage: Passage) -> None:
        alias = acronym_after(passage.text, parts.span.end - passage.span.start)
        if parts.kind is None and not self._registry.named(parts.name[-1]):
            return
        quoted = any(parts.span.start in run.outer for run in passage.runs)
        entity = self._registry.note(parts, self._paragraph, alias=alias)
        if entity is not None:
            if entity.kind is SourceKind.PERSON and not entity.role:
                entity.role = apposed_role(self._article.text, parts.span.end)
            self._trail.append((parts.span.start, entity, quoted))

    def _resolve(self, span: Span, mentions: list[Mention]) -> None:
        text = self._article.text
        found = resolve(
            self._registry,
            span.of(text),
            span,
            self._paragraph,
            self._recent(span.start),
            apposed_name(text, span),
        )
        entity = found.entity
        if entity is not None:
            entity.credited = True
            entity.seen(span.start, self._paragraph)
            self._trail.append((span.start, entity, False))
        mention = Mention(
            span=span, kind=found.kind, source_id=entity.id if entity is not None else None
        )
        self._resolved[span] = (mention, found)
        mentions.append(mention)

    def _recent(self, before: int) -> list[Entity]:
        """Return who was mentioned shortly before an offset, the likeliest first."""
        near = [(at, e, q) for at, e, q in self._trail[-60:] if before - NEARBY <= at < before]
        score: dict[str, tuple[float, Entity]] = {}
        for at, entity, quoted in near:
            weight = 1.0 - (before - at) / NEARBY
            weight += 0.5 * entity.credited + (-0.6 if quoted else 0.0)
            weight += score.get(entity.id, (0.0, entity))[0] * 0.3
            score[entity.id] = (weight, entity)
        ranked = sorted(score.values(), key=lambda pair: -pair[0])
        return [entity for _, entity in ranked]

    def _quote(self, report: Report, within: Span | None, runs: list[QuotedRun]) -> Quote:
        digest = self._article.text_digest
        return Quote(
            id=quote_id(digest, report.content_spans[0]),
            type=type_of(report.content_spans, runs, self._article.text),
            content_spans=report.content_spans,
            within=quote_id(digest, within) if within is not None else None,
        )

    def _attribution(self, quote: Quote, report: Report) -> Attribution:
        mention, found = (
            self._resolved.get(report.source, (None, None)) if report.source else (None, None)
        )
        certainty = found.certainty if found is not None else 1.0
        reasons = [report.reason, found.reason if found is not None else ""]
        return Attribution(
            quote_id=quote.id,
            cue=Cue(span=report.cue, lemma=report.cue_lemma) if report.cue is not None else None,
            mention=mention,
            source_id=mention.source_id if mention is not None else None,
            addressee=report.addressee,
            method=report.method,
            confidence=round(report.confidence * certainty, 4),
            reason="; ".join(reason for reason in reasons if reason),
        )

    def _news(self) -> list[Source]:
        """Return the sources that are new, or of which more is known than was sent."""
        news = []
        for entity in self._registry.entities:
            if entity.credited:
                source = entity.source()
                if self._sent.get(entity.id) != source:
                    self._sent[entity.id] = source
                    news.append(source)
        return news


def type_of(spans: Sequence[Span], runs: Sequence[QuotedRun], text: str) -> QuoteType:
    """Return whether content is wholly, partly or not at all between quotation marks.

    Args:
        spans: the content.
        runs: the quoted runs of the paragraphs around, in order.
        text: the article's.
    """
    starts = [run.outer.start for run in runs]
    inside = outside = 0
    for span in spans:
        quoted = 0
        for run in runs[max(0, bisect_right(starts, span.start) - 1) :]:
            if run.outer.start >= span.end:
                break
            part = (max(span.start, run.outer.start), min(span.end, run.outer.end))
            quoted += letters(text[part[0] : part[1]]) if part[0] < part[1] else 0
        inside += quoted
        outside += letters(span.of(text)) - quoted
    if not inside:
        return QuoteType.INDIRECT
    return QuoteType.MIXED if outside else QuoteType.DIRECT


def letters(text: str) -> int:
    """Return how many letters and digits a text has."""
    return sum(sign.isalnum() for sign in text)


def levelled(reports: Sequence[Report]) -> list[tuple[Report, Span | None]]:
    """Return the reports with what each is nested in; drop what overlaps another otherwise.

    Two quotes of one level never share a letter; the surer of two that do is kept. The span
    returned is the first content span of the outer quote.
    """
    kept: list[tuple[Report, Span | None]] = []
    for report in sorted(reports, key=lambda r: (-extent(r), -r.confidence)):
        within: Span | None = None
        clash = False
        for other, _ in kept:
            touching = [
                (a, b) for a in report.content_spans for b in other.content_spans if a.overlaps(b)
            ]
            if not touching:
                continue
            inside = all(
                any(b.encloses(a) and a != b for b in other.content_spans)
                for a in report.content_spans
            )
            if not inside:
                clash = True
            within = other.content_spans[0]
        if not clash:
            kept.append((report, within))
    return sorted(kept, key=lambda pair: pair[0].content_spans)


def extent(report: Report) -> int:
    """Return how many code points a report's content covers."""
    return sum(len(span) for span in report.content_spans)
