"""The composer: articles in, analyses out, kept where a cache is given."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import seeds
from inquit.attribution import window_reading
from inquit.attribution.window_reading import WindowReading, read_window
from inquit.attribution.windows import Window
from inquit.errors import InputError, ModelError
from inquit.model.article import Article, ArticleId
from inquit.model.engine import AnalysisSetup
from inquit.service import articles
from inquit.service.analysis import DEFAULT_MODEL, LONG, Analyst
from inquit.store.analysis_cache import AnalysisCache

NAME = "pentagon-readout"


@pytest.fixture(scope="module")
def article() -> Article:
    return articles.open_bytes(seeds.read(NAME), article_id=ArticleId("seed:x"), origin="x")


@pytest.fixture(scope="module")
def analyst() -> Analyst:
    return Analyst()


def test_batches_add_up_to_the_analysis(article: Article, analyst: Analyst) -> None:
    batches = list(analyst.batches(article))
    assert analyst.collected(article, batches) == analyst.analyse(article)
    assert batches[-1].done == batches[-1].total == len(article.text)


def test_an_analysis_is_of_the_article_and_the_model_it_was_asked_for(
    article: Article, analyst: Analyst
) -> None:
    analysis = analyst.analyse(article)
    assert analysis.article_id == article.id
    assert analysis.text_digest == article.text_digest
    assert analysis.model_name == DEFAULT_MODEL
    assert len(analysis.attributions) == len(analysis.quotes) == 11


def test_a_second_analysis_comes_from_the_cache(article: Article, tmp_path: Path) -> None:
    cache = AnalysisCache(tmp_path)
    first = Analyst(cache=cache).analyse(article)
    again = Analyst(cache=cache)
    assert again.kept(article) == first
    (batch,) = again.batches(article)
    assert again.collected(article, [batch]) == first


def test_an_analysis_that_was_not_finished_is_not_kept(article: Article, tmp_path: Path) -> None:
    analyst = Analyst(cache=AnalysisCache(tmp_path))
    batches = analyst.batches(article)
    next(batches)
    del batches
    assert analyst.kept(article) is None


def test_another_model_has_no_share_in_the_cache(article: Article, tmp_path: Path) -> None:
    cache = AnalysisCache(tmp_path)
    Analyst(cache=cache).analyse(article)
    assert Analyst(AnalysisSetup(model="another"), cache=cache).kept(article) is None


def test_a_missing_model_is_told_when_the_first_article_needs_it(article: Article) -> None:
    analyst = Analyst(AnalysisSetup(model="no_such_model"))
    with pytest.raises(ModelError):
        analyst.analyse(article)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    for opened in (articles.open_file, articles.require_file):
        with pytest.raises(InputError, match="no such file"):
            opened(tmp_path / "none")


def test_a_file_is_opened(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.")
    assert articles.open_file(tmp_path / "a.txt").text == "One."


@pytest.fixture(scope="module")
def long_article() -> Article:
    """A dialogue, which rules alone read: in a tenth of the time."""
    turns = ["“Where is it?” asked Ida Holm.", "“I left it there.”", "“Where?”", "Per Lund left."]
    text = "\n\n".join(turns * 550).encode()
    return articles.open_bytes(text, article_id=ArticleId("seed:long"), origin="x")


def test_a_long_text_goes_on_where_its_analysis_was_left(
    long_article: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(long_article.text) >= LONG
    whole = Analyst().analyse(long_article)
    cache = AnalysisCache(tmp_path)
    left = Analyst(cache=cache).batches(long_article)
    first = next(left), next(left)
    left.close()
    assert Analyst(cache=cache).kept(long_article) is None
    read: list[object] = []

    def count_and_read(window: Window, *others: Any) -> WindowReading:
        read.append(window.span)
        return read_window(window, *others)

    monkeypatch.setattr(window_reading, "read_window", count_and_read)
    again = Analyst(cache=cache)
    batches = list(again.batches(long_article))
    assert tuple(batches[:2]) == first
    assert len(read) == len(batches) - 2
    assert again.collected(long_article, batches) == whole == again.kept(long_article)
    assert list((tmp_path / "readings").iterdir()) == []


def test_two_processes_find_what_one_finds(
    long_article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("inquit.service.reading.cores.usable_cores", lambda: 2)
    alone = list(Analyst().batches(long_article))
    assert list(Analyst(second=True).batches(long_article)) == alone


def test_of_a_text_that_is_not_kept_nothing_is_left(long_article: Article, tmp_path: Path) -> None:
    left = Analyst(cache=AnalysisCache(tmp_path)).batches(long_article, keep=False)
    next(left)
    left.close()
    assert list(tmp_path.iterdir()) == []
