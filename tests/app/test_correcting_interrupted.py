"""Setting right a quote of several pieces: what is told done is done, and nothing else is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inquit.model.quotation import QuoteType, SourceKind
from inquit.store.records.repository import Repository
from tests.app.conftest import desk_in
from tests.app.interrupted import ARTICLE, TEXT, THREE, TWO, analyst, span_of
from tests.app.test_correcting import listed, message, select, typed
from tests.app.test_drafts import notified
from tests.app.test_reader import Reader, reader

QUOTES = [(1, TWO), (2, THREE)]
NOTHING = "Nothing changed: it is so already"


def pieces(at_work: Reader) -> tuple[str, ...]:
    """Return the words of the current quote, a string for each of its spans."""
    spans = at_work.screen.reading.finding.quote.content_spans
    return tuple(span.of(TEXT) for span in spans)


def held(folder) -> int:
    with Repository.open(folder / "data") as store:
        return len(store.corrections())


@pytest.mark.parametrize(("steps", "whole"), QUOTES)
async def test_ends_leave_the_selected_piece_and_are_told_only_once_done(
    tmp_path, steps, whole
) -> None:
    async with reader(desk_in(tmp_path, analyst()), ARTICLE, size=(140, 30)) as at_work:
        await at_work.press(*"n" * steps)
        assert pieces(at_work) == whole
        await select(at_work, whole[0])
        await at_work.press("c", "e")
        assert pieces(at_work) == whole[:1]
        assert message(at_work) == "Other ends; U takes it back"
        await select(at_work, whole[0])
        await at_work.press("c", "e")
        assert message(at_work) == NOTHING
        await at_work.press("U")
        assert pieces(at_work) == whole
    assert held(tmp_path) == 0


async def test_ends_over_several_pieces_keep_the_inquit_out(tmp_path) -> None:
    async with reader(desk_in(tmp_path, analyst()), ARTICLE, size=(140, 30)) as at_work:
        await at_work.press("n", "n")
        await select(at_work, "ried,” said Gina Mason, “and we fai")
        await at_work.press("c", "e")
        assert pieces(at_work) == ("tried", "and we failed")


async def test_a_selection_elsewhere_sets_no_ends_and_says_so(tmp_path) -> None:
    async with reader(desk_in(tmp_path, analyst()), ARTICLE, size=(140, 30)) as at_work:
        await at_work.press("n", "n")
        await select(at_work, "It is open")
        await at_work.press("c", "e")
        assert message(at_work).startswith("The selection has none of the current quote's words")
        assert pieces(at_work) == THREE
    assert held(tmp_path) == 0


@pytest.mark.parametrize(("steps", "whole"), QUOTES)
async def test_everything_else_that_is_set_right_is_done_to_the_whole_quote(
    tmp_path, steps, whole
) -> None:
    async with reader(desk_in(tmp_path, analyst()), ARTICLE, size=(140, 30)) as at_work:
        await at_work.press(*"n" * steps)

        async def fix(*keys: str) -> None:
            await at_work.press("c", *keys)
            assert message(at_work).endswith("; U takes it back")
            assert pieces(at_work) == whole

        await fix("s", *typed("Eve Moxu"), "enter")
        assert at_work.screen.reading.finding.source.name == "Eve Moxu"
        await fix("r", "ctrl+u", *typed("Eva"), "enter")
        assert at_work.screen.reading.finding.source.name == "Eva"
        await fix("l", *typed("clerk"), "enter")
        assert at_work.screen.reading.finding.source.role == "clerk"
        await fix("w", *typed("org"), "enter")
        assert at_work.screen.reading.finding.source.kind is SourceKind.ORGANISATION
        await fix("t", *typed("indi"), "enter")
        assert at_work.screen.reading.finding.quote.type is QuoteType.INDIRECT
        await fix("o", "ctrl+u", *typed("Ivo"), "enter")
        assert at_work.screen.reading.finding.source.name == "Ivo"
        await fix("m", *typed("police"), "enter")
        assert at_work.screen.reading.finding.source.name == "Police"
        await fix("s", "ctrl+u", *typed("unattr"), "enter")
        assert at_work.screen.reading.finding.source is None
        await at_work.press("c", "x")
        assert message(at_work) == "Not a quote; U takes it back"
        spans = [quote.span for quote in at_work.screen.reading.findings]
        assert span_of(whole[0]).start not in [span.start for span in spans]
    assert held(tmp_path) == 9


@pytest.mark.parametrize(
    "keys",
    [
        ("r", "enter"), ("l", "enter"), ("w", *typed("person"), "enter"),
        ("t", *typed("direct"), "enter"),
    ],
)  # fmt: skip
async def test_what_is_so_already_is_not_told_as_done(tmp_path, keys) -> None:
    async with reader(desk_in(tmp_path, analyst()), ARTICLE, size=(140, 30)) as at_work:
        await at_work.press("n", "c", *keys)
        assert message(at_work) == NOTHING
        assert at_work.screen.reading.corrections == ()
    assert held(tmp_path) == 0


async def test_a_quote_that_is_there_already_is_not_added_again(tmp_path) -> None:
    async with reader(desk_in(tmp_path, analyst()), ARTICLE, size=(140, 30)) as at_work:
        selected = "“It was in a drawer,” Mona Cook said. “Nobody can now say where.”"
        await select(at_work, selected)
        await at_work.press("c", "a", *typed("cook"), "enter")
        assert message(at_work).startswith("Added")
        assert pieces(at_work) == ("It was in a drawer,", "Nobody can now say where.")
        await select(at_work, selected)
        await at_work.press("c", "a", *typed("cook"), "enter")
        assert message(at_work) == NOTHING
    assert held(tmp_path) == 1


def sources(at_work: Reader) -> list[str | None]:
    found = at_work.screen.reading.findings
    return [finding.source.name if finding.source else None for finding in found]


async def test_one_correction_credits_every_quote_worded_so_and_is_taken_back_as_one(
    tmp_path,
) -> None:
    async with reader(desk_in(tmp_path, analyst()), ARTICLE, size=(140, 30)) as at_work:
        before = sources(at_work)
        assert before == ["Mona Cook", "Gina Mason", "Police", "Police"]
        await at_work.press("n", "n", "n", "c", "S")
        assert "Who is every “Police” here?" in str(
            at_work.app.screen.query_one("Vertical").border_title
        )
        await at_work.press(*typed("cook"), "enter")
        assert message(at_work) == "Said by Mona Cook: 2 quotes; U takes it back"
        assert sources(at_work) == ["Mona Cook", "Gina Mason", "Mona Cook", "Mona Cook"]
        assert len(at_work.screen.reading.corrections) == 1
        await at_work.press("U")
        assert sources(at_work) == before


async def test_every_quote_worded_so_is_not_offered_where_there_is_but_one(tmp_path) -> None:
    async with reader(desk_in(tmp_path, analyst()), ARTICLE, size=(140, 30)) as at_work:
        await at_work.press("n", "c", "S")
        assert notified(at_work)[-1] == ("That needs another quote with its source worded so")
        assert at_work.screen.reading.corrections == ()


async def test_merge_lists_begin_with_the_likest_name_and_merge_either_way(tmp_path) -> None:
    async with reader(desk_in(tmp_path, analyst()), ARTICLE, size=(140, 30)) as at_work:
        await at_work.press("n", "n", "n", "c", "r", "ctrl+u", *typed("Ms Mason"), "enter")
        await at_work.press("c", "m")
        assert listed(at_work)[0] == "Gina Mason"
        await at_work.press("escape", "c", "M")
        assert listed(at_work) == ["Gina Mason", "Mona Cook"]
        await at_work.press("enter")
        assert message(at_work) == "Gina Mason merged into Ms Mason; U takes it back"
        assert sources(at_work) == ["Mona Cook", "Ms Mason", "Ms Mason", "Ms Mason"]
        assert pieces(at_work) == ("The bill", "was paid")
        await at_work.press("U")
        assert sources(at_work) == ["Mona Cook", "Gina Mason", "Ms Mason", "Ms Mason"]


async def test_ends_taken_over_an_inquit_to_the_next_piece_keep_the_inquit_out(tmp_path) -> None:
    async with reader(desk_in(tmp_path, analyst()), ARTICLE, size=(140, 30)) as at_work:
        await at_work.press("n")
        await select(at_work, "It was in a drawer")
        await at_work.press("c", "e")
        assert pieces(at_work) == ("It was in a drawer",)
        await select(at_work, "drawer,” Mona Cook said. “Nobody can")
        await at_work.press("c", "e")
        assert message(at_work) == "Other ends; U takes it back"
        assert pieces(at_work) == ("drawer,", "Nobody can")
        await select(at_work, "drawer,” Mona Cook said. “Nobody can")
        await at_work.press("c", "e")
        assert message(at_work) == NOTHING
    assert held(tmp_path) == 2


async def test_a_quote_added_from_the_middle_of_two_pieces_keeps_the_inquit_out(tmp_path) -> None:
    async with reader(desk_in(tmp_path, analyst()), ARTICLE, size=(140, 30)) as at_work:
        await select(at_work, "was in a drawer,” Mona Cook said. “Nobody can now")
        await at_work.press("c", "a", *typed("cook"), "enter")
        assert message(at_work) == "Added, direct; U takes it back"
        assert pieces(at_work) == ("was in a drawer,", "Nobody can now")
        assert at_work.screen.reading.finding.quote.type is QuoteType.DIRECT


async def test_an_inquit_alone_is_no_quote_to_add_and_says_why(tmp_path) -> None:
    async with reader(desk_in(tmp_path, analyst()), ARTICLE, size=(140, 30)) as at_work:
        await select(at_work, ",” Mona Cook said. “")
        await at_work.press("c", "a")
        assert message(at_work) == (
            "Only what stands between two quotations is selected: select words of one of them"
        )
    assert held(tmp_path) == 0


async def test_quotes_that_are_counted_before_all_is_analysed_are_so_many_so_far(tmp_path) -> None:
    async with reader(desk_in(tmp_path, analyst()), ARTICLE, size=(140, 30)) as at_work:
        at_work.screen.view.show_reading(replace(at_work.screen.reading, analysed=0.5))
        await at_work.press("n", "n", "n", "c", "S", *typed("cook"), "enter")
        assert message(at_work) == "Said by Mona Cook: 2 quotes so far; U takes it back"
