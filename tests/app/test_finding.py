"""Finding words in the article."""

from __future__ import annotations

import pytest
from textual import events
from textual.events import Key

from tests.app.conftest import workers_done
from tests.app.test_reader import reader


def hit(at_work: object) -> str | None:
    screen = at_work.screen  # type: ignore[attr-defined]
    span = screen.controllers.search.current_hit
    return None if span is None else span.of(screen.reading.article.text)


async def settle(at_work: object) -> None:
    pilot = at_work.pilot  # type: ignore[attr-defined]
    await workers_done(at_work.app)  # type: ignore[attr-defined]
    await pilot.pause()


async def test_finds_as_one_types_and_escape_goes_back(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.pilot.press("j", "slash", *"paragraph 40")
        await settle(at_work)
        assert hit(at_work) == "Paragraph 40"
        assert at_work.screen.panes.text.top > 1000
        await at_work.press("escape")
        assert at_work.screen.panes.text.scroll_offset.y == 1
        assert hit(at_work) is None
        assert at_work.screen.panes.text.has_focus


async def test_goes_from_hit_to_hit_and_around(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.pilot.press("slash", *"crane")
        await settle(at_work)
        await at_work.press("enter")
        assert at_work.screen.panes.status.status.message == "“crane” 1 of 2; Esc ends the search"
        await at_work.press("f")
        assert at_work.screen.panes.status.status.message == "“crane” 2 of 2; Esc ends the search"
        await at_work.press("f")
        assert at_work.screen.panes.status.status.message == "“crane” 1 of 2; Esc ends the search"
        await at_work.press("F")
        assert at_work.screen.panes.status.status.message == "“crane” 2 of 2; Esc ends the search"
        await at_work.press("H", "H", "H", "H")
        assert at_work.screen.panes.text.scroll_offset.y == 0


async def test_marks_every_hit_in_the_text(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.pilot.press("slash", *"quotation")
        await settle(at_work)
        pane = at_work.screen.panes.text
        lit = [
            segment.text
            for y in range(pane.size.height)
            for segment in pane.render_line(y)
            if segment.style and segment.style.reverse
        ]
        assert len(lit) > 3
        assert set(lit) == {"quotation"}


async def test_says_what_is_wrong_with_a_pattern(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.pilot.press("slash", "alt+r", *"(crane")
        await settle(at_work)
        count = at_work.screen.panes.find_bar.query_one("#find-count")
        assert "Not a pattern" in count.content.plain


async def test_the_sidebar_narrows_as_one_types_and_escape_shows_all_again(desk, article) -> None:
    async with reader(desk, article) as at_work:
        everything = at_work.rows()
        await at_work.press("tab", "slash", *"is:unnamed")
        assert [row for row in at_work.rows() if "worker" in row] == at_work.rows()[:1]
        assert len(at_work.rows()) == 2
        await at_work.press("enter")
        assert at_work.screen.panes.sidebar.shown.has_focus
        await at_work.press("escape")
        assert at_work.rows() == everything


@pytest.mark.parametrize(
    ("keys", "field"), [(("slash",), "#find-field"), (("tab", "slash"), "#filter")]
)
async def test_what_is_typed_can_be_seen(desk, article, keys, field) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press(*keys, *"crane")
        shown = at_work.screen.query_one(field)
        assert shown.has_focus
        assert shown.content_size.height == 1
        assert "crane" in shown.render_line(0).text


async def test_whole_words_and_patterns_are_options(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.pilot.press("slash", *"crane")
        await settle(at_work)
        assert len(at_work.screen.controllers.search.hits) == 2
        at_work.app.post_message(Key("alt+w", "w"))  # as terminals tell of it
        await at_work.pilot.pause()
        await settle(at_work)
        assert [span.of(article.text) for span in at_work.screen.controllers.search.hits] == [
            "crane"
        ]
        await at_work.pilot.press("f2", "f3", *"s?")
        await settle(at_work)
        assert [span.of(article.text) for span in at_work.screen.controllers.search.hits] == [
            "cranes",
            "crane",
        ]


async def test_a_hit_goes_over_a_line_break_and_is_marked_on_both_lines(desk, article) -> None:
    async with reader(desk, article, size=(40, 24)) as at_work:
        await at_work.pilot.press("slash", *"told the post that the cranes were late")
        await settle(at_work)
        pane = at_work.screen.panes.text
        lit = [
            y
            for y in range(pane.size.height)
            if any(segment.style and segment.style.reverse for segment in pane.render_line(y))
        ]
        assert len(lit) == 2
        assert lit[1] == lit[0] + 1


async def test_hits_are_shown_beside_the_scrollbar_until_escape(desk, article) -> None:
    async with reader(desk, article) as at_work:
        strip = at_work.screen.panes.overview

        def dots() -> int:
            return sum(strip.render_line(y).text == "•" for y in range(strip.size.height))

        await at_work.pilot.press("slash", *"paragraph 5")
        await settle(at_work)
        assert 0 < dots() < strip.size.height
        await at_work.press("escape")
        assert dots() == 0


@pytest.mark.parametrize(
    ("keys", "field"), [(["slash"], "#find-field"), (["tab", "slash"], "#filter")]
)
async def test_what_is_typed_ahead_is_looked_for(desk, article, keys, field) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", *keys[:-1])
        for key in (keys[-1], *"ted"):
            name = "slash" if key == "slash" else key
            at_work.app.post_message(events.Key(name, "/" if key == "slash" else key))
        await settle(at_work)
        await at_work.pilot.pause()
        assert at_work.screen.query_one(field).value == "ted"
        assert at_work.current_words == "We are ready,"


async def test_going_to_the_sidebar_stays_at_the_hit_and_closes_the_line(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.pilot.press("slash", *"paragraph 40")
        await settle(at_work)
        await at_work.press("tab")
        assert not at_work.screen.panes.find_bar.display
        assert at_work.screen.panes.status.display
        assert at_work.screen.panes.sidebar.shown.has_focus
        assert (
            at_work.screen.panes.status.status.message
            == "“paragraph 40” 1 of 1; Esc ends the search"
        )
        await at_work.press("escape", "H")
        assert at_work.screen.panes.text.scroll_offset.y == 0


async def test_nothing_is_told_of_a_search_that_was_left(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.pilot.press("slash", *"crane")
        await settle(at_work)
        await at_work.press("enter", "slash", "escape")
        assert at_work.screen.panes.status.status.message == ""


async def test_n_and_capital_n_go_through_the_hits_until_escape(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.pilot.press("slash", *"paragraph")
        await settle(at_work)
        await at_work.press("enter", "n", "n")
        assert hit_number(at_work) == 3
        await at_work.press("N")
        assert hit_number(at_work) == 2
        await at_work.press("3", "n")
        assert hit_number(at_work) == 5
        assert keys_shown(at_work)["n"] == "Next hit"
        assert at_work.current_words is None
        await at_work.press("right_square_bracket", "H", "escape", "g")
        assert keys_shown(at_work)["n"] == "Next"
        assert hit(at_work) is None
        await at_work.press("n", "N")
        assert at_work.current_words == "They are not,"


async def test_f_takes_up_a_search_that_escape_ended(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.pilot.press("slash", *"paragraph")
        await settle(at_work)
        await at_work.press("enter", "f", "escape", "f")
        assert hit(at_work) == "Paragraph"
        assert keys_shown(at_work)["n"] == "Next hit"


async def test_nothing_found_leaves_n_to_the_quotes(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.pilot.press("slash", *"nowhere")
        await settle(at_work)
        await at_work.press("enter", "n")
        assert at_work.current_words == "We are ready,"


async def test_a_key_given_to_the_next_quote_leaves_n_to_the_hits(desk, article) -> None:
    desk.config.mkdir(exist_ok=True)
    (desk.config / "config.toml").write_text('[keys]\n"quote.next" = "f7"\n')
    async with reader(desk, article) as at_work:
        await at_work.pilot.press("slash", *"crane")
        await settle(at_work)
        await at_work.press("enter", "n")
        assert hit_number(at_work) == 2
        await at_work.press("f7")
        assert at_work.current_words == "We are ready,"


def hit_number(at_work: object) -> int:
    """Return which hit of how many the status line tells of."""
    message = at_work.screen.panes.status.status.message  # type: ignore[attr-defined]
    return int(message.split("” ")[1].split(" of")[0])


def keys_shown(at_work: object) -> dict[str, str]:
    """Return what the keys in the footer do."""
    active = at_work.screen.active_bindings.values()  # type: ignore[attr-defined]
    return {each.binding.key: each.binding.description for each in active if each.binding.show}


async def test_the_keys_of_hits_are_offered_only_while_hits_are_marked(desk, article) -> None:
    async with reader(desk, article) as at_work:

        def offered() -> set[str]:
            bindings = at_work.screen.active_bindings.values()
            return {each.binding.description for each in bindings if each.enabled}

        assert "Next hit" not in offered()
        await at_work.press("o")
        assert "Next hit" not in offered()
        await at_work.press("escape", "slash", *"the", "enter")
        assert "Next hit" in offered()


async def test_a_selection_begins_with_the_hit_that_is_shown(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "slash", *"dock worker", "enter", "v")
        pane = at_work.screen.panes.text
        assert pane.span_of(pane.text_selection).of(article.text).casefold() == "dock worker"
