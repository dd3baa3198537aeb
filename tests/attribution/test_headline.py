"""A headline may name who says so after a colon."""

from __future__ import annotations

import pytest
from spacy.language import Language

from inquit.attribution.rules.headline import headline_report
from inquit.attribution.window_reading import open_windows
from inquit.model.article import article_of
from inquit.model.span import Span


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("We had no warning: villagers", "We had no warning", "villagers"),
        (
            "Tunnel will open in May: transport minister",
            "Tunnel will open in May",
            "transport minister",
        ),
        ("‘We had no warning’: villagers", "We had no warning", "villagers"),
        ("“We had no warning”: Lund", "We had no warning", "Lund"),
    ],
)
def test_reads_who_says_so(text: str, words: str, who: str, nlp: Language) -> None:
    (window,) = open_windows(article_of(text), nlp)
    report = headline_report(window.passages[0])
    assert report is not None
    assert [span.of(text) for span in report.content_spans] == [words]
    assert isinstance(report.source, Span)
    assert report.source.of(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "Why the harbour matters: voters",
        "River bursts its banks: photos",
        "The council agreed on one thing: the dam would stay.",
        "Boats lie at anchor: Lund harbour",
        "Minister: tunnel will open",
    ],
)
def test_takes_no_other_colon_for_one(text: str, nlp: Language) -> None:
    (window,) = open_windows(article_of(text), nlp)
    assert headline_report(window.passages[0]) is None
