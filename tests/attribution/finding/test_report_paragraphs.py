"""The encoder reads the paragraphs in which somebody may be quoted."""

from __future__ import annotations

import pytest
from spacy.language import Language

from inquit.attribution.finding.report_paragraphs import can_hold_report, worth_reading
from inquit.attribution.window_reading import open_windows
from inquit.model.article import article_of


def is_read(text: str, nlp: Language) -> bool:
    (window,) = open_windows(article_of(text), nlp)
    return can_hold_report(window.passages[0])


@pytest.mark.parametrize(
    "text",
    [
        "“We open in May.”",
        "The mayor said it would open.",
        "According to the mayor it opens in May.",
        "The warning came too late.",
        "Nora Lind: It opens in May.",
    ],
)
def test_a_mark_a_reporting_word_or_a_colon_is_enough(text: str, nlp: Language) -> None:
    assert is_read(text, nlp)


def test_a_paragraph_with_none_of_them_is_not_read(nlp: Language) -> None:
    assert not is_read("The lamp over the river was dark in May.", nlp)


def test_what_a_colon_leads_to_is_read(nlp: Language) -> None:
    text = "Keller wrote:\n\nThe lamp was dark.\n\nThe fog was thick."
    (window,) = open_windows(article_of(text), nlp)
    assert [one.text for one in worth_reading(window.passages)] == [
        "Keller wrote:",
        "The lamp was dark.",
    ]
