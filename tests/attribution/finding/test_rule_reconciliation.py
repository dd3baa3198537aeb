"""Where networks and rules agree, and what is kept of each."""

from dataclasses import replace

import pytest

from inquit.attribution.extraction import Extraction, Method
from inquit.attribution.finding.rule_reconciliation import agreed, counterpart, likeness, unclaimed
from inquit.model.span import Span

MINE = Extraction(
    content_spans=(Span(20, 60),),
    cue=Span(8, 19),
    cue_lemma="say",
    source=Span(0, 7),
    addressee=None,
    method=Method.ENCODER,
    confidence=0.0,
    reason="the networks",
)
THEIRS = replace(
    MINE, content_spans=(Span(20, 58),), cue=Span(15, 19), method=Method.CLAUSE, reason="the rules"
)


def test_the_rules_tighter_cue_and_reason_are_kept_where_the_source_is_the_same() -> None:
    report, own = agreed(MINE, THEIRS, trusted=False)
    assert own
    assert (report.cue, report.reason) == (Span(15, 19), "the rules")
    assert report.content_spans == THEIRS.content_spans


def test_the_networks_source_stays_where_the_rules_name_another() -> None:
    report, own = agreed(MINE, replace(THEIRS, source=Span(100, 104)), trusted=False)
    assert own
    assert (report.source, report.reason) == (MINE.source, MINE.reason)


def test_a_source_that_only_the_rules_name_is_not_the_networks_own() -> None:
    report, own = agreed(replace(MINE, source=None), THEIRS, trusted=False)
    assert (report.source, own) == (THEIRS.source, False)


@pytest.mark.parametrize(("trusted", "content"), [(True, Span(20, 30)), (False, Span(20, 60))])
def test_a_content_that_differs_is_the_rules_only_where_they_are_trusted(
    trusted: bool, content: Span
) -> None:
    report, _ = agreed(MINE, replace(THEIRS, content_spans=(Span(20, 30),)), trusted=trusted)
    assert report.content_spans == (content,)


def test_a_report_on_other_words_is_no_counterpart() -> None:
    assert counterpart(MINE, [replace(THEIRS, content_spans=(Span(70, 80),))]) is None
    assert counterpart(MINE, [THEIRS]) is THEIRS


def test_likeness_is_the_shared_part_of_both_together() -> None:
    assert likeness((Span(0, 10),), (Span(5, 15),)) == pytest.approx(1 / 3)
    assert likeness((Span(0, 4), Span(6, 10)), (Span(0, 4), Span(6, 10))) == 1


def test_the_rules_alone_are_believed_only_where_the_networks_see_a_cue_too() -> None:
    elsewhere = replace(THEIRS, content_spans=(Span(70, 80),))
    assert unclaimed([MINE], [elsewhere], [0.9]) == [(elsewhere, 0.9)]
    assert unclaimed([MINE], [elsewhere], [0.001]) == []
    assert unclaimed([MINE], [THEIRS], [0.9]) == []
