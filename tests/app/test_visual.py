"""Visual mode: selecting by the keyboard."""

from __future__ import annotations

import pytest

from inquit.model.quotation import READER
from tests.app.conftest import workers_done
from tests.app.test_correcting import message
from tests.app.test_reader import Reader, reader

FIRST = "The harbour [sic] opens on Monday."
SECOND = "“We are ready,” said Ada Byrne."
THIRD = "A dock worker told the Post that the cranes were late [/b]"


def selected(at_work: Reader) -> str | None:
    span, reading = at_work.screen.controllers.selection.span, at_work.screen.reading
    return span.of(reading.article.text) if span is not None else None


def reversed_words(at_work: Reader) -> str:
    pane = at_work.screen.panes.text
    lines = (pane.render_line(y) for y in range(pane.size.height))
    return "".join(s.text for line in lines for s in line if s.style and s.style.reverse)


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("", "T"),
        ("l l", "The"),
        ("right right left", "Th"),
        ("w", "The"),
        ("3 w", "The harbour [sic"),
        ("w w b", "The h"),
        ("right_parenthesis", "The harbour [sic] opens on Monday."),
        ("right_curly_bracket", "The harbour [sic] opens on Monday."),
        ("2 right_curly_bracket", f"{FIRST}\n{SECOND}"),
        ("end", "The harbour [sic] opens on Monday."),
        ("dollar_sign home", "T"),
        ("j", "The harbour [sic] opens on Monday.\n“"),
        ("down down up", "The harbour [sic] opens on Monday.\n“"),
        ("2 w o w", "harbour"),
        ("w w v l", "harbour "),
        ("j quotation_mark", "We are ready,"),
        ("j 2 quotation_mark", f"{SECOND[1:]}\n{THIRD}"),
        ("left_parenthesis b h", "T"),
    ],
)  # fmt: skip
async def test_extends_by_every_unit_with_counts(desk, article, keys: str, words: str) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("v", *keys.split())
        assert selected(at_work) == words


async def test_shows_what_is_selected_by_shape_and_says_how_much(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("v", "3", "w")
        assert reversed_words(at_work) == "The harbour [sic"
        assert message(at_work).startswith("3 words selected: y copies")


async def test_begins_at_the_current_quote(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "n", "v", "quotation_mark")
        assert selected(at_work) == "that the cranes were late [/b]"


async def test_copies_the_bare_words_and_ends(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("v", "w", "w")
        await at_work.pilot.press("y")
        await workers_done(at_work.app)
        assert at_work.app.clipboard == "The harbour"
        assert not at_work.screen.controllers.selection.visual
        assert selected(at_work) is None
        await at_work.press("w")
        assert selected(at_work) is None


async def test_copies_a_passage_as_markdown_with_title_and_origin(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("v", "3", "right_curly_bracket", "o", "right_curly_bracket")
        await at_work.pilot.press("Y")
        await workers_done(at_work.app)
        assert at_work.app.clipboard.splitlines()[-1] == (
            "> — *Harbour \\[b\\]news\\[/b\\]*, test\\:harbour"
        )


async def test_escape_leaves_and_gives_the_keys_back(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("v", "j", "escape")
        assert selected(at_work) is None
        assert at_work.screen.panes.text.top == 0
        await at_work.press("j")
        assert at_work.screen.panes.text.top > 0


async def test_scrolls_along_both_ways_and_keeps_what_is_selected(desk, article) -> None:
    async with reader(desk, article, size=(60, 16)) as at_work:
        pane = at_work.screen.panes.text
        await at_work.press("v", "3", "0", "j")
        assert pane.top > 0
        assert selected(at_work).startswith("The harbour")
        words = selected(at_work)
        await at_work.pilot.resize_terminal(44, 20)
        await at_work.settle()
        assert selected(at_work) == words
        await at_work.press("o")
        assert pane.top == 0
        assert selected(at_work) == words


async def test_a_quote_is_added_from_a_selection_made_by_keys(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("v", "right_parenthesis", "c", "a")
        await at_work.press("down", "enter")
        await at_work.settle()
        found = next(iter(at_work.screen.reading.findings))
        assert found.attribution.method == READER
        assert found.span.of(article.text) == "The harbour [sic] opens on Monday."
        assert not at_work.screen.controllers.selection.visual


async def test_takes_over_what_the_mouse_selected(desk, article) -> None:
    from tests.app.test_correcting import select

    async with reader(desk, article) as at_work:
        await select(at_work, "harbour")
        before = selected(at_work)
        await at_work.press("v", "w", "w")
        assert selected(at_work).startswith(before)
        assert len(selected(at_work)) > len(before)


async def test_every_step_is_in_the_help_and_in_the_palette(desk, article) -> None:
    async with reader(desk, article) as at_work:
        names = {c.title: c for c in at_work.app.get_system_commands(at_work.screen)}
        assert names["Select on by a sentence"].help == "Keys: v )"
        await at_work.app.run_action(
            "run('selection.begin_and_extend', 'next-sentence')", at_work.screen
        )
        assert selected(at_work) == "The harbour [sic] opens on Monday."


async def test_selecting_from_the_sidebar_goes_to_the_text_where_its_keys_are(
    desk, article
) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "tab", "v")
        assert at_work.screen.panes.text.has_focus
        await at_work.press("w", "w")
        assert selected(at_work) == "We are"
        await at_work.press("escape")
        assert at_work.screen.controllers.selection.span is None


async def test_selecting_from_a_sidebar_that_lies_over_the_text_uncovers_it(desk, article) -> None:
    async with reader(desk, article, size=(70, 30)) as at_work:
        await at_work.press("n", "tab")
        assert at_work.screen.panes.sidebar.display
        await at_work.press("v", "w")
        assert not at_work.screen.panes.sidebar.display
        assert selected(at_work) == "We"


async def test_in_the_sidebar_a_selection_stays_and_goes_on_from_there(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("n", "v", "w", "tab")
        assert not at_work.screen.controllers.selection.visual
        assert at_work.screen.panes.status.status.message.endswith("v extends, Esc leaves")
        await at_work.press("v", "w")
        assert selected(at_work) == "We are"
