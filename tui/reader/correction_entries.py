"""The corrections that the menu offers: what each needs, and what it asks for.

A new kind of correction takes an action of `inquit.correcting.actions`, an entry here, and a row
in the table of commands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inquit.model.quotation import Quote, QuoteType, Source, SourceKind, quote_id
from inquit.model.quoted_words import format_quote_beginning
from inquit.service.proposals import (
    AddQuote,
    Attribute,
    ChangeBounds,
    ChangeRole,
    ChangeSourceKind,
    ChangeType,
    MergeSources,
    NotAQuote,
    RenameSource,
    SplitSource,
    Unattribute,
    content_from_selection,
    content_within_selection,
    cover_wording,
    has_words,
)
from tui.reader.correction_context import (
    UNATTRIBUTED_ROW,
    CorrectionContext,
    first_quote_of,
    merge_rows,
    needs_others_alike,
    needs_quote,
    needs_selection,
    needs_selection_and_quote,
    needs_source,
    quotes_worded_alike,
    source_rows,
    speaker_of,
    value_rows,
    words_for_current_source,
)
from tui.reader.correction_questions import Answer, PickQuestion, Question, TypeQuestion

if TYPE_CHECKING:
    from tui.dialogs.picker import Picked
    from widgets.source_colours import SourceColours

_WORDS = 200
"""Code points of a quote that a question shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionEntry:
    """An entry of the menu of corrections.

    Attributes:
        name: what the row of it in the table of commands is called, after `correct.`.
        find_missing: tells what must be there first and is not, as in "needs a selection".
        ask: returns what to ask.
    """

    name: str
    find_missing: Callable[[CorrectionContext], str | None]
    ask: Callable[[CorrectionContext, SourceColours], Question]


_NO_WORDS_OF_A_QUOTATION = (
    "Only what stands between two quotations is selected: select words of one of them"
)
_NOTHING_SELECTED = "Select some words first (v, or the mouse)"
_NO_SUCH_QUOTE = "Go to a quote first (n)"


def missing_for(context: CorrectionContext) -> Mapping[str, str]:
    """Return by the names of the menu's entries what must be there first and is not."""
    missing = {entry.name: entry.find_missing(context) for entry in CORRECTION_ENTRIES}
    if not context.corrections:
        missing |= dict.fromkeys(("undo", "list"), "needs a correction")
    return {name: words for name, words in missing.items() if words is not None}


def question_for(name: str, context: CorrectionContext, colours: SourceColours) -> Question:
    """Return what to ask before correcting something.

    Args:
        name: the name of the menu's entry.
        context: where the reader is.
        colours: the colours of the sources.
    """
    entry = next((each for each in CORRECTION_ENTRIES if each.name == name), None)
    return _NO_SUCH_QUOTE if entry is None else entry.ask(context, colours)


def _ask_source(context: CorrectionContext, colours: SourceColours) -> Question:
    return _ask_who(context, colours, every=False)


def _ask_source_of_every(context: CorrectionContext, colours: SourceColours) -> Question:
    return _ask_who(context, colours, every=True)


def _ask_who(context: CorrectionContext, colours: SourceColours, *, every: bool) -> Question:
    """Ask who says the current quote, or with every all whose source is worded alike."""
    if context.finding is None:
        return _NO_SUCH_QUOTE
    quote, before = context.finding.quote, context.finding.source
    words = words_for_current_source(context)
    count = len(quotes_worded_alike(context)) if every else 0
    alike = f"{count} quotes{'' if context.complete else ' so far'}"

    def answer(picked: Picked) -> Answer | None:
        if picked.key == UNATTRIBUTED_ROW.key:
            proposal, message = Unattribute.propose(quote, before), "Unattributed"
        elif picked.key is None:
            proposal = Attribute.propose_new(quote, before, picked.typed)
            message = f"Said by {picked.typed}"
        elif (speaker := speaker_of(context, picked.key)) is not None:
            proposal = Attribute.propose(quote, before, speaker)
            message = f"Said by {speaker.source.name}"
        else:
            return None
        if words is not None:
            proposal = cover_wording(proposal, words, every=every)
        return Answer(proposal=proposal, message=f"{message}: {alike}" if every else message)

    now = f"Now: {before.name}" if before is not None else "Now unattributed"
    return PickQuestion(
        title=f"Who is every “{words}” here?" if every else "Who says this?",
        rows=[UNATTRIBUTED_ROW, *source_rows(context, colours)],
        answer=answer,
        hint=f"{alike}. {now}" if every else now,
        new="New source",
        at=before.id if before is not None else None,
    )


def _ask_new_quote(context: CorrectionContext, colours: SourceColours) -> Question:
    text, selected = context.article.text, context.selected
    if selected is None or not has_words(text, selected):
        return _NOTHING_SELECTED
    if (content := content_from_selection(text, selected)) is None:
        return _NO_WORDS_OF_A_QUOTATION
    parts, kind = content

    def answer(picked: Picked) -> Answer:
        new = picked.key is None
        speaker = picked.typed if new else speaker_of(context, picked.key)
        proposal = AddQuote.propose(parts, kind, speaker)
        return Answer(proposal=proposal, message=f"Added, {kind.value}")

    name = quote_id(context.article.text_digest, parts[0])
    quote = Quote(id=name, type=kind, content_spans=parts)
    return PickQuestion(
        title="Who says this?",
        rows=[UNATTRIBUTED_ROW, *source_rows(context, colours)],
        answer=answer,
        hint=format_quote_beginning(text, quote, _WORDS),
        new="New source",
    )


def _ask_merge(context: CorrectionContext, colours: SourceColours) -> Question:
    return _ask_other_source(context, colours, current_into_other=True)


def _ask_merge_here(context: CorrectionContext, colours: SourceColours) -> Question:
    return _ask_other_source(context, colours, current_into_other=False)


def _ask_other_source(
    context: CorrectionContext, colours: SourceColours, *, current_into_other: bool
) -> Question:
    """Ask which source to merge the current one into, or which one to merge into it."""
    if context.finding is None or (source := context.finding.source) is None:
        return _NO_SUCH_QUOTE
    quote, own = context.finding.quote, speaker_of(context, source.id)

    def answer(picked: Picked) -> Answer | None:
        other, of_other = speaker_of(context, picked.key), first_quote_of(context, picked.key)
        if own is None or other is None or of_other is None:
            return None
        if current_into_other:
            proposal, one, into = MergeSources.propose(quote, own, other), own, other
        else:
            proposal, one, into = MergeSources.propose(of_other, other, own), other, own
        message = f"{one.source.name} merged into {into.source.name}"
        return Answer(proposal=proposal, message=message)

    into_other, into_own = f"Merge {source.name} into whom?", f"Merge whom into {source.name}?"
    return PickQuestion(
        title=into_other if current_into_other else into_own,
        rows=merge_rows(context, colours, source),
        answer=answer,
        hint="All its quotes go there.",
    )


def _about_source(
    ask: Callable[[CorrectionContext, Quote, Source], Question],
) -> Callable[[CorrectionContext, SourceColours], Question]:
    """Return what asks about the current quote's source, if there is one."""

    def ask_in(context: CorrectionContext, _: SourceColours) -> Question:
        if context.finding is None or context.finding.source is None:
            return _NO_SUCH_QUOTE
        return ask(context, context.finding.quote, context.finding.source)

    return ask_in


def _ask_split(context: CorrectionContext, quote: Quote, source: Source) -> Question:
    def answer(name: str) -> Answer | None:
        if not name:
            return None
        proposal = SplitSource.propose(quote, source, name)
        return Answer(proposal=proposal, message=f"{name} split off")

    mention = context.finding.attribution.mention if context.finding is not None else None
    return TypeQuestion(
        title="Split off: who is it?",
        text=mention.span.of(context.article.text) if mention is not None else source.name,
        answer=answer,
        hint=f"The other quotes of {source.name} stay where they are.",
        replaced=True,
    )


def _ask_name(context: CorrectionContext, quote: Quote, source: Source) -> Question:
    own = speaker_of(context, source.id)

    def answer(name: str) -> Answer | None:
        if own is None or name in ("", source.name):
            return None
        proposal = RenameSource.propose(quote, own, name)
        return Answer(proposal=proposal, message=f"Renamed: {name}")

    return TypeQuestion(
        title="Rename", text=source.name, answer=answer, hint="In this article.", replaced=True
    )


def _ask_role(context: CorrectionContext, quote: Quote, source: Source) -> Question:
    own, role = speaker_of(context, source.id), source.role or ""

    def answer(typed: str) -> Answer | None:
        if own is None or typed == role:
            return None
        message = f"{source.name}: {typed or 'no role'}"
        return Answer(proposal=ChangeRole.propose(quote, own, typed), message=message)

    return TypeQuestion(
        title=f"Role of {source.name}", text=role, answer=answer, hint="Empty for none."
    )


def _ask_source_kind(context: CorrectionContext, quote: Quote, source: Source) -> Question:
    own = speaker_of(context, source.id)

    def answer(picked: Picked) -> Answer | None:
        if own is None or picked.key is None:
            return None
        kind = SourceKind(picked.key)
        proposal = ChangeSourceKind.propose(quote, own, kind)
        return Answer(proposal=proposal, message=f"{source.name}: {kind.value}")

    return PickQuestion(
        title=f"What is {source.name}?",
        rows=value_rows(SourceKind),
        answer=answer,
        at=source.kind.value,
    )


def _ask_type(context: CorrectionContext, _: SourceColours) -> Question:
    if context.finding is None:
        return _NO_SUCH_QUOTE
    quote = context.finding.quote

    def answer(picked: Picked) -> Answer | None:
        if picked.key is None:
            return None
        kind = QuoteType(picked.key)
        return Answer(proposal=ChangeType.propose(quote, kind), message=f"Now {kind.value}")

    return PickQuestion(
        title="How is it quoted?", rows=value_rows(QuoteType), answer=answer, at=quote.type.value
    )


def _drop_quote(context: CorrectionContext, _: SourceColours) -> Question:
    if context.finding is None:
        return _NO_SUCH_QUOTE
    return Answer(proposal=NotAQuote.propose(context.finding.quote), message="Not a quote")


def _take_bounds(context: CorrectionContext, _: SourceColours) -> Question:
    if context.finding is None:
        return _NO_SUCH_QUOTE
    if context.selected is None:
        return _NOTHING_SELECTED
    quote = context.finding.quote
    content = content_within_selection(context.article.text, quote, context.selected)
    if content is None:
        return "The selection has none of the current quote's words: go to its quote first (n)"
    return Answer(proposal=ChangeBounds.propose(quote, content), message="Other ends")


CORRECTION_ENTRIES = (
    CorrectionEntry(name="source", find_missing=needs_quote, ask=_ask_source),
    CorrectionEntry(name="every-source", find_missing=needs_others_alike, ask=_ask_source_of_every),
    CorrectionEntry(name="merge", find_missing=needs_source, ask=_ask_merge),
    CorrectionEntry(name="merge-here", find_missing=needs_source, ask=_ask_merge_here),
    CorrectionEntry(name="split", find_missing=needs_source, ask=_about_source(_ask_split)),
    CorrectionEntry(name="rename", find_missing=needs_source, ask=_about_source(_ask_name)),
    CorrectionEntry(name="role", find_missing=needs_source, ask=_about_source(_ask_role)),
    CorrectionEntry(
        name="source-kind", find_missing=needs_source, ask=_about_source(_ask_source_kind)
    ),
    CorrectionEntry(name="kind", find_missing=needs_quote, ask=_ask_type),
    CorrectionEntry(name="not-a-quote", find_missing=needs_quote, ask=_drop_quote),
    CorrectionEntry(name="ends", find_missing=needs_selection_and_quote, ask=_take_bounds),
    CorrectionEntry(name="add", find_missing=needs_selection, ask=_ask_new_quote),
)
"""What is behind the rows of the menu."""
