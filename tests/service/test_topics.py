"""Topics are left out of what is shown unless they are asked for."""

from __future__ import annotations

from dataclasses import replace

from inquit.model.article import article_of
from inquit.model.span import Span
from inquit.service.analysis import Analyst, Engine, version_of
from inquit.service.topics import without_topics

TEXT = "The minister announced his retirement on Monday. “The work is done,” Ida Lund said."


def test_topics_are_left_out_with_the_sources_of_topics_alone() -> None:
    analysis = Analyst().analyse(article_of(TEXT))
    assert [quote.topic for quote in analysis.quotes] == [False]
    assert [source.name for source in analysis.sources] == ["Ida Lund"]
    assert len(analysis.attributions) == 1


def test_topics_are_given_where_they_are_asked_for() -> None:
    analysis = Analyst(topics=True).analyse(article_of(TEXT))
    assert [quote.topic for quote in analysis.quotes] == [True, False]
    assert len(analysis.sources) == 2


def test_the_engine_is_part_of_what_an_analysis_is_kept_by() -> None:
    analysis = Analyst().analyse(article_of(TEXT))
    assert analysis.engine_version == version_of(Engine.STANDARD)
    assert version_of(Engine.DEEP) != version_of(Engine.STANDARD)


def test_a_preview_hides_nothing_of_what_is_found_in_the_end() -> None:
    article = article_of(TEXT)
    (final,) = Analyst(topics=True).batches(article)
    early = replace(
        final,
        preview=Span(0, len(TEXT)),
        quotes=tuple(replace(quote, topic=not quote.topic) for quote in final.quotes),
        sources=tuple(replace(source, name="Lund") for source in final.sources),
    )
    previewed, shown = without_topics([early, final])
    assert previewed.preview == early.preview
    assert [shown] == list(without_topics([final]))
    assert {quote.id for quote in previewed.quotes}.isdisjoint(quote.id for quote in shown.quotes)
