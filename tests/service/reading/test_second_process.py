"""The second process itself."""

from __future__ import annotations

import time

import pytest

from inquit.attribution.choice import encoder_for
from inquit.attribution.pipeline import load_pipeline
from inquit.attribution.window_reading import read_window
from inquit.attribution.windows import windows_of
from inquit.model.article import article_of
from inquit.model.engine import AnalysisSetup
from inquit.service.analysis import USUAL_SETUP
from inquit.service.reading.second_process import SecondProcess

ARTICLE = article_of("“The lamp is dark,” said Ida Holm.\nShe said that nobody came.\n" * 60)


def wait_for(second: SecondProcess, count: int) -> list[tuple[int, bytes]]:
    """Return so many results."""
    found: list[tuple[int, bytes]] = []
    until = time.monotonic() + 120
    while len(found) < count:
        assert time.monotonic() < until
        found += second.results(1.0)
    return found


def test_reads_the_same_to_the_byte_and_ends_when_it_is_closed() -> None:
    second = SecondProcess(ARTICLE, USUAL_SETUP)
    try:
        assert not second.takes(1)
        while not second.ready:
            assert second.results(1.0) == []
        assert second.takes(1)
        second.give(1)
        ((number, data),) = wait_for(second, 1)
    finally:
        second.close()
    nlp, window = load_pipeline(), list(windows_of(ARTICLE))[1]
    assert number == 1
    assert data == read_window(window, nlp, encoder_for(ARTICLE)).encoded()
    with pytest.raises(EOFError):
        wait_for(second, 1)


def test_one_that_cannot_load_has_ended() -> None:
    second = SecondProcess(ARTICLE, AnalysisSetup(model="no_such_model"))
    with pytest.raises(EOFError):
        wait_for(second, 1)
    assert not second.takes(1)
    second.close()
