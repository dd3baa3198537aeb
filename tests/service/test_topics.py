"""Topics are left out of what is shown unless they are asked for."""

from __future__ import annotations

from inquit.model.article import article_of
from inquit.service.analysis import Analyst, Engine, version_of

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
