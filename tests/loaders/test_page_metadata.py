"""What a page says of itself is read, however it says it, in time that its size allows."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inquit.loaders.page.loader import load_page
from inquit.model.article import Article

FILLER = "The council met for three hours on Tuesday and heard from residents of the old port."
KEYS = ("@type", "@graph", "author", "name", "headline", "datePublished", "publisher", "@context")
VALUES = ("Person", "NewsArticle", "Ana Silva", "2026-03-01", "https://schema.org")


def _page(data: str, mark: str = "application/ld+json") -> Article:
    source = (
        f"<html><head><title>Pier</title><script type='{mark}'>{data}</script></head>"
        f"<body><p>{FILLER}</p><p>{FILLER}</p></body></html>"
    )
    return load_page(source.encode(), origin="a.html", url="https://herald.example/pier")


def test_described_data_gives_author_and_date() -> None:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Ferry hits pier",
        "author": {"@type": "Person", "name": "Ana Silva"},
        "datePublished": "2026-03-01",
    }
    article = _page(json.dumps(data))
    assert (article.byline, article.published) == ("Ana Silva", "2026-03-01")


def test_a_line_that_is_nothing_but_a_byline_or_a_date_tells_what_no_data_does() -> None:
    source = (
        "<html><head><title>Pier</title></head><body><article><h1>Pier</h1>"
        f"<p>By Ana Silva</p><p>March 1, 2026</p><p>{FILLER}</p><p>{FILLER}</p></article></body>"
    )
    article = load_page(source.encode(), origin="a.html", url="https://herald.example/pier")
    assert (article.byline, article.published) == ("Ana Silva", "March 1, 2026")


@pytest.mark.parametrize(
    "unit",
    ['{"@type":"Person","author":"', '"datePublished":"2026', "[", "&#91;", '{"a":', '\\"', '"'],
)
def test_described_data_that_is_broken_without_end_leaves_the_page_readable(unit: str) -> None:
    assert FILLER in _page(unit * 20_000).text


@settings(max_examples=60, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.sampled_from(VALUES) | st.text(max_size=9),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4)
        ),
        max_leaves=12,
    )
)
def test_described_data_of_any_shape_leaves_the_page_readable(data: object) -> None:
    assert FILLER in _page(json.dumps(data)).text
