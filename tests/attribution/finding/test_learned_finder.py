"""The learned finder on short texts, and on any text at all."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from inquit.attribution.extraction import Extraction
from inquit.attribution.finding.encoder.weights import load_encoder
from inquit.attribution.finding.learned_finder import LearnedFinder
from inquit.attribution.rules.finder import RuleFinder
from inquit.attribution.window_reading import open_windows
from inquit.model.article import article_of, paragraphs_of

SAID = '"The bridge will stay closed," said Nora Quist.\nShe added that repairs cost too much.'
ALPHABET = st.sampled_from(['"', "“", "”", "‘", "’", "'", "he said ", "Nora ", "that ", ". ", "\n"])


def reports_in(text: str, nlp: Language) -> list[Extraction]:
    finder = LearnedFinder(rules=RuleFinder(text=text), text=text)
    windows = open_windows(article_of(text), nlp, load_encoder())
    return [one for window in windows for one in finder.find(window)]


def test_finds_a_quotation_and_the_clause_after_it(nlp: Language) -> None:
    found = reports_in(SAID, nlp)
    assert [one.cue.of(SAID) for one in found if one.cue] == ["said", "added"]
    assert [one.source.of(SAID) for one in found if one.source] == ["Nora Quist", "She"]


def test_the_same_text_gives_the_same_reports(nlp: Language) -> None:
    assert reports_in(SAID, nlp) == reports_in(SAID, nlp)


@pytest.mark.parametrize("text", ["", "\n\n", "“", '"" \'\' ""', "a"])
def test_survives_texts_that_hold_nothing(text: str, nlp: Language) -> None:
    assert all(one.content_spans for one in reports_in(text, nlp))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(parts=st.lists(ALPHABET, max_size=30))
def test_spans_lie_in_the_text_in_order_and_apart(parts: list[str], nlp: Language) -> None:
    text = "".join(parts)
    blocks = paragraphs_of(text)
    for report in reports_in(text, nlp):
        spans = report.content_spans
        assert spans
        assert all(any(block.encloses(span) for block in blocks) for span in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))
        assert 0 <= report.confidence <= 1
