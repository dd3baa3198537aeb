"""The analysis begins beside the reader's own start, where there is a core for it."""

from __future__ import annotations

import threading

import pytest

from inquit.model.article import Article
from inquit.service.analysis import USUAL_SETUP
from tui.services import analysis_start
from tui.services.analysis_start import begin_analysis


class Analyser:
    def __init__(self) -> None:
        self.prepared = threading.Event()
        self.article: Article | None = None

    def prepare(self, article: Article) -> None:
        self.article = article
        self.prepared.set()


@pytest.fixture
def analyser(monkeypatch: pytest.MonkeyPatch) -> Analyser:
    made = Analyser()
    monkeypatch.setattr("inquit.service.analyser.client.user_analyser", lambda _: made)
    return made


def test_an_article_has_its_analysis_prepared_on_another_core(
    article: Article, analyser: Analyser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(analysis_start, "_usable_cores", lambda: 2)
    begin_analysis(USUAL_SETUP, article)
    assert analyser.prepared.wait(10)
    assert analyser.article is article


@pytest.mark.parametrize("cores", [1, 2])
def test_nothing_is_prepared_on_a_single_core_or_without_an_article(
    article: Article, analyser: Analyser, monkeypatch: pytest.MonkeyPatch, cores: int
) -> None:
    monkeypatch.setattr(analysis_start, "_usable_cores", lambda: cores)
    before = threading.active_count()
    begin_analysis(USUAL_SETUP, article if cores == 1 else None)
    assert threading.active_count() == before
    assert not analyser.prepared.is_set()
