"""Commands ask an analyser that stayed, for short articles, and else help themselves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from inquit.errors import AnalysisStoppedError
from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch
from inquit.service import analysis
from inquit.service.analyser import borrowing
from inquit.service.analyser.borrowing import BorrowedAnalyser
from inquit.service.analyser.warm import stop_all
from inquit.service.analysis import USUAL_SETUP, Analyst
from inquit.service.extraction import render_articles
from tests.service.analyser.analysing import ARTICLE, BATCHES, INSTALLED, HeldAnalyst
from tests.service.analyser.staying import staying


@pytest.fixture(autouse=True)
def loads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(borrowing, "describe_installation", lambda _: INSTALLED)
    monkeypatch.setattr(analysis, "_pipeline", lambda model: model)


@pytest.fixture
def borrowed() -> Iterator[BorrowedAnalyser]:
    with closing(BorrowedAnalyser(USUAL_SETUP, keep_warm=lambda: True)) as analyser:
        yield analyser


def test_one_that_stayed_is_asked(runtime_folder: Path, borrowed: BorrowedAnalyser) -> None:
    with staying(runtime_folder):
        for _ in range(2):
            assert tuple(borrowed.batches(ARTICLE)) == BATCHES


def test_extract_asks_it(runtime_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INQUIT_CONFIG_DIR", str(runtime_folder / "config"))
    with staying(runtime_folder):
        (text,) = render_articles([ARTICLE], format_name="text", setup=USUAL_SETUP, cached=False)
    assert "Ada Byrne" in text


@pytest.mark.usefixtures("runtime_folder")
def test_where_none_stayed_that_is_said(borrowed: BorrowedAnalyser) -> None:
    with pytest.raises(AnalysisStoppedError):
        next(borrowed.batches(ARTICLE))


def test_who_does_not_want_it_asks_none(runtime_folder: Path) -> None:
    with staying(runtime_folder), pytest.raises(AnalysisStoppedError):
        next(BorrowedAnalyser(USUAL_SETUP, keep_warm=lambda: False).batches(ARTICLE))


def test_it_is_not_asked_for_much(
    runtime_folder: Path, borrowed: BorrowedAnalyser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(borrowing, "_MOST_CODE_POINTS", 2 * len(ARTICLE.text))
    few = BorrowedAnalyser(USUAL_SETUP, keep_warm=lambda: True)
    long = replace(ARTICLE, text="x" * 100_001)
    with staying(runtime_folder), closing(few):
        with pytest.raises(AnalysisStoppedError):
            next(borrowed.batches(long))
        for _ in range(2):
            assert tuple(few.batches(ARTICLE)) == BATCHES
        with pytest.raises(AnalysisStoppedError):
            next(few.batches(ARTICLE))


def test_what_it_leaves_open_is_found_here(
    runtime_folder: Path, borrowed: BorrowedAnalyser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found_here(*_: object, **__: object) -> Iterator[AnalysisBatch]:
        yield from BATCHES

    monkeypatch.setattr("inquit.attribution.engine.analyse_batches", found_here)
    analyst = HeldAnalyst()
    with staying(runtime_folder, analyst):
        batches = Analyst(helper=borrowed.batches).batches(ARTICLE)
        found = [next(batches)]
        assert stop_all() == (1, 0)
        analyst.go.set()
        assert (*found, *batches) == BATCHES


def test_a_helper_is_not_asked_for_what_somebody_looks_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def found_here(*_: object, **__: object) -> Iterator[AnalysisBatch]:
        yield from BATCHES[:2]

    def help_out(_: Article) -> Iterator[AnalysisBatch]:
        raise AssertionError("nobody should ask")

    monkeypatch.setattr("inquit.attribution.engine.analyse_batches", found_here)
    found = Analyst(helper=help_out).batches(ARTICLE, visible=lambda: None)
    assert tuple(found) == BATCHES[:2]
