"""A source span without a letter names nobody."""

from spacy.language import Language

from inquit.attribution.engine import analyse_article
from inquit.model.article import article_of


def test_a_bracket_where_a_source_would_stand_is_no_source(nlp: Language) -> None:
    analysis = analyse_article(article_of("“Stop now, all of you,” said [/]."), nlp)
    assert all(any(letter.isalpha() for letter in source.name) for source in analysis.sources)
    assert all(given.source_id is None for given in analysis.attributions)
