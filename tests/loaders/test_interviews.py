"""Names that stand apart from what is said are put before it, where they are of speakers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from inquit.loaders.page.loader import load_page
from inquit.model.structure import BlockKind

FILLER = "The council met for three hours on Tuesday and heard from residents of the old port."
SAID = (
    ("Torvale Post", "What took so long with the repairs?"),
    ("Anna Brisk", "The frost came early both years."),
    ("Torvale Post", "Will the ferry go on?"),
    ("Anna Brisk", "Until the end of June."),
)


def _lines(body: str) -> list[str]:
    source = (
        f"<html><body><article><h1>Questions</h1><p>{FILLER}</p>{body}<p>{FILLER}</p></article>"
    )
    article = load_page(source.encode(), origin="a.html")
    return [span.of(article.text) for span in article.block_spans[2:-1]]


def _each(form: str) -> str:
    return "".join(form.format(name, words) for name, words in SAID)


@pytest.mark.parametrize(
    "body",
    [
        f"<dl>{_each('<dt>{0}</dt><dd>{1}</dd>')}</dl>",
        f"<dl>{_each('<dt>{0}:</dt><dd>{1}</dd>')}</dl>",
        f"<dl>{_each('<div><dt><strong>{0}</strong></dt><dd><p>{1}</p></dd></div>')}</dl>",
        _each("<p><strong>{0}</strong><br>{1}</p>"),
        _each("<p><b>{0}:</b><br/>{1}</p>"),
        _each("<p><strong>{0}</strong>:<br>{1}</p>"),
        _each("<p><span><em>{0}</em></span><br>{1}</p>"),
        _each("<p><strong>{0}</strong><br><br>{1}</p>"),
        _each("<p><strong>{0}</strong></p><p>{1}</p>"),
        f"<p>{_each('<strong>{0}</strong><br>{1}<br>')}</p>",
        f"<div>{_each('<b>{0}</b><br>{1}<br><br>')}</div>",
        _each("<p><strong>{0}:</strong> {1}</p>"),
        _each("<p><span style='font-weight:bold'>{0}:</span><br>{1}</p>"),
        "<div>" + _each("<span style='font-weight: 700'>{0}:</span><br>{1}<br><br>") + "</div>",
    ],
)
def test_each_turn_is_one_line_that_begins_with_the_name(body: str) -> None:
    assert _lines(body) == [f"{name}: {words}" for name, words in SAID]


@pytest.mark.parametrize("form", ["<dd>{1}</dd><dd>More.</dd>", "<dd><p>{1}</p><p>More.</p></dd>"])
def test_what_else_is_said_in_a_turn_follows_it(form: str) -> None:
    lines = _lines(f"<dl>{_each('<dt>{0}</dt>' + form)}</dl>")
    assert lines[:4] == [
        f"{SAID[0][0]}: {SAID[0][1]}",
        "More.",
        f"{SAID[1][0]}: {SAID[1][1]}",
        "More.",
    ]


def test_a_turn_of_several_lines_in_bold_and_plain_stays_one() -> None:
    lines = _lines(_each("<p><strong>{0}</strong><br>{1}<br>More.</p>"))
    assert lines[0] == "Torvale Post: What took so long with the repairs? More."


def test_on_a_panel_who_speaks_once_is_a_speaker_too() -> None:
    turns = (("Ida Rowe", "Build it."), ("Tom Holt", "No."), ("Ida Rowe", "Then we vote."))
    assert _lines("".join(f"<p><b>{n}</b><br>{w}</p>" for n, w in turns)) == [
        f"{name}: {words}" for name, words in turns
    ]


def test_names_with_a_colon_are_speakers_where_one_of_them_asks() -> None:
    turns = (("Anna Brisk", "It opens in May."), ("Post", "Really?"))
    assert _lines(
        "<div>" + "<br><br>".join(f"<b>{n}:</b><br>{w}" for n, w in turns) + "</div>"
    ) == [f"{name}: {words}" for name, words in turns]


def _pairs(form: str) -> Callable[..., str]:
    return lambda *pairs: "".join(form.format(*pair) for pair in pairs)


@pytest.mark.parametrize("form", ["<dl><dt>{0}</dt><dd>{1}</dd></dl>", "<p><b>{0}</b><br>{1}</p>"])
@pytest.mark.parametrize(
    "pairs",
    [
        [("Pier", "It is old."), ("Ferry Lua", "It is shut for good.")],
        [("Key Points", "The bridge opens in May."), ("What Next", "It will be walked.")],
        [("Anna Brisk", "Mayor"), ("Tom Holt", "Deputy"), ("Anna Brisk", "Mayor")],
        [("Road Traffic", "Will the road be shut?"), ("Parking", "There are forty places.")],
        [("Who pays?", "The town does."), ("Who builds?", "The state.")],
        [("Why is it shut?", "Because it is old."), ("Pier", "It is old.")],
    ],
)
def test_terms_heads_and_questions_are_no_speakers(form: str, pairs: list[tuple[str, str]]) -> None:
    assert not any(f"{term}:" in line for line in _lines(_pairs(form)(*pairs)) for term, _ in pairs)


def test_letters_for_question_and_answer_are_speakers() -> None:
    body = "<dl><dt>Q</dt><dd>Why was it shut?</dd><dt>A</dt><dd>It is old.</dd></dl>"
    assert _lines(body) == ["Q: Why was it shut?", "A: It is old."]


def test_the_answer_to_a_term_that_asks_is_an_item_of_its_own() -> None:
    terms = "<dt>Q: Why was it shut?</dt><dd>The frost came.</dd><dd>And the steel.</dd>" * 2
    source = (
        f"<html><body><h1>Pier</h1><p>{FILLER}</p><dl>{terms}</dl><p>{FILLER}</p></body></html>"
    )
    kinds = [block.kind for block in load_page(source.encode(), origin="a.html").blocks]
    turn = [BlockKind.LIST_ITEM, BlockKind.LIST_ITEM, BlockKind.ITEM_CONTINUED]
    assert [kind for kind in kinds if kind in turn] == turn * 2
