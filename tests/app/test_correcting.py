"""Setting right what the engine found, in the reader."""

from __future__ import annotations

import dataclasses

import pytest
from textual import events

from inquit.correcting.actions import AddQuote, Attribute, NotAQuote, Unattribute
from inquit.errors import StoreWriteError
from inquit.model.quotation import READER, Quote, QuoteType, quote_id
from inquit.model.span import Span
from inquit.store.records.record_factory import new_correction
from inquit.store.records.repository import Repository
from tests.app.conftest import TEXT, article_of, whole_batch
from tests.app.test_drafts import notified, until
from tests.app.test_reader import Reader, reader
from tui.reader.controllers import store_monitor as watching
from widgets.row_list import RowList


def typed(words: str) -> list[str]:
    return ["space" if letter == " " else letter for letter in words]


def listed(at_work: Reader) -> list[str]:
    """Return the rows of the dialog on top."""
    return [row.text for row in at_work.app.screen.query_one(RowList).rows]


def said_by(at_work: Reader) -> list[str | None]:
    reading = at_work.screen.reading
    return [finding.source.name if finding.source else None for finding in reading.findings]


def message(at_work: Reader) -> str:
    return at_work.screen.panes.status.status.message


async def select(at_work: Reader, words: str) -> None:
    """Select some words of the first screen with the mouse."""
    pane = at_work.screen.panes.text
    row = next(n for n, line in enumerate(at_work.lines()) if words in line)
    column = at_work.lines()[row].index(words)
    top, left = pane.region.y + pane.gutter.top + row, pane.region.x
    await at_work.pilot.mouse_down(offset=(left + column, top))
    await at_work.pilot.hover(offset=(left + column + len(words) - 1, top))
    await at_work.pilot.mouse_up(offset=(left + column + len(words) - 1, top))
    assert at_work.screen.controllers.selection.span is not None


async def test_a_quote_gets_another_source_from_a_list_that_narrows(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "n", "c", "s")
        assert listed(at_work) == [
            "Unattributed", "Ada Byrne, harbour [master]", "A dock worker", "The mayor",
        ]  # fmt: skip
        await at_work.press("m", "a", "y")
        assert listed(at_work) == ["The mayor", "New source: “may”"]
        await at_work.press("enter")
        assert said_by(at_work)[1] == "The mayor"
        finding = at_work.screen.reading.finding
        assert finding.attribution.method == READER
        assert finding.attribution.reason.startswith("corrected by you on ")
        assert message(at_work) == "Said by The mayor; U takes it back"


async def test_a_new_name_may_be_typed_and_nothing_in_it_is_markup(desk, article) -> None:
    async with reader(desk, article, size=(80, 24)) as at_work:
        await at_work.press("n", "c", "s", *typed("[b]Eve[/]"), "enter")
        assert said_by(at_work)[0] == "[b]Eve[/]"
        await at_work.press("tab")
        assert "[b]Eve[/]" in at_work.rows()


async def test_a_quote_is_credited_to_nobody(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "c", "s", "up", "enter")
        assert said_by(at_work)[0] is None
        assert message(at_work).startswith("Unattributed")


async def test_escape_changes_nothing(desk, article) -> None:
    async with reader(desk, article) as at_work:
        before = said_by(at_work)
        for keys in (["escape"], ["s", "x", "escape"], ["r", "z", "escape"], ["m", "escape"]):
            await at_work.press("n", "c", *keys)
            assert len(at_work.app.screen_stack) == 1
        assert said_by(at_work) == before
        assert at_work.screen.reading.corrections == ()


async def test_two_sources_are_merged(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "c", "m")
        assert listed(at_work) == ["A dock worker", "The mayor"]
        await at_work.press("down", "enter")
        assert said_by(at_work) == [
            "The mayor", "A dock worker", "The mayor", None, "The mayor",
        ]  # fmt: skip
        await at_work.press("tab")
        assert "Ada Byrne" not in at_work.rows()


async def test_one_mention_is_split_off_under_the_words_that_the_text_has(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "n", "n", "c", "o", "enter")
        assert said_by(at_work)[0] == "Ada Byrne"
        assert said_by(at_work)[2] == "Byrne"


async def test_who_was_split_off_is_named_by_typing_without_taking_anything_out(
    desk, article
) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "n", "n", "c", "o", *typed("The clerk"), "enter")
        assert said_by(at_work)[2] == "The clerk"


async def test_a_source_is_renamed_and_gets_a_role_and_a_kind(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "c", "r", "end", *typed(" Jr"), "enter")
        assert said_by(at_work)[2] == "Ada Byrne Jr"
        await at_work.press("c", "l", "ctrl+u", *typed("port chief"), "enter")
        assert at_work.screen.reading.finding.source.role == "port chief"
        await at_work.press("c", "w", *typed("unn"), "enter")
        assert at_work.screen.reading.finding.unnamed
        source = at_work.screen.reading.finding.source
        assert source.corrected.count("corrected by you") == 3
        assert at_work.screen.reading.finding.attribution.confidence == 0.9


async def test_what_is_not_a_quote_goes_and_one_goes_on_from_there(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "n", "c", "x")
        assert len(at_work.screen.reading.findings) == 4
        assert at_work.current_words is None
        assert message(at_work) == "Not a quote; U takes it back"
        await at_work.press("n")
        assert at_work.current_words == "They are not,"


async def test_the_kind_of_a_quote_is_changed(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "c", "t", *typed("indi"), "enter")
        assert at_work.screen.reading.finding.quote.type is QuoteType.INDIRECT
        assert at_work.screen.reading.finding.attribution.confidence == 0.9


async def test_a_quote_is_added_from_what_is_selected(desk, article) -> None:
    async with reader(desk, article, size=(100, 30)) as at_work:
        await select(at_work, "opens on Monday")
        await at_work.press("c", "a", *typed("ada"), "enter")
        assert at_work.current_words == "opens on Monday"
        finding = at_work.screen.reading.finding
        assert finding.source.name == "Ada Byrne"
        assert finding.quote.type is QuoteType.INDIRECT
        assert at_work.screen.controllers.selection.span is None
        await select(at_work, "bill")
        await at_work.press("c", "a", "enter")
        assert at_work.current_words == "bill"
        assert at_work.screen.reading.finding.quote.type is QuoteType.DIRECT
        assert at_work.screen.reading.finding.source is None


async def test_a_quote_ends_where_the_selection_does(desk, article) -> None:
    async with reader(desk, article, size=(100, 30)) as at_work:
        await at_work.press("n", "n")
        await select(at_work, "the cranes")
        await at_work.press("c", "e")
        assert at_work.current_words == "the cranes"
        assert said_by(at_work)[1] == "A dock worker"


async def test_rows_that_are_not_drawn_yet_do_not_miss_what_a_correction_takes_away(
    desk, article
) -> None:
    async with reader(desk, article, size=(100, 30)) as at_work:
        await at_work.press("n", "n", "c", "x")
        screen, corrections = at_work.screen, at_work.screen.reading.corrections
        without_it = at_work.rows()
        screen.panes.sidebar.set_rows(screen.panes.sidebar.view, ())
        # The first that are found; before they are drawn, the store answers.
        screen.view.show_reading(screen.reading.set_right(()))
        screen.view.show_reading(screen.reading.set_right(corrections))
        await at_work.settle()
        assert at_work.rows() == without_it


async def test_what_cannot_be_done_here_is_said(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("c", "s")
        assert notified(at_work) == ["That needs a current quote (n)"]
        await at_work.press("a")
        assert notified(at_work)[-1] == "That needs a selection"
        await at_work.press("escape")
        await at_work.screen.run_action("run('corrections.correct', 'rename')")
        await at_work.settle()
        assert message(at_work) == "That needs a current quote (n)"
        await at_work.press("U")
        assert message(at_work) == "Nothing was corrected here"


async def test_the_last_correction_is_taken_back_and_put_back(desk, article, tmp_path) -> None:
    async with reader(desk, article) as at_work:
        before = said_by(at_work)
        await at_work.press("n", "c", "s", "up", "enter", "c", "x")
        assert len(at_work.screen.reading.findings) == 4
        await at_work.press("U")
        assert message(at_work) == "Taken back: not a quote; u puts it back"
        assert len(at_work.screen.reading.findings) == 5
        await at_work.press("U")
        assert said_by(at_work) == before
        await at_work.press("u")
        assert said_by(at_work)[0] is None
    with Repository.open(tmp_path / "data") as store:
        assert len(store.corrections()) == 1
        assert len(store.removed()) == 1


async def test_corrections_are_there_after_a_restart(desk, article, restarted) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "c", "s", *typed("mayor"), "enter")
        await at_work.press("n", "c", "x")
        await at_work.app.action_quit()
    async with reader(restarted(), article) as at_work:
        assert said_by(at_work) == ["The mayor", "Ada Byrne", None, "The mayor"]


async def test_corrections_are_laid_over_what_is_found_while_the_analysis_runs(
    desk, article, analyst, tmp_path
) -> None:
    with Repository.open(tmp_path / "data") as store:
        batch = whole_batch(article)
        store.add_correction(
            new_correction(article, Unattribute.propose(batch.quotes[0], batch.sources[0]))
        )
        store.add_correction(new_correction(article, NotAQuote.propose(batch.quotes[2])))
    first = dataclasses.replace(
        whole_batch(article), quotes=batch.quotes[:2], attributions=batch.attributions[:2], done=9
    )
    analyst.made = lambda _: [first, batch]
    async with reader(desk, article) as at_work:
        assert said_by(at_work) == [None, "A dock worker", None, "The mayor"]
        await at_work.press("ctrl+r")
        assert said_by(at_work) == [None, "A dock worker", None, "The mayor"]


async def test_what_another_window_corrects_appears_and_nothing_moves(
    desk, article, tmp_path, monkeypatch
) -> None:
    monkeypatch.setattr(watching, "EVERY", 0.1)
    async with reader(desk, article) as at_work:
        await at_work.press("n", "1", "2", "j")
        top, current = at_work.screen.panes.text.scroll_offset.y, at_work.screen.reading.current
        batch = whole_batch(article)
        with Repository.open(tmp_path / "data") as other:
            other.add_correction(
                new_correction(article, Unattribute.propose(batch.quotes[0], batch.sources[0]))
            )
        await until(at_work, lambda: said_by(at_work)[0] is None)
        assert at_work.screen.panes.text.scroll_offset.y == top > 0
        assert at_work.screen.reading.current == current


async def test_nothing_moves_when_something_is_set_right(desk, article) -> None:
    async with reader(desk, article, size=(120, 20)) as at_work:
        await at_work.press("n", "1", "5", "j")
        lines, top = at_work.lines(), at_work.screen.panes.text.scroll_offset.y
        await at_work.press("c", "s", *typed("Somebody Else"), "enter")
        assert at_work.screen.panes.text.scroll_offset.y == top > 0
        assert at_work.lines() == lines


async def test_corrections_are_listed_and_any_is_taken_back(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "c", "s", "up", "enter", "n", "c", "x", "C")
        assert [row.split(" — ")[0] for row in listed(at_work)] == [
            "not a quote", "not said by “Ada Byrne”",
        ]  # fmt: skip
        await at_work.press("j", "x")
        await until(at_work, lambda: len(listed(at_work)) == 1)
        assert said_by(at_work)[0] == "Ada Byrne"
        await at_work.press("enter")
        assert len(at_work.app.screen_stack) == 1


GONE = "Its passage is not in the article any more"


async def test_an_orphaned_correction_is_kept_listed_and_told(desk, article, tmp_path) -> None:
    lost = "[b]Somebody else[/b] promised a wholly different harbour by Christmas."
    longer = article_of(f"{TEXT}\n{lost}")
    span = Span(len(TEXT) + 1, len(TEXT) + 1 + len(lost))
    with Repository.open(tmp_path / "data") as store:
        proposal = AddQuote.propose([span], QuoteType.INDIRECT)
        store.add_correction(new_correction(longer, proposal))
    async with reader(desk, article) as at_work:
        assert len(at_work.screen.reading.findings) == 5
        await at_work.press("C")
        (row,) = at_work.app.screen.query_one(RowList).rows
        assert (row.sign, row.tail) == ("✓?", "orphaned")
        await at_work.press("c")
        await until(at_work, lambda: message(at_work) == f"{GONE}; it can only be removed (x)")
        await at_work.press("enter")
        told, line = notified(at_work)
        assert told == "The article changed. Corrections: 1 orphaned; C lists them."
        assert line == f"Its passage is no longer in the article. It read: {lost}"
    with Repository.open(tmp_path / "data") as store:
        assert len(store.corrections()) == 1


async def test_what_the_article_changed_around_is_to_check_until_a_key_confirms_it(
    desk, article, tmp_path
) -> None:
    earlier = article_of(TEXT.replace("The harbour [sic] opens", "The harbour [sic] shall open"))
    start = earlier.text.index("We are ready,")
    quote = Quote(
        id=quote_id(earlier.text_digest, Span(start, start + 13)),
        type=QuoteType.DIRECT,
        content_spans=(Span(start, start + 13),),
    )
    with Repository.open(tmp_path / "data") as store:
        proposal = Attribute.propose_new(quote, None, "Eve")
        said = earlier.text.index("said Ada Byrne")
        store.add_correction(new_correction(earlier, proposal, Span(said, said + 14)))
    async with reader(desk, article) as at_work:
        told = "The article changed. Corrections: 1 to check; C lists them."
        assert notified(at_work) == [told]
        await at_work.press("n")
        assert said_by(at_work)[0] == "Ada Byrne"
        assert "✓? to check: said by “Eve”" in str(at_work.screen.panes.details.content)
        tails = {row.text: row.tail for row in at_work.screen.panes.sidebar.shown.rows}
        assert tails["We are ready,"] == "✓?"
        await at_work.press("C")
        (row,) = at_work.app.screen.query_one(RowList).rows
        assert (row.sign, row.tail) == ("✓?", "to check")
        await at_work.press("c")
        await until(at_work, lambda: at_work.app.screen.query_one(RowList).rows[0].sign == "✓")
        assert message(at_work).endswith("; x in the list (C) takes it back")
        await at_work.press("c")
        await until(at_work, lambda: message(at_work).startswith("Nothing to confirm"))
        await at_work.press("escape")
        assert said_by(at_work)[0] == "Eve"
        assert "to check" not in str(at_work.screen.panes.details.content)
    with Repository.open(tmp_path / "data") as store:
        (kept,) = store.corrections()
        assert kept.target.text_digest == article.text_digest


async def test_what_was_set_right_has_a_sign_in_panel_sidebar_and_status(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press(
            "n", "c", "s", *typed("Eve"), "enter", "n", "n", "c", "r", "end", "x", "enter"
        )
        tails = {row.text: row.tail for row in at_work.screen.panes.sidebar.shown.rows}
        assert tails["Eve"] == "✓ 1"
        assert tails["Ada Byrnex"] == "✓ 1"
        assert tails["A dock worker"] == "unnamed 1"
        assert tails["We are ready,"] == "✓"
        assert "✓ name corrected by you on" in str(at_work.screen.panes.details.content)
        await at_work.press("p", "p")
        assert "✓ corrected by you on" in str(at_work.screen.panes.details.content)
        assert at_work.screen.panes.status.status.rest.endswith("✓ corrected by you")
        await at_work.press("tab", "slash", *typed("is:corrected"), "enter")
        assert at_work.rows() == ["Eve", "We are ready,", "Ada Byrnex", "They are not,"]


async def test_the_menus_letters_are_in_the_palette_and_in_the_help(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n")
        commands = {each.title: each for each in at_work.app.get_system_commands(at_work.screen)}
        assert commands["Rename the source"].help == "Keys: c r"
        await at_work.press("question_mark", *typed("rename the source"))
        assert any("c r" in row for row in listed(at_work))
        await at_work.press("escape")
        await commands["Not a quote"].callback()
        await until(at_work, lambda: len(at_work.screen.reading.findings) == 4)


async def test_the_menus_letters_can_be_given_other_keys(desk, article) -> None:
    desk.config.mkdir(exist_ok=True)
    (desk.config / "config.toml").write_text(
        '[keys]\n"correct.not-a-quote" = "n"\n"correction.menu" = "f7"\n"note-editor.save" = "f2"\n'
    )
    async with reader(desk, article) as at_work:
        assert notified(at_work) == []
        await at_work.press("question_mark", *typed("right"))
        assert f"{'f7':<14} Set it right" in listed(at_work)
        assert f"{'f7 n':<14} Not a quote" in listed(at_work)
        await at_work.press("escape", "n", "f7")
        (row,) = [
            row for row in at_work.app.screen.query_one(RowList).rows if row.key == "not-a-quote"
        ]
        assert row.sign == "n"
        await at_work.press("n")
        assert len(at_work.screen.reading.findings) == 4
        await at_work.press("n", "e", "x", "f2")
        assert len(at_work.app.screen_stack) == 1
        assert [note.body for note in at_work.screen.reading.all_notes] == ["x"]


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_the_dialogs_fit_small_screens(desk, article, size) -> None:
    async with reader(desk, article, size=size) as at_work:
        for keys in (["c"], ["c", "s"], ["C"]):
            await at_work.press("n", *keys)
            rows = at_work.app.screen.query_one(RowList)
            assert rows.size.height >= 1
            assert rows.region.bottom <= size[1]
            await at_work.press("escape")


async def test_a_correction_that_could_not_be_written_is_shown_but_not_called_done(
    desk, article, monkeypatch
) -> None:
    def refuse(*_: object) -> None:
        raise StoreWriteError("The disk is full")

    monkeypatch.setattr(Repository, "add_correction", refuse)
    async with reader(desk, article) as at_work:
        await at_work.press("n", "c", "x")
        assert notified(at_work) == ["The disk is full"]
        assert message(at_work) == ""


async def test_notes_stay_with_a_source_that_is_renamed_or_merged(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "e", *typed("on Byrne"), "escape")
        await at_work.press("c", "r", "end", *typed(" Jr"), "enter")
        assert "on Byrne" in str(at_work.screen.panes.details.content)
        await at_work.press("c", "m", *typed("mayor"), "enter")
        source = at_work.screen.reading.finding.source
        assert source.name == "The mayor"
        assert at_work.screen.reading.note_on(source).body == "on Byrne"
        await at_work.press("tab", "4", "enter")
        assert at_work.current_words == "We are ready,"


async def test_of_several_notes_on_a_source_one_is_chosen(desk, article, tmp_path) -> None:
    from tests.app.test_store_watch import note

    with Repository.open(tmp_path / "data") as store:
        for body in ("first", "second"):
            store.add_note(note("Ada Byrne", body))
    async with reader(desk, article) as at_work:
        await at_work.press("n", "e")
        assert sorted(listed(at_work)) == ["Another note", "first", "second"]
        await at_work.press(*typed("first"), "enter", *typed(" one"), "escape")
        bodies = [each.body for each in at_work.screen.reading.all_notes]
        assert bodies == ["first one", "second"]
        await at_work.press("e", *typed("another"), "enter", *typed("third"), "escape")
        assert len(at_work.screen.reading.all_notes) == 3


def test_the_quote_of_a_whole_span_is_found_by_its_parts() -> None:
    parts = (Span(1, 3), Span(5, 9))
    assert Quote(id="x", type=QuoteType.DIRECT, content_spans=parts).span == Span(1, 9)  # type: ignore[arg-type]


async def test_what_is_typed_ahead_goes_to_the_dialogs_not_to_the_text(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "c")
        for key in ("s", *"Eve Moxu", "enter"):
            character = "\r" if key == "enter" else key
            name = {" ": "space"}.get(key, key)
            at_work.app.post_message(events.Key(name, character))
        await until(at_work, lambda: said_by(at_work)[0] == "Eve Moxu")
        assert at_work.current_words == "We are ready,"
        assert at_work.screen.reading.bookmarks == ()
