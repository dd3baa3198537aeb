"""What the page's form tells: transcripts, signed quotations, datelines, titles."""

from __future__ import annotations

import pytest
from spacy.language import Language

from inquit.attribution.passage import Passage
from inquit.attribution.rules.finder import RuleFinder
from inquit.attribution.rules.structure import (
    TURN,
    dash_name,
    title_like,
    transcript_report,
)
from inquit.attribution.window_reading import open_windows
from inquit.model.article import article_of


def passage(text: str, nlp: Language) -> Passage:
    (window,) = open_windows(article_of(text), nlp)
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


def turns_in(text: str, nlp: Language) -> list[tuple[str, list[str]]]:
    article = article_of(text)
    finder = RuleFinder(text=text)
    reports = [one for w in open_windows(article, nlp) for one in finder.find(w)]
    return [
        (one.source.of(text), [span.of(text) for span in one.content_spans])
        for one in reports
        if one.source is not None and one.method is TURN
    ]


def test_several_turns_stand_in_one_paragraph(nlp: Language) -> None:
    text = "REPORTER: Will you sue? HOLT: No comment. REPORTER: Will the town?"
    assert turns_in(text, nlp) == [
        ("REPORTER", ["Will you sue?"]),
        ("HOLT", ["No comment."]),
        ("REPORTER", ["Will the town?"]),
    ]


def test_a_paragraph_without_a_label_goes_on_in_a_transcript(nlp: Language) -> None:
    lines = ("MR. DENZ: Were they closed?", "They were bad by then.", "(Crosstalk)")
    text = "\n\n".join((*lines, "MS. LIND: We had no report."))
    assert turns_in(text, nlp) == [
        ("MR. DENZ", ["Were they closed?", "They were bad by then."]),
        ("MS. LIND", ["We had no report."]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Erin Stroud, host: It is late.\n\nKarl Denz, reporter: It is not.",
        "[00:01:05] Erin Stroud: It is late.\n\n[00:01:09] Karl Denz: It is not.",
        "[Erin Stroud] It is late.\n\n[Karl Denz] It is not.",
    ],
)
def test_a_role_a_time_or_brackets_belong_to_the_label(text: str, nlp: Language) -> None:
    assert turns_in(text, nlp) == [
        ("Erin Stroud", ["It is late."]),
        ("Karl Denz", ["It is not."]),
    ]


def test_a_number_belongs_to_the_label(nlp: Language) -> None:
    text = "WITNESS 10: It is late.\n\nWITNESS 12: It is not."
    assert [name for name, _ in turns_in(text, nlp)] == ["WITNESS 10", "WITNESS 12"]


def test_a_sentence_with_a_colon_after_a_comma_is_no_turn(nlp: Language) -> None:
    assert turns_in("On Monday, the mayor had one wish: It should rain.", nlp) == []


@pytest.mark.parametrize(
    "text",
    [
        "Statement by Ida Holm, mayor\n\n“We will rebuild the bridge this year.”",
        "Ida Holm, Senior Analyst, Northgate Research\n\n“We will rebuild the bridge this year.”",
        "“We will rebuild the bridge this year.”\n\nIda Holm, Senior Analyst, Northgate Research",
    ],
)
def test_a_line_that_names_somebody_credits_the_quotation_beside_it(
    text: str, nlp: Language
) -> None:
    finder = RuleFinder(text=text)
    windows = open_windows(article_of(text), nlp)
    (report,) = [one for window in windows for one in finder.find(window)]
    assert report.source is not None
    assert report.source.of(text) == "Ida Holm"


def test_a_heading_with_a_comma_names_nobody(nlp: Language) -> None:
    text = "Winter Timetable, Ferry Service\n\n“We will rebuild the bridge this year.”"
    finder = RuleFinder(text=text)
    windows = open_windows(article_of(text), nlp)
    (report,) = [one for window in windows for one in finder.find(window)]
    assert report.source is None
