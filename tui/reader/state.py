"""What is being read: the article, what is found in it, where one is, what one wrote about it.

The value is frozen: what changes it returns another one, which the screen shows in its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING, Self

from inquit.model.annotation import (
    CorrectionId,
    Note,
    PlacedBookmark,
    SourceKey,
    earlier_keys,
    source_key,
)
from inquit.model.batch import AnalysisBatch, collect
from inquit.model.inquit import inquit_of
from widgets.attributed_quotes import AttributedQuote, AttributedQuotes

if TYPE_CHECKING:
    from inquit.model.article import Article, ArticleId
    from inquit.model.correction import PlacedCorrection
    from inquit.model.quotation import Analysis, Mention, QuoteId, Source, SourceId
    from inquit.model.span import Span
    from inquit.service.annotations import Annotations
    from widgets.source_colours import SourceColours


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reading:
    """The state of one article on the screen.

    Attributes:
        article: the article.
        findings: what is found in it so far, with what the reader corrected; one container that
            grows and is shared by all states of the article.
        findings_version: how often the findings have changed.
        found: the same as the engine found it, stretch by stretch, previews included.
        corrections: what the reader corrected, oldest first.
        orphaned: those of the corrections that could not be done.
        to_check: those that wait until the reader confirms them, each with where it would be.
        current: the quote that is current.
        analysed: how much is analysed, from 0 to 1, or None where that is done.
        bookmarks: the article's bookmarks.
        all_notes: all notes, in the order in which they were written.
        notes: the last note on each source, by what it is about.
        former_keys: by source, what notes on it hang on under the names that it had before.
        mentions: by source, where the article mentions it.
        former: what the article's file was known by before it was moved.
        kept: whether the article's text is kept, or does not need to be.
        resume: where to go on from while no quote is current.
    """

    article: Article
    findings: AttributedQuotes = field(default_factory=AttributedQuotes)
    findings_version: int = 0
    found: tuple[AnalysisBatch, ...] = ()
    corrections: tuple[PlacedCorrection, ...] = ()
    orphaned: frozenset[CorrectionId] = frozenset()
    to_check: Mapping[CorrectionId, Span] = field(default_factory=dict)
    current: QuoteId | None = None
    analysed: float | None = 0.0
    bookmarks: tuple[PlacedBookmark, ...] = ()
    all_notes: tuple[Note, ...] = ()
    notes: Mapping[SourceKey, Note] = field(default_factory=dict)
    former_keys: Mapping[SourceId, tuple[SourceKey, ...]] = field(default_factory=dict)
    mentions: Mapping[SourceId, tuple[Mention, ...]] = field(default_factory=dict)
    former: tuple[ArticleId, ...] = ()
    kept: bool = False
    resume: int | None = None

    @property
    def finding(self) -> AttributedQuote | None:
        """The current finding."""
        return self.findings.get(self.current)

    def take_in(self, batches: Iterable[AnalysisBatch]) -> Self:
        """Return the state after further stretches were analysed."""
        batches = tuple(batches)
        found = (*self.found, *batches)
        previewed = any(batch.preview is not None for batch in found)
        grown = replace(self, found=_without_outdated(found))
        if previewed:
            return grown._with_previews_settled()
        further: dict[SourceId, list[Mention]] = {}
        for mention in (each for batch in batches for each in batch.mentions):
            if mention.source_id is not None:
                further.setdefault(mention.source_id, []).append(mention)
        grown = replace(
            grown,
            mentions={
                **self.mentions,
                **{key: (*self.mentions.get(key, ()), *new) for key, new in further.items()},
            },
        )
        if self.corrections:
            return grown._with_corrections_done()
        self.findings.add_all(batches)
        return replace(grown, findings_version=self.findings_version + 1)

    def set_right(self, corrections: tuple[PlacedCorrection, ...]) -> Self:
        """Return the state with other corrections in the place of these; oldest first."""
        if corrections == self.corrections:
            return self
        return replace(self, corrections=corrections)._with_corrections_done()

    def would_change(self, correction: PlacedCorrection) -> bool:
        """Tell whether anything would be shown otherwise with one more correction."""
        from inquit.service.corrections import action_of, apply_corrections, look_different

        found = self.all_found()
        before = apply_corrections(self.article, found, self.corrections).analysis
        after = apply_corrections(self.article, found, (*self.corrections, correction)).analysis
        action = action_of(correction.correction)
        compare_credit = action is not None and action.credits_by_reader
        return look_different(before, after, compare_credit=compare_credit)

    def keys_of(self, source: Source) -> tuple[SourceKey, ...]:
        """Return what notes on a source hang on: its name, and what it was called before."""
        return (*self._own_keys(source), *self.former_keys.get(source.id, ()))

    @property
    def marked(self) -> bool:
        """Whether anything hangs on this article: a bookmark, a correction, a note."""
        ids = (self.article.id, *self.former)
        on_unnamed = tuple(f"unnamed:{each}#" for each in ids)
        return bool(self.bookmarks or self.corrections) or any(
            note.about.startswith(on_unnamed) for note in self.all_notes
        )

    def annotate(self, held: Annotations) -> Self:
        """Return the state with what the reader wrote in the place of what there was."""
        annotated = replace(
            self,
            former=held.former,
            bookmarks=held.bookmarks,
            all_notes=held.notes,
            notes={note.about: note for note in held.notes},
        )
        return annotated.set_right(held.corrections)

    def _own_keys(self, source: Source) -> tuple[SourceKey, ...]:
        ids = (self.article.id, *self.former)
        now = (source_key(source, each) for each in ids)
        mentions = self.mentions.get(source.id, ())
        earlier = (earlier_keys(source, mentions, self.article, each) for each in ids)
        return tuple(dict.fromkeys((*now, *chain.from_iterable(earlier))))

    def notes_on(self, source: Source) -> tuple[Note, ...]:
        """Return all notes on a source, from whatever article, oldest first."""
        keys = self.keys_of(source)
        return tuple(note for note in self.all_notes if note.about in keys)

    def _with_previews_settled(self) -> Self:
        """Return the state with what is final in the place of what previews showed before."""
        found = self.all_found()
        mentions: dict[SourceId, list[Mention]] = {}
        for mention in found.mentions:
            if mention.source_id is not None:
                mentions.setdefault(mention.source_id, []).append(mention)
        settled = replace(self, mentions={key: tuple(those) for key, those in mentions.items()})
        if self.corrections:
            return settled._with_corrections_done()
        self.findings.replace_all(found)
        return replace(settled, findings_version=self.findings_version + 1)

    def _with_corrections_done(self) -> Self:
        """Return the state with the corrections done to all that is found so far."""
        from inquit.service.corrections import apply_corrections

        found = self.all_found()
        done = apply_corrections(self.article, found, self.corrections, by="you")
        keys: dict[SourceId, tuple[SourceKey, ...]] = {}
        for source in found.sources:
            now = done.merged.get(source.id, source.id)
            keys[now] = (*keys.get(now, ()), *self._own_keys(source))
        self.findings.replace_all(done.analysis, done.to_check.values())
        return replace(
            self,
            orphaned=done.orphaned,
            to_check=done.to_check,
            former_keys=keys,
            findings_version=self.findings_version + 1,
        )

    def all_found(self) -> Analysis:
        """Return all that is found so far, without corrections."""
        return collect(self.article, self.found, engine_version="", model_name="")

    def note_on(self, source: Source | None) -> Note | None:
        """Return the note on a source, from whatever article."""
        if source is None:
            return None
        notes = [self.notes[key] for key in self.keys_of(source) if key in self.notes]
        return max(notes, key=lambda note: note.created, default=None)

    def noted_sources(self) -> frozenset[SourceId]:
        """Return the article's sources that there are notes on."""
        if not self.notes:
            return frozenset()  # the sidebar asks at every batch, and keys take all mentions
        return frozenset(
            source.id
            for source, _ in self.findings.sources()
            if source is not None and self.note_on(source) is not None
        )

    def source_keys(self) -> dict[str, SourceId]:
        """Return the article's sources by what notes on them hang on."""
        sources = [source for source, _ in self.findings.sources() if source is not None]
        keys: dict[str, SourceId] = {
            key: source.id for source in sources for key in self.keys_of(source)
        }
        # The name of one now may be what another was called before.
        return keys | {source_key(each, self.article.id): each.id for each in sources}

    def finding_on(self, span: Span) -> AttributedQuote | None:
        """Return the finding of exactly this passage."""
        return next((each for each in self.findings if each.span == span), None)

    def inquit_at(self, span: Span) -> Span | None:
        """Return the words that say by name who said a passage, where the text has them."""
        finding = self.finding_on(span)
        return None if finding is None else inquit_of(finding.attribution)

    def checks_at(self, span: Span) -> tuple[str, ...]:
        """Return what the corrections say that wait to be confirmed on a passage."""
        if not self.to_check:
            return ()
        from inquit.service.corrections import describe_correction

        return tuple(
            describe_correction(each.correction)
            for each in self.corrections
            if (place := self.to_check.get(each.correction.id)) and place.overlaps(span)
        )

    def bookmark_on(self, span: Span) -> PlacedBookmark | None:
        """Return the bookmark that marks exactly this passage."""
        return next((item for item in self.bookmarks if item.span == span), None)


def _without_outdated(found: Sequence[AnalysisBatch]) -> tuple[AnalysisBatch, ...]:
    """Return batches without the previews that the rest has caught up with."""
    done = max((batch.done for batch in found if batch.preview is None), default=0)
    return tuple(batch for batch in found if batch.preview is None or batch.preview.end > done)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenState:
    """All that the reader's screen shows.

    Attributes:
        colours: how sources look in the theme in use.
        reading: the article that is open, or None where none is.
        notice: what has just happened.
        waiting: what is being waited for.
        filter_query: what is typed into the sidebar's filter.
        folded: the keys of the sources whose quotes the sidebar does not show.
    """

    colours: SourceColours
    reading: Reading | None = None
    notice: str = ""
    waiting: str = ""
    filter_query: str = ""
    folded: frozenset[str] = frozenset()
