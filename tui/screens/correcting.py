"""Setting right what the engine found: corrections made, shown, listed and taken back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual import work

from inquit.correcting import proposals, told
from inquit.correcting.selection import content_of
from inquit.model.annotation import CorrectionId
from inquit.model.correction import PlacedCorrection, Proposal
from inquit.model.quotation import Quote, QuoteType, Source, SourceKind
from inquit.model.span import Span
from tui.correction_choices import (
    UNATTRIBUTED_ROW,
    Here,
    here_in,
    missing_for,
    passage_of,
    source_rows,
    speaker_of,
    value_rows,
)
from tui.screens.annotating import Annotating
from widgets.findings import Finding
from widgets.row_list import Row

_BACK = "; U takes it back"


class Correcting(Annotating):
    """What the reader's screen sets right."""

    @work(group="annotations")
    async def action_set_right(self) -> None:
        """Show what can be set right here, and do what is chosen."""
        from tui.screens.set_right import SetRight

        here = here_in(self.reading, self.selected())
        if here is None:
            return
        menu = SetRight(passage_of(here), missing_for(here))
        chosen = await self.app.push_screen_wait(menu)
        if chosen is not None:
            await self._correct(chosen)

    @work(group="annotations")
    async def action_correct(self, name: str) -> None:
        """Set one thing right; name is that of an entry of the menu."""
        await self._correct(name)

    @work(group="annotations")
    async def action_take_back(self) -> None:
        """Take the last correction of the article back."""
        await self._take_back_last()

    @work(group="annotations")
    async def action_corrections(self) -> None:
        """List the corrections of the article."""
        await self._list()

    def selected(self) -> Span | None:
        """Return what is selected in the article."""
        selection = self.pane.text_selection
        span = self.pane.span_of(selection) if selection is not None else None
        return span if span is not None and len(span) else None

    async def _correct(self, name: str) -> None:
        here = here_in(self.reading, self.selected())
        if here is None:
            return
        if (missing := missing_for(here).get(name)) is not None:
            self.say(f"That {missing}")
            return
        if name in ("undo", "list"):
            await (self._take_back_last() if name == "undo" else self._list())
        elif name in ("add", "ends") and here.selected is not None:
            await (self._add if name == "add" else self._ends)(here, here.selected)
        elif here.finding is not None:
            await self._correct_finding(name, here, here.finding)

    async def _correct_finding(self, name: str, here: Here, finding: Finding) -> None:
        quote, source = finding.quote, finding.source
        if name == "source":
            await self._another_source(here, quote, source)
        elif name == "kind":
            await self._kind(quote)
        elif name == "not-a-quote":
            await self._not_a_quote(quote)
        elif source is not None:
            about: dict[str, Callable[[Here, Quote, Source], Awaitable[None]]] = {
                "merge": self._merge,
                "split": self._split,
                "rename": self._rename,
                "role": self._role,
                "source-kind": self._source_kind,
            }
            await about[name](here, quote, source)

    async def _another_source(self, here: Here, quote: Quote, before: Source | None) -> None:
        rows = [UNATTRIBUTED_ROW, *source_rows(here, self.colours)]
        hint = f"Now: {before.name}" if before is not None else "Now unattributed"
        picked = await self._pick("Who says this?", rows, hint=hint, new="New source", at=before)
        if picked is None:
            return
        key, typed = picked
        if key == UNATTRIBUTED_ROW.key:
            await self._keep(proposals.unattribute(quote, before), "Unattributed")
        elif key is None:
            await self._keep(proposals.attribute_to_new(quote, before, typed), f"Said by {typed}")
        elif (speaker := speaker_of(here, key)) is not None:
            name = speaker.source.name
            await self._keep(proposals.attribute(quote, before, speaker), f"Said by {name}")

    async def _merge(self, here: Here, quote: Quote, source: Source) -> None:
        own, rows = speaker_of(here, source.id), source_rows(here, self.colours, but=source)
        title = f"Merge {source.name} into whom?"
        picked = await self._pick(title, rows, hint="All its quotes go there.")
        into = speaker_of(here, picked[0]) if picked is not None else None
        if own is not None and into is not None:
            message = f"{source.name} merged into {into.source.name}"
            await self._keep(proposals.merge(quote, own, into), message)

    async def _split(self, here: Here, quote: Quote, source: Source) -> None:
        mention = here.finding.attribution.mention if here.finding is not None else None
        text = mention.span.of(here.article.text) if mention is not None else source.name
        hint = f"The other quotes of {source.name} stay where they are."
        name = await self._ask_for("Split off: who is it?", text, hint)
        if name:
            await self._keep(proposals.split_off(quote, source, name), f"{name} split off")

    async def _rename(self, here: Here, quote: Quote, source: Source) -> None:
        own = speaker_of(here, source.id)
        name = await self._ask_for("Rename", source.name, "In this article.")
        if own is not None and name and name != source.name:
            await self._keep(proposals.rename(quote, own, name), f"Renamed: {name}")

    async def _role(self, here: Here, quote: Quote, source: Source) -> None:
        own, role = speaker_of(here, source.id), source.role or ""
        typed = await self._ask_for(f"Role of {source.name}", role, "Empty for none.")
        if own is not None and typed is not None and typed != role:
            message = f"{source.name}: {typed or 'no role'}"
            await self._keep(proposals.set_role(quote, own, typed), message)

    async def _source_kind(self, here: Here, quote: Quote, source: Source) -> None:
        own = speaker_of(here, source.id)
        picked = await self._pick(f"What is {source.name}?", value_rows(SourceKind), at=source.kind)
        if own is not None and picked is not None and picked[0] is not None:
            kind = SourceKind(picked[0])
            await self._keep(
                proposals.set_source_kind(quote, own, kind), f"{source.name}: {kind.value}"
            )

    async def _kind(self, quote: Quote) -> None:
        picked = await self._pick("How is it quoted?", value_rows(QuoteType), at=quote.type)
        if picked is not None and picked[0] is not None:
            kind = QuoteType(picked[0])
            await self._keep(proposals.change_type(quote, kind), f"Now {kind.value}")

    async def _not_a_quote(self, quote: Quote) -> None:
        await self._keep(proposals.not_a_quote(quote), "Not a quote")
        if self.reading is not None and self.reading.finding is None:
            self.reading.resume = quote.span.start

    async def _ends(self, here: Here, selected: Span) -> None:
        content = content_of(here.article.text, selected)
        if here.finding is not None and content is not None:
            await self._keep(proposals.set_ends(here.finding.quote, content[0]), "Other ends")
            self.clear_selection()

    async def _add(self, here: Here, selected: Span) -> None:
        content = content_of(here.article.text, selected)
        if content is None:
            return
        span, kind = content
        rows = [UNATTRIBUTED_ROW, *source_rows(here, self.colours)]
        hint = f"“{span.of(here.article.text)[:200]}”"
        picked = await self._pick("Who says this?", rows, hint=hint, new="New source")
        if picked is None:
            return
        key, typed = picked
        speaker = speaker_of(here, key) if key is not None else typed
        if await self._keep(proposals.add_quote(span, kind, speaker), f"Added, {kind.value}"):
            self.clear_selection()
            self._go_on_at(span)

    async def _pick(
        self,
        title: str,
        rows: list[Row],
        *,
        hint: str = "",
        new: str | None = None,
        at: Source | SourceKind | QuoteType | None = None,
    ) -> tuple[str | None, str] | None:
        """Return the key that was picked and what was typed for a new one; None for neither."""
        from tui.screens.picker import Picker

        key = at.id if isinstance(at, Source) else at.value if at is not None else None
        picked = await self.app.push_screen_wait(Picker(title, rows, hint=hint, new=new, at=key))
        return None if picked is None else (picked.key, picked.typed)

    async def _ask_for(self, title: str, text: str, hint: str) -> str | None:
        from tui.screens.prompt import Prompt

        return await self.app.push_screen_wait(Prompt(title, text, hint=hint))

    async def _keep(self, proposal: Proposal, message: str) -> bool:
        """Keep a correction and show the article with it; tell whether it is on the disk."""
        from inquit.store.making import new_correction

        reading = self.reading
        if reading is None:
            return False
        correction = new_correction(reading.article, proposal)
        done = await self._do(lambda store: store.add_correction(correction))
        # What could not be written is shown all the same: it waits in the store to be.
        await self.fetch_annotations()
        if done:
            self.say(message + _BACK)
        return done

    async def _take_back_last(self) -> None:
        corrections = self.reading.corrections if self.reading is not None else ()
        if not corrections:
            self.say("Nothing was corrected here")
        else:
            await self._take_back(corrections[-1])

    async def _take_back(self, placed: PlacedCorrection) -> None:
        correction = placed.correction
        done = await self._do(lambda store: store.remove_correction(correction.id))
        await self.fetch_annotations()
        if done:
            self.say(f"Taken back: {told(correction)}; u puts it back")

    async def _list(self) -> None:
        """List the corrections; go to the one that is chosen."""
        from tui.screens.corrections import CorrectionsList, Held

        reading = self.reading
        if reading is None:
            return

        async def take_back(correction_id: CorrectionId) -> Held:
            for placed in reading.corrections:
                if placed.correction.id == correction_id:
                    await self._take_back(placed)
            return reading.corrections, reading.orphaned

        held = (reading.corrections, reading.orphaned)
        chosen = await self.app.push_screen_wait(CorrectionsList(held, take_back))
        found = (each for each in reading.corrections if each.correction.id == chosen)
        if (placed := next(found, None)) is None:
            return
        if placed.span is None:
            self.tell_orphaned(placed.correction.target, "Orphaned correction")
        else:
            self.go_to(placed.span)

    def go_to(self, span: Span) -> None:
        """Go to a passage and remember where one was; the screen says how."""
        raise NotImplementedError

    def _go_on_at(self, span: Span) -> None:
        """Make the quote of a passage current where it stands."""
        reading = self.reading
        found = (each for each in reading.findings if each.span == span) if reading else ()
        if (finding := next(iter(found), None)) is not None:
            message = reading.message if reading is not None else ""
            self.make_current(finding.quote.id, reveal=False)
            self.say(message)
