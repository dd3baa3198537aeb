"""Quotation marks are paired by paragraph, whatever marks a text uses."""

from __future__ import annotations

import pytest

from inquit.attribution.marks import pair_marks, reopens


def inner(text: str, *, open_before: bool = False) -> list[str]:
    return [run.inner.of(text) for run in pair_marks(text, open_before=open_before)]


@pytest.mark.parametrize(
    "text",
    [
        "He said “it is late” and left.",
        'He said "it is late" and left.',
        "He said ``it is late'' and left.",
        "He said ''it is late'' and left.",
        "He said «it is late» and left.",
        "He said « it is late » and left.",
        "He said »it is late« and left.",
        "He said „it is late“ and left.",
        "He said „it is late” and left.",
        "He said ‘it is late’ and left.",
        "He said 'it is late' and left.",
    ],
)
def test_pairs_each_kind_of_mark(text: str) -> None:
    assert inner(text) == ["it is late"]


def test_takes_a_quotation_in_a_quotation_for_part_of_it() -> None:
    assert inner("“He told me ‘never’ twice,” she said.") == ["He told me ‘never’ twice,"]
    assert inner('"It is no “Golden Age” any more," she said.') == [
        "It is no “Golden Age” any more,"
    ]


def test_pairs_two_quotations_in_one_paragraph() -> None:
    assert inner('"One," he said. "Two."') == ["One,", "Two."]


def test_shifts_spans_by_the_offset_of_the_paragraph() -> None:
    (run,) = pair_marks("“Yes”", offset=100)
    assert (run.outer.start, run.outer.end) == (100, 105)
    assert (run.inner.start, run.inner.end) == (101, 104)


def test_lets_an_unclosed_quotation_run_to_the_end_of_its_paragraph() -> None:
    (run,) = pair_marks("“It goes on and on.")
    assert not run.closed
    assert run.inner.of("“It goes on and on.") == "It goes on and on."


def test_goes_on_without_a_mark_where_the_paragraph_before_was_left_open() -> None:
    text = "and so on.” He left."
    (run,) = pair_marks(text, open_before=True)
    assert not run.opened
    assert run.inner.of(text) == "and so on."


def test_leaves_a_closing_mark_alone_where_nothing_was_open() -> None:
    assert inner("and so on.” He left.") == []


def test_takes_inches_for_no_quotation() -> None:
    assert inner('A shelf 6" deep.') == []


def test_starts_anew_where_a_second_mark_opens_what_was_not_closed() -> None:
    assert inner("“First. “Second.”") == ["First.", "Second."]


def test_tells_which_paragraphs_reopen() -> None:
    assert reopens("“And so on.")
    assert not reopens("And so on.")
    assert not reopens("")
