"""A page's tree is bounded in tags, attributes and depth before it is made."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inquit.errors import InputError
from inquit.loaders.page.attributes import MOST_ATTRIBUTES
from inquit.loaders.page.loader import load_page
from inquit.loaders.page.tree import DEEPEST, MOST_TAGS, page_tree


def _text(source: str) -> str:
    return load_page(source.encode(), origin="a.html").text


def test_a_page_of_a_million_elements_is_refused_in_one_line() -> None:
    with pytest.raises(InputError, match="too many elements") as caught:
        _text("<html><body>" + "<i>x" * 1_000_000)
    assert str(caught.value) == "cannot read a.html: the page has too many elements"
    assert MOST_TAGS < 1_000_000


def test_a_tag_with_attributes_without_end_keeps_the_first_and_its_words() -> None:
    many = " ".join(f"a{number}='<{number}>'" for number in range(100_000))
    assert _text(f"<html><body><p hidden {many}>Unseen.</p><p {many} hidden>Seen.") == "Seen."
    tree = page_tree(f"<p {many}>x</p>", "a.html")
    assert tree is not None
    assert len(next(tree.iter("p")).attrib) == MOST_ATTRIBUTES


@pytest.mark.parametrize("depth", [DEEPEST // 2, DEEPEST * 2, 50_000])
def test_words_at_any_depth_are_kept(depth: int) -> None:
    source = "<p>Before.</p>" + "<div>" * depth + "Deep." + "</div>" * depth + "<p>After.</p>"
    assert _text(source) == "Before.\n\nDeep.\n\nAfter."


@pytest.mark.parametrize(
    "unit", ["<a", '<a b="', "<a b='\"", "<a =", "<p/", "<a x  =\n", "<", "<!--", "</p", "&#"]
)
def test_broken_tags_without_end_are_read(unit: str) -> None:
    source = "<html><body><p>Words before.</p>" + unit * 40_000
    assert _text(source).startswith("Words before.")


@given(st.text(alphabet="<>/='\"ab \n!-", max_size=60))
def test_bounding_attributes_changes_no_tag_that_has_few(source: str) -> None:
    tree = page_tree(f"<p>Before</p>{source}", "a.html")
    assert tree is not None
    assert "Before" in "".join(tree.itertext())


@pytest.mark.parametrize("tag", ["article", "main", "section", "header", "figure"])
def test_a_page_that_leaves_out_its_body_begins_it_where_html_does(tag: str) -> None:
    source = f"<!doctype html><title>T</title><meta name=a><{tag}><p>One.</p></{tag}><p>Two.</p>"
    tree = page_tree(source, "a.html")
    assert tree is not None
    assert [child.tag for child in tree.find("head")] == ["title", "meta"]
    assert "".join(tree.find("body").itertext()) == "One.Two."
    assert _text(source) == "One.\n\nTwo."
