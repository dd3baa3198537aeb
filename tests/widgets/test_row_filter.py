"""What a filter lets through."""

from __future__ import annotations

import pytest

from inquit.model.batch import AnalysisBatch
from inquit.model.quotation import QuoteType, Source, SourceId, SourceKind
from tests.app.conftest import TEXT, article_of, found, whole_batch
from widgets.attributed_quotes import AttributedQuotes
from widgets.row_filter import complete_term, parse_filter

ARTICLE = article_of(TEXT)
FOUND = AttributedQuotes()
FOUND.add_all([whole_batch(ARTICLE)])


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("", 5),
        ("byrne", 2),
        ("BYRNE ready", 1),
        ("cranes", 1),
        ("is:unnamed", 1),
        ("is:named", 3),
        ("is:unattributed", 1),
        ("is:direct", 3),
        ("is:indirect", 1),
        ("is:mixed", 1),
        ("is:unsure", 0),
        ("is:direct byrne", 2),
        ("is:dir", 5),
        ("[sic]", 0),
        ("conf:90", 5),
        ("conf:>=.9", 5),
        ("conf:>.9", 0),
        ("conf:<.8", 0),
        ("conf:<=90%", 5),
        ("conf:=90 byrne", 2),
        ("conf:<1", 5),
        ("conf:", 5),
        ("conf:<", 5),
        ("conf:high", 5),
    ],
)
def test_filters_by_name_words_and_what_findings_are(query: str, left: int) -> None:
    wanted = parse_filter(query, ARTICLE)
    assert sum(1 for finding in FOUND if wanted is None or wanted(finding)) == left


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("is:unn", "is:unnamed"),
        ("byrne IS:dir", "byrne IS:direct"),
        ("conf:", "conf:<80"),
        ("conf:>", "conf:>=90"),
        ("is:direct", None),
        ("byrne ", None),
        ("", None),
    ],
)
def test_a_term_that_is_begun_is_offered_whole(typed: str, offered: str | None) -> None:
    assert complete_term(typed) == offered


def test_names_and_words_are_found_without_their_accents() -> None:
    text = "“La caf\u00e9teria est ﬁnie,” said Jos\u00e9 N\u00fa\u00f1ez."
    article = article_of(text)
    findings = AttributedQuotes()
    quote, given = found(article, "La caf\u00e9teria est ﬁnie,", QuoteType.DIRECT, source="one")
    source = Source(id=SourceId("one"), name="Jos\u00e9 N\u00fa\u00f1ez", kind=SourceKind.PERSON)
    findings.add_all(
        [
            AnalysisBatch(
                done=1, total=1, quotes=(quote,), mentions=(), sources=(source,),
                attributions=(given,),
            )
        ]
    )  # fmt: skip
    for query in ("nunez cafe", "JOSE finie", "N\u00fa\u00f1ez", "nu\u0301n\u0303ez"):
        wanted = parse_filter(query, article)
        assert wanted is not None
        assert [wanted(finding) for finding in findings] == [True], query
