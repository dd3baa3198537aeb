"""A quotation of several pieces is found by them, where nobody else has them."""

from __future__ import annotations

import pytest

from inquit.model.annotation import Target, target_of
from inquit.model.span import Span
from inquit.store.anchors.anchoring import FoundPassage, locate
from inquit.store.anchors.pieces import find_by_pieces
from tests.store.making import article

QUOTE = (
    "“I have lived here for forty years,” said Tom Okafor, a baker of 44 in the old town, "
    "“and nobody asked me a thing.”"
)
TEXT = f"The town grew slowly.\n{QUOTE}\nThe mayor declined to be interviewed.\n"


def _target(text: str = TEXT, quote: str = QUOTE) -> Target:
    start = text.index(quote)
    return target_of(article(text), Span(start + 1, start + len(quote) - 1))


def _words(text: str) -> str | None:
    span = find_by_pieces(_target(), text)
    return None if span is None else span.of(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("baker", "butcher"),
        ("44", "45"),
        ("Tom Okafor", "Mr Okafor"),
        ("Tom Okafor", "Mr Tom Okafor"),
        ("old town", "new quarter by the river"),
        ("The town grew slowly.", "Nothing of this was there before."),
    ],
)
def test_it_is_found_where_what_is_around_its_pieces_changed(old: str, new: str) -> None:
    assert _words(TEXT.replace(old, new)) == QUOTE.replace(old, new)[1:-1]


def test_it_is_to_check_and_never_sure() -> None:
    changed = TEXT.replace("44", "45")
    start = changed.index("I have")
    found = locate(_target(), article(changed))
    assert found == FoundPassage(span=Span(start, start + len(QUOTE) - 2), sure=False)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Tom Okafor", "Gina Mason"),
        ("Okafor", "Mason"),
        ("Tom Okafor, a baker of 44", "he"),
        ("forty years", "four years"),
        ("nobody asked", "somebody asked"),
        ("said Tom Okafor", "said Tom Okafor.\nOthers go on"),
        ("town, “", "town, “or so,” he went on, “"),
        ("The mayor declined", "“and nobody asked me a thing.” The mayor declined"),
    ],
)
def test_other_words_names_or_paragraphs_do_not_have_it(old: str, new: str) -> None:
    assert _words(TEXT.replace(old, new)) is None


def test_pieces_in_another_order_do_not_have_it() -> None:
    turned = "“and nobody asked me a thing.” said Tom Okafor, “I have lived here for forty years,”"
    assert _words(TEXT.replace(QUOTE, turned)) is None


def test_what_was_like_another_place_of_its_article_is_not_found_by_its_pieces() -> None:
    twice = TEXT + QUOTE.replace("Tom Okafor", "Ann Lee") + "\n"
    changed = twice.replace("44", "45", 1)
    assert find_by_pieces(_target(twice), changed) is None


@pytest.mark.parametrize("quote", ["“No,” said Tom Okafor, “never.”", "“I said nothing at all.”"])
def test_few_words_or_a_single_piece_are_not_found_so(quote: str) -> None:
    text = TEXT.replace(QUOTE, quote)
    assert find_by_pieces(_target(text, quote), text + "More.") is None


def test_quoted_words_between_marked_words_are_no_pieces() -> None:
    words = "Tom Okafor called it “quite a long and strange affair” in a letter to Ann Lee"
    text = TEXT.replace(QUOTE, words)
    start = text.index(words)
    target = target_of(article(text), Span(start, start + len(words)))
    assert find_by_pieces(target, text.replace("strange", "happy")) is None
