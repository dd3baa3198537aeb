"""What is being read: the article, what is found in it, where one is, what one wrote about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from inquit.model.annotation import CorrectionId, Note, SourceKey, source_key
from inquit.model.article import Article, ArticleId
from inquit.model.batch import AnalysisBatch, collect
from inquit.model.correction import PlacedCorrection
from inquit.model.inquit import inquit_of
from inquit.model.quotation import Analysis, QuoteId, Source, SourceId
from inquit.model.span import Span
from widgets.attributed_quotes import AttributedQuote, AttributedQuotes
from widgets.sidebar_rows import PlacedBookmark

if TYPE_CHECKING:
    from tui.reader.annotations import Annotations


@dataclass(slots=True, kw_only=True)
class Reading:
    """The state of one article on the screen.

    Attributes:
        article: the article.
        findings: what is found in it so far, with what the reader set right.
        found: the same as the engine found it.
        corrections: what the reader set right, oldest first.
        orphaned: those of the corrections that could not be done.
        to_check: those that wait until the reader confirms them, each with where it would be.
        current: the quote that is current.
        analysed: how much is analysed, from 0 to 1, or None where that is done.
        bookmarks: the article's bookmarks.
        all_notes: all notes, in the order in which they were written.
        notes: the last note on each source, by what it is about.
        message: what has just happened.
        former_keys: by source, what notes on it hang on under the names that it had before.
        former: what the article's file was known by before it was moved.
        kept: whether the article's text is kept, or does not need to be.
        resume: where to go on from while no quote is current.
    """

    article: Article
    findings: AttributedQuotes = field(default_factory=AttributedQuotes)
    found: list[AnalysisBatch] = field(default_factory=list)
    corrections: tuple[PlacedCorrection, ...] = ()
    orphaned: frozenset[CorrectionId] = frozenset()
    to_check: Mapping[CorrectionId, Span] = field(default_factory=dict)
    current: QuoteId | None = None
    analysed: float | None = 0.0
    bookmarks: tuple[PlacedBookmark, ...] = ()
    all_notes: tuple[Note, ...] = ()
    notes: Mapping[SourceKey, Note] = field(default_factory=dict)
    message: str = ""
    former_keys: dict[SourceId, list[SourceKey]] = field(default_factory=dict)
    former: tuple[ArticleId, ...] = ()
    kept: bool = False
    resume: int | None = None

    @property
    def finding(self) -> AttributedQuote | None:
        """The current finding."""
        return self.findings.get(self.current)

    def take_in(self, batches: Iterable[AnalysisBatch]) -> None:
        """Take in what was found in further stretches."""
        batches = tuple(batches)
        self.found.extend(batches)
        if self.corrections:
            self._lay_over()
        else:
            self.findings.add_all(batches)

    def set_right(self, corrections: tuple[PlacedCorrection, ...]) -> None:
        """Take the corrections in the place of those that there were; oldest first."""
        if corrections != self.corrections:
            self.corrections = corrections
            self._lay_over()

    def would_change(self, correction: PlacedCorrection) -> bool:
        """Tell whether anything would be shown otherwise with one more correction."""
        from inquit.correcting import apply_corrections
        from inquit.correcting.actions import action_of
        from inquit.correcting.comparison import look_different

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

    def annotate(self, held: Annotations) -> None:
        """Take what the reader wrote in the place of what there was."""
        self.former = held.former
        self.bookmarks, self.all_notes = held.bookmarks, held.notes
        self.set_right(held.corrections)
        self.notes = {note.about: note for note in held.notes}

    def _own_keys(self, source: Source) -> tuple[SourceKey, ...]:
        ids = (self.article.id, *self.former)
        return tuple(dict.fromkeys(source_key(source, each) for each in ids))

    def notes_on(self, source: Source) -> tuple[Note, ...]:
        """Return all notes on a source, from whatever article, oldest first."""
        keys = self.keys_of(source)
        return tuple(note for note in self.all_notes if note.about in keys)

    def _lay_over(self) -> None:
        """Lay the corrections over all that is found so far."""
        from inquit.correcting import apply_corrections

        found = self.all_found()
        done = apply_corrections(self.article, found, self.corrections, by="you")
        self.orphaned, self.to_check = done.orphaned, done.to_check
        self.former_keys = {}
        for source in found.sources:
            now = done.merged.get(source.id, source.id)
            self.former_keys.setdefault(now, []).extend(self._own_keys(source))
        self.findings.replace_all(done.analysis, done.to_check.values())

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
        return frozenset(
            source.id
            for source, _ in self.findings.sources()
            if source is not None and self.note_on(source) is not None
        )

    def source_keys(self) -> dict[str, SourceId]:
        """Return the article's sources by what notes on them hang on."""
        return {
            key: source.id
            for source, _ in self.findings.sources()
            if source is not None
            for key in self.keys_of(source)
        }

    def inquit_at(self, span: Span) -> Span | None:
        """Return the words that say by name who said a passage, where the text has them."""
        found = (each for each in self.findings if each.span == span)
        finding = next(found, None)
        return None if finding is None else inquit_of(finding.attribution)

    def checks_at(self, span: Span) -> tuple[str, ...]:
        """Return what the corrections say that wait to be confirmed on a passage."""
        if not self.to_check:
            return ()
        from inquit.correcting import describe_correction

        return tuple(
            describe_correction(each.correction)
            for each in self.corrections
            if (place := self.to_check.get(each.correction.id)) and place.overlaps(span)
        )

    def bookmark_on(self, span: Span) -> PlacedBookmark | None:
        """Return the bookmark that marks exactly this passage."""
        return next((item for item in self.bookmarks if item.span == span), None)
