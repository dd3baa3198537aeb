"""The passes over each extraction, and their order."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from inquit.attribution.finding.passes import PASSES
from inquit.model.quotation import Analysis, Quote

Analysed = Callable[[str], Analysis]


def only_quote(analysed: Analysed, text: str) -> Quote:
    (quote,) = (one for one in analysed(text).quotes if one.within is None)
    return quote


def test_quotes_are_split_before_their_ends_are_mended_and_denial_is_told_last() -> None:
    names = [step.__name__ for step in PASSES]
    assert names == [
        "split_joined_quotes",
        "add_addressee",
        "mend_ends",
        "part_cue_from_content",
        "end_quotations",
        "drop_gestures",
        "tell_turns_apart",
        "mark_negated",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Lund never said “the ferry is safe.”",
        "Lund did not say that the ferry was safe.",
        "Roe denied saying the dam was safe.",
        "Nobody said the dam was safe.",
        "None of the witnesses said the lamp had been dark.",
    ],
)
def test_what_the_text_denies_is_marked(text: str, analysed: Analysed) -> None:
    assert only_quote(analysed, text).negated


@pytest.mark.parametrize(
    "text",
    [
        "“Never!” shouted Lund.",
        "Lund said the ferry was never safe.",
        "The company denied that it had known of the leak.",
        "“We are not ready,” said Lund.",
    ],
)
def test_a_denial_in_the_words_themselves_is_said(text: str, analysed: Analysed) -> None:
    assert not only_quote(analysed, text).negated


def test_nobody_is_no_source(analysed: Analysed) -> None:
    analysis = analysed("Nobody said the dam was safe.")
    assert [given.mention for given in analysis.attributions] == [None]
    assert analysis.sources == ()


@pytest.mark.parametrize(
    "text",
    ["The minister announced his retirement on Monday.", "Lund asked for details of the plan."],
)
def test_what_was_only_talked_about_is_a_topic(text: str, analysed: Analysed) -> None:
    assert only_quote(analysed, text).topic


def test_a_clause_is_no_topic(analysed: Analysed) -> None:
    assert not only_quote(analysed, "The minister announced that he would retire.").topic


def test_an_indirect_sentence_and_a_quotation_after_it_are_two_quotes(analysed: Analysed) -> None:
    text = "The ferry was late, Lund said. “Nobody told us.”"
    contents = [[s.of(text) for s in quote.content_spans] for quote in analysed(text).quotes]
    assert contents == [["The ferry was late"], ["Nobody told us."]]


def test_each_quote_has_three_confidences_and_the_smallest(analysed: Analysed) -> None:
    for given in analysed("“The ferry is late,” said Lund. He added that it leaked.").attributions:
        assert given.confidences is not None
        assert given.confidence == given.confidences.smallest


@pytest.mark.parametrize("did", ["laughed", "nodded", "sighed", "applauded", "groaned"])
def test_what_somebody_did_after_a_quotation_is_no_inquit(did: str, analysed: Analysed) -> None:
    text = f"Anna Brisk told Tom Holt the news. “The bridge opens in May.” Holt {did}."
    analysis = analysed(text)
    assert not any(given.cue and given.cue.span.of(text) == did for given in analysis.attributions)


@pytest.mark.parametrize(
    "text",
    [
        "“No,” said Ann Lee. “Yes,” said Bob Smith.",
        "“This is our bridge,” Brisk said. “Why now?” one woman asked.",
        "“Do not worry!” she said. “We will be quick!” the foreman shouted.",
    ],
)
def test_two_inquits_are_two_quotes(text: str, analysed: Analysed) -> None:
    quotes = analysed(text).quotes
    assert [len(quote.content_spans) for quote in quotes] == [1, 1]
