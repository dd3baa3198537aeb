"""The line above what a mail answers: whom it names, and what it is not taken for."""

from __future__ import annotations

import pytest

from inquit.model.reply_line import reply_line_in, with_name_in_order


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("On Mon, Feb 27, 2023 at 4:30 PM Tom Holt via Council Lists <t@x.org> wrote:", "Tom Holt"),
        ("2023-02-27 16:30 GMT+01:00 Tom Holt <tom@example.org>:", "Tom Holt"),
        ("* Tom Holt <tom@example.org> [2023-02-27 10:00]:", "Tom Holt"),
        ("Am 3. Januar schrieb Tom Holt:", "Tom Holt"),
        ("On Sunday Tom Holt wrote:", "Tom Holt"),
        ("On Monday, April Jones <april@example.org> wrote:", "April Jones"),
        ("On 27 February 2023, April Jones wrote:", "April Jones"),
        ("On Mon, Feb 27, 2023 at 4:30 PM tom@example.org wrote:", None),
        ("On 27/02/2023 16:30, <tom@example.org> wrote:", None),
    ],
)
def test_the_line_names_who_wrote_and_never_a_date_a_list_or_an_address(
    line: str, name: str | None
) -> None:
    reply = reply_line_in(line)
    assert reply is not None
    assert (reply.name.of(line) if reply.name is not None else None) == name


@pytest.mark.parametrize(
    "line",
    [
        "In a letter the council wrote:",
        "In 2019 the council wrote:",
        "On page 3 the council wrote:",
        "Contact: tom@example.org:",
        "Tom Holt said at 4:30 PM:",
        "Tom Holt wrote to tom@example.org.",
    ],
)
def test_a_sentence_with_a_number_or_an_address_is_no_such_line(line: str) -> None:
    assert reply_line_in(line) is None


@pytest.mark.parametrize(
    ("line", "ordered"),
    [
        ('On Monday, "Holt, Tom" <t@x.org> wrote:', "On Monday, Tom Holt <t@x.org> wrote:"),
        ("On 27/02/2023, Holt, Tom (Council) wrote:", "On 27/02/2023, Tom Holt (Council) wrote:"),
        ("On Monday, Tom Holt <t@x.org> wrote:", "On Monday, Tom Holt <t@x.org> wrote:"),
        ("We met Holt, Tom and others:", "We met Holt, Tom and others:"),
    ],
)
def test_a_family_name_first_is_put_last(line: str, ordered: str) -> None:
    assert with_name_in_order(line) == ordered
