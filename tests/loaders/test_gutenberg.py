"""A text of Project Gutenberg is the book alone."""

from __future__ import annotations

from inquit.loaders import load_bytes
from inquit.loaders.text.gutenberg import book_in

TEXT = (
    "The Project Gutenberg eBook of The Pier\n\nPROJECT GUTENBERG says who may use it.\n\n"
    "Title: The Pier\n\nAuthor: Jo March\n\nLanguage: English\n\n"
    "*** START OF THE PROJECT GUTENBERG EBOOK THE PIER ***\n\nChapter I\n\nIt was dark.\n\n"
    "*** END OF THE PROJECT GUTENBERG EBOOK THE PIER ***\n\nTHE FULL LICENSE\n"
)


def test_head_and_licence_go_and_a_notice_says_so() -> None:
    article = load_bytes(TEXT.encode(), article_id=None, origin="x")
    assert article.text == "Chapter I\n\nIt was dark."
    assert (article.title, article.byline, article.language) == ("The Pier", "Jo March", "en")
    assert "Project Gutenberg" in article.notices[0]


def test_a_text_that_only_names_it_stays_whole() -> None:
    assert book_in("It is on PROJECT GUTENBERG, she said.") is None
    assert book_in(TEXT.split("It was")[0].replace("*** START", "START")) is None


def test_a_book_cut_to_nothing_stays_whole() -> None:
    assert book_in(TEXT.replace("Chapter I\n\nIt was dark.", "")) is None
