"""A block quote is credited to whom the page sets beside it, and interviews to their labels."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spacy.language import Language

from inquit.attribution.engine import analyse_article
from inquit.attribution.windows import FIRST_WINDOW
from inquit.model.article import Article, article_of
from inquit.model.structure import Block, BlockKind

QUOTE, CREDIT = BlockKind.BLOCK_QUOTE, BlockKind.CREDIT
FIRST = "The lamp has been dark since March."
SECOND = "Nobody at the board would say why."
FOG = "There was fog over the harbour on Monday."


def _page(*lines: tuple[str, BlockKind] | str, opens: tuple[str, ...] = ()) -> Article:
    """Return an article of lines, some of a kind; `opens` are those that begin a block quote."""
    pairs = [(line, BlockKind.PARAGRAPH) if isinstance(line, str) else line for line in lines]
    article = article_of("\n".join(line for line, _ in pairs))
    blocks = tuple(
        Block(span=span, kind=kind, level=1, opens=line in opens)
        for span, (line, kind) in zip(article.block_spans, pairs, strict=True)
        if kind is not BlockKind.PARAGRAPH
    )
    return replace(article, blocks=blocks)


def _quoted(article: Article, nlp: Language) -> list[tuple[str, str | None]]:
    analysis = analyse_article(article, nlp)
    names = {source.id: source.name for source in analysis.sources}
    return [
        (" ".join(span.of(article.text) for span in quote.content_spans),
         names[given.source_id] if given.source_id is not None else None)
        for quote, given in zip(analysis.quotes, analysis.attributions, strict=True)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("credit", "name"),
    [
        ("— Ida Holm", "Ida Holm"),
        ("Ida Holm, pilot", "Ida Holm"),
        ("Ida Holm – The Long Road", "Ida Holm"),
        ("-- Dr. Ida Holm, pilot of Torvale", "Ida Holm"),
        ("— deputy mayor Ida Holm", "Ida Holm"),
        ("Ida Holm in Council minutes", "Ida Holm"),
        ("The Long Road by Ida Holm", "Ida Holm"),
        ("The Torvale Water Board", "Torvale Water Board"),
        ("a resident of Torvale", "a resident of Torvale"),
        ("Source: Torvale Post", None),
    ],
)
def test_a_credit_names_who_said_it(credit: str, name: str | None, nlp: Language) -> None:
    assert _quoted(_page(FOG, (FIRST, QUOTE), (credit, CREDIT), FOG), nlp) == [(FIRST, name)]


@pytest.mark.parametrize("quote", [f"“{FIRST}”", "“No.”", "“No!” And then again: “No!”"])
def test_words_between_marks_are_credited_as_those_without(quote: str, nlp: Language) -> None:
    found = _quoted(_page(FOG, (quote, QUOTE), ("Ida Holm", CREDIT), FOG), nlp)
    assert found
    assert {name for _, name in found} == {"Ida Holm"}


def test_all_paragraphs_of_a_quote_are_credited(nlp: Language) -> None:
    article = _page(FOG, (FIRST, QUOTE), (SECOND, QUOTE), ("— Ida Holm", CREDIT), FOG)
    assert _quoted(article, nlp) == [(f"{FIRST} {SECOND}", "Ida Holm")]


def test_a_credit_goes_before_who_is_named_above(nlp: Language) -> None:
    article = _page("Keller wrote on Monday:", (FIRST, QUOTE), ("— Ida Holm", CREDIT), FOG)
    assert _quoted(article, nlp) == [(FIRST, "Ida Holm")]


def test_a_credit_may_stand_above_the_quote(nlp: Language) -> None:
    article = _page(FOG, ("Ida Holm, pilot:", CREDIT), (FIRST, QUOTE), FOG)
    assert _quoted(article, nlp) == [(FIRST, "Ida Holm")]


def test_two_block_quotes_are_two_quotes_and_a_credit_is_of_the_nearest(nlp: Language) -> None:
    quotes = ((FIRST, QUOTE), (SECOND, QUOTE))
    article = _page(FOG, *quotes, ("— Ida Holm", CREDIT), FOG, opens=(FIRST, SECOND))
    assert _quoted(article, nlp) == [(FIRST, None), (SECOND, "Ida Holm")]
    article = _page(FOG, quotes[0], ("— Ida Holm", CREDIT), quotes[1], FOG, opens=(FIRST, SECOND))
    assert _quoted(article, nlp) == [(FIRST, "Ida Holm"), (SECOND, None)]


def test_a_credit_at_the_border_of_a_window_is_read_with_its_quote(nlp: Language) -> None:
    before = [FOG] * (1 + (FIRST_WINDOW - len(FIRST)) // len(FOG))
    article = _page(*before, (FIRST, QUOTE), (SECOND, QUOTE), ("— Ida Holm", CREDIT), FOG)
    assert _quoted(article, nlp) == [(f"{FIRST} {SECOND}", "Ida Holm")]


def test_a_turn_goes_on_in_what_continues_its_item(nlp: Language) -> None:
    item, more = BlockKind.LIST_ITEM, BlockKind.ITEM_CONTINUED
    article = _page(
        FOG,
        ("Torvale Post: Why is it dark?", item),
        (f"Ida Holm: {FIRST}", item),
        (SECOND, more),
        FOG,
    )
    assert _quoted(article, nlp) == [
        ("Why is it dark?", "Torvale Post"),
        (f"{FIRST} {SECOND}", "Ida Holm"),
    ]
