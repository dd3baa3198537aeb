"""A kept article comes back as it was."""

from __future__ import annotations

import json
from dataclasses import replace

from inquit.model.article import article_of
from inquit.model.span import Span
from inquit.model.structure import Block, BlockKind, Link
from inquit.store.article_codec import decode_article, encode_article

TEXT = "It is late.\nIda Holm"
ARTICLE = replace(
    article_of(TEXT, article_id="a"),
    title="Late",
    blocks=(
        Block(span=Span(0, 11), kind=BlockKind.BLOCK_QUOTE, level=1, opens=True),
        Block(span=Span(12, 20), kind=BlockKind.CREDIT, level=1),
    ),
    links=(Link(span=Span(12, 20), target="https://x.example/"),),
    notices=("One thing",),
)


def test_an_article_comes_back_with_all_its_structure() -> None:
    assert decode_article(json.loads(json.dumps(encode_article(ARTICLE)))) == ARTICLE


def test_blocks_kept_before_it_was_told_where_quotes_begin_are_read() -> None:
    document = json.loads(json.dumps(encode_article(ARTICLE)))
    for block in document["blocks"]:
        del block["opens"]
    assert [block.opens for block in decode_article(document).blocks] == [False, False]
