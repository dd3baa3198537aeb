"""What the page's form tells: transcripts, signed quotations, datelines, titles."""

from __future__ import annotations

import pytest
from spacy.language import Language

from inquit.attribution.passage import Passage
from inquit.attribution.rules.structure import (
    dash_name,
    title_like,
    transcript_report,
)
from inquit.attribution.windows import read_windows
from inquit.model.article import article_of


def passage(text: str, nlp: Language) -> Passage:
    (window,) = read_windows(article_of(text), nlp)
    (only,) = window.passages
    return only


@pytest.mark.parametrize("text", ["HOLM: It is late.", "Ida Holm (mayor): It is late."])
def test_reads_who_speaks_in_a_transcript(text: str, nlp: Language) -> None:
    report = transcript_report(passage(text, nlp))
    assert report is not None
    assert [span.of(text) for span in report.content_spans] == ["It is late."]


@pytest.mark.parametrize("text", ["Note: It is late.", "It was late: the ship had left."])
def test_takes_a_label_or_a_sentence_for_no_speaker(text: str, nlp: Language) -> None:
    assert transcript_report(passage(text, nlp)) is None


def test_reads_the_name_that_signs_a_quotation(nlp: Language) -> None:
    text = "“It is late.” — Ida Holm, mayor"
    one = passage(text, nlp)
    name = dash_name(one, one.runs[0].outer.end)
    assert name is not None
    assert name.of(text) == "Ida Holm"


def test_tells_a_title_by_its_capitals() -> None:
    assert title_like(["A", "Winter", "on", "the", "Quay"])
    assert not title_like(["We", "must", "act", "on", "this"])
