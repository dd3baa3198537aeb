"""A bare article of a text, and its paragraphs."""

from inquit.model.article import article_of, digest_of


def test_a_bare_article_keeps_the_text_and_is_named_by_its_digest() -> None:
    article = article_of(" One.\n\nTwo. ")
    assert article.text == " One.\n\nTwo. "
    assert article.id == article.text_digest == digest_of(article.text)
    assert [span.of(article.text) for span in article.block_spans] == ["One.", "Two."]


def test_a_bare_article_takes_an_id_and_an_origin() -> None:
    article = article_of("One.", article_id="a", origin="b")
    assert (article.id, article.display_title) == ("a", "b")
