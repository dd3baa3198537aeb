"""The rows of the sidebar, some of which are made long after they were listed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.style import Style

from inquit.model.article import Article, article_of
from inquit.model.batch import AnalysisBatch
from inquit.model.printable import clean_line
from inquit.model.quotation import Analysis
from tests.widgets.test_attributed_quotes import ADA, BEN, batch, findings
from widgets.attributed_quotes import AttributedQuotes
from widgets.row import RowsToCome
from widgets.row_list import fit_row
from widgets.sidebar_rows import RowMaker
from widgets.source_colours import SourceColours

TEXT = "“We are ready,” said Ada. “They are not,” said Ben. “We shall see,” Ada added."


def spans(*words: str) -> list[tuple[int, int]]:
    return [(TEXT.index(each), TEXT.index(each) + len(each)) for each in words]


def first_found() -> AnalysisBatch:
    ready, not_ready, see = spans("We are ready,", "They are not,", "We shall see,")
    return batch(("a", [ready], ADA), ("b", [not_ready], BEN), ("c", [see], ADA))


def set_right() -> AnalysisBatch:
    """Return the same with other ends of one quote, and so another id."""
    ready, not_ready, see = spans("We are", "They are not,", "We shall see,")
    return batch(("d", [ready], BEN), ("b", [not_ready], BEN), ("c", [see], ADA))


def maker() -> RowMaker:
    article: Article = article_of(TEXT, article_id="test:rows", origin="test:rows")
    colours = SourceColours(background="#000000", muted="#808080", sources=["#ff8080", "#80ff80"])
    return RowMaker(article, colours)


def whole(found: AnalysisBatch) -> Analysis:
    return Analysis(
        article_id="test:rows",
        text_digest="",
        engine_version="",
        model_name="",
        quotes=found.quotes,
        mentions=(),
        sources=found.sources,
        attributions=found.attributions,
    )


def listed(rows: RowMaker, found: AttributedQuotes, view: str) -> RowsToCome:
    return rows.tree(found) if view == "tree" else rows.in_order(found)


@pytest.mark.parametrize("view", ["tree", "order"])
def test_a_row_that_is_made_late_tells_what_was_found_when_it_was_listed(view: str) -> None:
    rows, found = maker(), findings(first_found())
    before = [row.text for row in listed(rows, found, view)]
    late = listed(rows, found, view)
    found.replace_all(whole(set_right()))
    assert [row.text for row in late] == before
    assert [row.text for row in listed(rows, found, view)] != before


def test_a_row_keeps_its_sources_name_when_a_fuller_one_comes_in() -> None:
    rows, found = maker(), findings(first_found())
    late = rows.in_order(found)
    found.replace_all(whole(batch()))
    assert [row.text.split(":")[0] for row in late] == ["Ada", "Ben", "Ada"]
    assert late[0].sign_style != Style.null()


def test_a_row_that_is_too_long_tells_the_longest_piece_of_its_quote() -> None:
    yes, long, see = spans("We are ready,", "said Ada. “They are not,” said Ben.", "We shall see,")
    rows = maker().in_order(findings(batch(("a", [yes, long, see], ADA))))
    assert rows[0].shorter == "Ada: … said Ada. “They are not,” said Ben. …"
    single = maker().in_order(findings(batch(("a", [yes], ADA))))
    assert single[0].shorter == ""
    assert fit_row(rows[0], 200) == clean_line(rows[0].text)
    assert fit_row(rows[0], 40).startswith("Ada: … said Ada. “They are")


def test_names_that_differ_by_what_nobody_sees_are_told_apart() -> None:
    ready, not_ready = spans("We are ready,", "They are not,")
    twin = replace(BEN, name="Ad\u034fa \ufe0f Byrne")
    rows = maker().tree(findings(batch(("a", [ready], ADA), ("b", [not_ready], twin))))
    assert rows[2].text == "Ad\\u034fa \\ufe0f Byrne"
