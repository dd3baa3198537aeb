"""Pieces of a document become an article whose offsets hold."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inquit.errors import InputError
from inquit.loaders.article_builder import compose
from inquit.loaders.normalization import normalise
from inquit.loaders.piece import LINE_BREAK, Piece
from inquit.model.article import Article, ArticleId, paragraphs_of
from inquit.model.structure import BlockKind

TARGET = "https://example.org/a"
WORDS = st.one_of(
    st.text(max_size=12),
    st.text(alphabet="ab \n\t\u2028\x1b[m\u202e\u200d\r", max_size=12),
)
RUNS = st.lists(
    st.tuples(WORDS, st.sampled_from([None, TARGET, "http://b.example", "file:///etc/passwd"])),
    max_size=5,
).map(tuple)
PIECES = st.lists(st.builds(Piece, RUNS, st.sampled_from(BlockKind), st.integers(0, 3)), max_size=6)


def _compose(*pieces: Piece) -> Article:
    return compose(pieces, article_id=ArticleId("x"), origin="x")


def test_headings_lists_and_paragraphs_keep_their_kind() -> None:
    article = _compose(
        Piece((("Ferry  hits\npier", None),), BlockKind.HEADING, 1),
        Piece((("It was ", None), ("loud", TARGET), (".", None))),
        Piece((("one", None),), BlockKind.LIST_ITEM, 1),
        Piece((("two", None),), BlockKind.LIST_ITEM, 1),
    )
    assert article.text == "Ferry hits pier\n\nIt was loud.\n\none\ntwo"
    kinds = [(block.span.of(article.text), block.kind) for block in article.blocks]
    assert kinds[0] == ("Ferry hits pier", BlockKind.HEADING)
    assert kinds[2] == ("two", BlockKind.LIST_ITEM)
    assert [(link.span.of(article.text), link.target) for link in article.links] == [
        ("loud", TARGET)
    ]


def test_a_line_separator_breaks_a_line_and_a_line_feed_does_not() -> None:
    article = _compose(Piece(((f"a\nb{LINE_BREAK}c", None),)))
    assert article.text == "a b\nc"


def test_preformatted_text_keeps_its_lines_and_spaces() -> None:
    article = _compose(Piece((("a  b\n\n  c", None),), BlockKind.PREFORMATTED))
    assert article.text == "a  b\n  c"


def test_a_link_in_several_runs_is_one_link() -> None:
    article = _compose(Piece((("the ", TARGET), ("port ", TARGET), ("of call", None))))
    assert [link.span.of(article.text) for link in article.links] == ["the port"]


@pytest.mark.parametrize("target", ["javascript:x", "file:///etc/passwd", "/a", "https://", "x"])
def test_only_addresses_of_the_web_are_links(target: str) -> None:
    assert _compose(Piece((("words", target),))).links == ()


def test_an_address_holds_no_control() -> None:
    (link,) = _compose(Piece((("words", "https://a.example/\x1b]0;x\x07\u202e y"),))).links
    assert link.target == "https://a.example/%1B]0;x%07%E2%80%AE%20y"


def test_no_words_are_an_input_error() -> None:
    with pytest.raises(InputError, match="holds no words"):
        _compose(Piece(((" \u200b\n", None),)))


def test_without_an_id_the_digest_is_it() -> None:
    article = compose([Piece((("a", None),))], article_id=None, origin="x")
    assert article.id == f"sha256:{article.text_digest}"


@given(PIECES)
def test_every_span_is_right_whatever_the_pieces(pieces: list[Piece]) -> None:
    try:
        article = _compose(*pieces)
    except InputError:
        return
    text = article.text
    assert normalise(text) == text
    assert article.block_spans == paragraphs_of(text)
    assert {block.span for block in article.blocks} <= set(article.block_spans)
    links = [link.span for link in article.links]
    assert all(one.end <= two.start for one, two in itertools.pairwise(links))
    for span in links:
        words = span.of(text)
        assert words
        assert words == words.strip()


@given(st.text(min_size=1, max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_a_link_covers_its_words(words: str, before: str, after: str) -> None:
    runs = ((before, None), (words.replace(LINE_BREAK, " "), TARGET), (after, None))
    try:
        article = _compose(Piece(runs))
    except InputError:
        return
    expected = " ".join(normalise(words.replace(LINE_BREAK, " ")).split())
    assert "".join(link.span.of(article.text) for link in article.links) == expected
