"""What is asked before something is set right, and what the answer comes to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from inquit.correcting import proposals
from inquit.correcting.ends import ends_of
from inquit.correcting.quoted_stretches import has_words
from inquit.correcting.selection import content_of
from inquit.model.correction import Proposal
from inquit.model.quotation import Quote, QuoteType, Source, SourceKind, quote_id
from inquit.model.quoted_words import printed_beginning
from tui.dialogs.picker import Picked, Picker
from tui.dialogs.prompt import Prompt
from tui.reader.correction_choices import (
    UNATTRIBUTED_ROW,
    Here,
    first_quote_of,
    merge_rows,
    source_rows,
    speaker_of,
    value_rows,
    worded_alike,
    wording_here,
)
from widgets.source_colours import SourceColours

_WORDS = 200
"""Code points of a quote that a question shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What to correct and what to say once it is."""

    proposal: Proposal
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picking:
    """A picker, and what comes of what is picked."""

    screen: Picker
    answer: Callable[[Picked], Answer | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompting:
    """A field, and what comes of what is typed."""

    screen: Prompt
    answer: Callable[[str], Answer | None]


Question = Picking | Prompting | Answer | str
"""What is to be asked; an answer where nothing is, words on why where nothing can be set right."""

_NOTHING_SELECTED = "Select some words first (v, or the mouse)"
_NO_WORDS_OF_A_QUOTATION = (
    "Only what stands between two quotations is selected: select words of one of them"
)
_NO_SUCH_QUOTE = "Go to a quote first (n)"


def question_for(name: str, here: Here, colours: SourceColours) -> Question:
    """Return what is to be asked.

    Args:
        name: what is to be set right, as the menu calls it.
        here: where one is.
        colours: how sources look.
    """
    if name == "add":
        return _add(here, colours)
    if here.finding is None:
        return _NO_SUCH_QUOTE
    quote, source = here.finding.quote, here.finding.source
    if name in ("source", "every-source"):
        return _source(here, colours, quote, source, every=name == "every-source")
    if name in ("merge", "merge-here") and source is not None:
        return _merge(here, colours, quote, source, here_into=name == "merge")
    if source is not None and (about_source := _ABOUT_SOURCES.get(name)) is not None:
        return about_source(here, quote, source)
    about_quote = _ABOUT_QUOTES.get(name)
    return about_quote(here, quote) if about_quote is not None else _NO_SUCH_QUOTE


def _source(
    here: Here, colours: SourceColours, quote: Quote, before: Source | None, *, every: bool
) -> Question:
    words = wording_here(here)
    alike = f"{len(worded_alike(here))} quotes{'' if here.complete else ' so far'}" if every else ""

    def answer(picked: Picked) -> Answer | None:
        if picked.key == UNATTRIBUTED_ROW.key:
            proposal, message = proposals.unattribute(quote, before), "Unattributed"
        elif picked.key is None:
            proposal = proposals.attribute_to_new(quote, before, picked.typed)
            message = f"Said by {picked.typed}"
        elif (speaker := speaker_of(here, picked.key)) is not None:
            proposal = proposals.attribute(quote, before, speaker)
            message = f"Said by {speaker.source.name}"
        else:
            return None
        if words is not None:
            proposal = proposals.worded(proposal, words, every=every)
        return Answer(proposal=proposal, message=f"{message}: {alike}" if every else message)

    hint = f"Now: {before.name}" if before is not None else "Now unattributed"
    title = "Who says this?"
    if every:
        title, hint = f"Who is every “{words}” here?", f"{alike}. {hint}"
    rows = [UNATTRIBUTED_ROW, *source_rows(here, colours)]
    at = before.id if before is not None else None
    return Picking(screen=Picker(title, rows, hint=hint, new="New source", at=at), answer=answer)


def _add(here: Here, colours: SourceColours) -> Question:
    text, selected = here.article.text, here.selected
    if selected is None or not has_words(text, selected):
        return _NOTHING_SELECTED
    if (content := content_of(text, selected)) is None:
        return _NO_WORDS_OF_A_QUOTATION
    parts, kind = content

    def answer(picked: Picked) -> Answer:
        new = picked.key is None
        speaker = picked.typed if new else speaker_of(here, picked.key)
        proposal = proposals.add_quote(parts, kind, speaker)
        return Answer(proposal=proposal, message=f"Added, {kind.value}")

    rows = [UNATTRIBUTED_ROW, *source_rows(here, colours)]
    quote = Quote(id=quote_id(here.article.text_digest, parts[0]), type=kind, content_spans=parts)
    hint = printed_beginning(text, quote, _WORDS)
    screen = Picker("Who says this?", rows, hint=hint, new="New source")
    return Picking(screen=screen, answer=answer)


def _merge(
    here: Here, colours: SourceColours, quote: Quote, source: Source, *, here_into: bool
) -> Question:
    """Ask for the source to merge the current one into, or without here_into for the reverse."""
    own = speaker_of(here, source.id)

    def answer(picked: Picked) -> Answer | None:
        other, of_other = speaker_of(here, picked.key), first_quote_of(here, picked.key)
        if own is None or other is None or of_other is None:
            return None
        if here_into:
            proposal, one, into = proposals.merge(quote, own, other), own, other
        else:
            proposal, one, into = proposals.merge(of_other, other, own), other, own
        message = f"{one.source.name} merged into {into.source.name}"
        return Answer(proposal=proposal, message=message)

    title = f"Merge {source.name} into whom?" if here_into else f"Merge whom into {source.name}?"
    rows = merge_rows(here, colours, source)
    return Picking(screen=Picker(title, rows, hint="All its quotes go there."), answer=answer)


def _split(here: Here, quote: Quote, source: Source) -> Question:
    def answer(name: str) -> Answer | None:
        if not name:
            return None
        return Answer(
            proposal=proposals.split_off(quote, source, name), message=f"{name} split off"
        )

    mention = here.finding.attribution.mention if here.finding is not None else None
    text = mention.span.of(here.article.text) if mention is not None else source.name
    hint = f"The other quotes of {source.name} stay where they are."
    screen = Prompt("Split off: who is it?", text, hint=hint, replaced=True)
    return Prompting(screen=screen, answer=answer)


def _rename(here: Here, quote: Quote, source: Source) -> Question:
    own = speaker_of(here, source.id)

    def answer(name: str) -> Answer | None:
        if own is None or name in ("", source.name):
            return None
        return Answer(proposal=proposals.rename(quote, own, name), message=f"Renamed: {name}")

    return Prompting(
        screen=Prompt("Rename", source.name, hint="In this article.", replaced=True), answer=answer
    )


def _role(here: Here, quote: Quote, source: Source) -> Question:
    own, role = speaker_of(here, source.id), source.role or ""

    def answer(typed: str) -> Answer | None:
        if own is None or typed == role:
            return None
        message = f"{source.name}: {typed or 'no role'}"
        return Answer(proposal=proposals.set_role(quote, own, typed), message=message)

    screen = Prompt(f"Role of {source.name}", role, hint="Empty for none.")
    return Prompting(screen=screen, answer=answer)


def _source_kind(here: Here, quote: Quote, source: Source) -> Question:
    own = speaker_of(here, source.id)

    def answer(picked: Picked) -> Answer | None:
        if own is None or picked.key is None:
            return None
        kind = SourceKind(picked.key)
        message = f"{source.name}: {kind.value}"
        return Answer(proposal=proposals.set_source_kind(quote, own, kind), message=message)

    screen = Picker(f"What is {source.name}?", value_rows(SourceKind), at=source.kind.value)
    return Picking(screen=screen, answer=answer)


def _kind(here: Here, quote: Quote) -> Question:  # noqa: ARG001 - as every question about a quote
    def answer(picked: Picked) -> Answer | None:
        if picked.key is None:
            return None
        kind = QuoteType(picked.key)
        return Answer(proposal=proposals.change_type(quote, kind), message=f"Now {kind.value}")

    screen = Picker("How is it quoted?", value_rows(QuoteType), at=quote.type.value)
    return Picking(screen=screen, answer=answer)


def _not_a_quote(here: Here, quote: Quote) -> Question:  # noqa: ARG001 - as every one about a quote
    return Answer(proposal=proposals.not_a_quote(quote), message="Not a quote")


def _ends(here: Here, quote: Quote) -> Question:
    if here.selected is None:
        return _NOTHING_SELECTED
    content = ends_of(here.article.text, quote, here.selected)
    if content is None:
        return "The selection has none of the current quote's words: go to its quote first (n)"
    return Answer(proposal=proposals.set_ends(quote, content), message="Other ends")


_ABOUT_QUOTES: dict[str, Callable[[Here, Quote], Question]] = {
    "kind": _kind,
    "not-a-quote": _not_a_quote,
    "ends": _ends,
}
_ABOUT_SOURCES: dict[str, Callable[[Here, Quote, Source], Question]] = {
    "split": _split,
    "rename": _rename,
    "role": _role,
    "source-kind": _source_kind,
}
