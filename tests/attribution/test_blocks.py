"""What a page sets apart is a quotation without marks."""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language

from inquit.attribution.engine import analyse_article
from inquit.model.article import Article, article_of
from inquit.model.structure import Block, BlockKind


def page(text: str, *apart: str) -> Article:
    """Return an article in which some paragraphs are block quotes."""
    article = article_of(text)
    blocks = tuple(
        Block(span=span, kind=BlockKind.BLOCK_QUOTE, level=1)
        for span in article.block_spans
        if span.of(text) in apart
    )
    return replace(article, blocks=blocks)


FIRST = "The lamp has been dark since March"
SECOND = "Nobody at the board would say why"


def quoted(article: Article, nlp: Language) -> list[tuple[list[str], str | None]]:
    analysis = analyse_article(article, nlp)
    return [
        (
            [span.of(article.text) for span in quote.content_spans],
            given.mention.span.of(article.text) if given.mention is not None else None,
        )
        for quote, given in zip(analysis.quotes, analysis.attributions, strict=True)
    ]


def test_a_block_quote_is_of_who_is_named_before_the_colon(nlp: Language) -> None:
    article = page(f"Keller wrote on Monday:\n{FIRST}\nThe board met in May.", FIRST)
    assert quoted(article, nlp) == [([FIRST], "Keller")]


def test_its_paragraphs_are_one_quote(nlp: Language) -> None:
    text = f"Keller listed his complaints:\n{FIRST}\n{SECOND}\nThe board met in May."
    assert quoted(page(text, FIRST, SECOND), nlp) == [([FIRST, SECOND], "Keller")]


def test_its_last_line_may_sign_it(nlp: Language) -> None:
    text = f"The board met in May.\n{FIRST}\n— Ida Holm, pilot\nIt will meet again."
    assert quoted(page(text, FIRST, "— Ida Holm, pilot"), nlp) == [([FIRST], "Ida Holm")]


def test_nobody_is_credited_where_nobody_is_named(nlp: Language) -> None:
    text = f"There was fog.\n{FIRST}\nIt lifted at noon."
    assert quoted(page(text, FIRST), nlp) == [([FIRST], None)]


def test_the_same_words_in_a_plain_paragraph_are_no_quote(nlp: Language) -> None:
    assert quoted(page(f"There was fog.\n{FIRST}\nIt lifted at noon."), nlp) == []
