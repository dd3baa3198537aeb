"""Tags as they are typed, finished and merged."""

from __future__ import annotations

import pytest

from inquit.model.tags import complete_tag, format_tags, merge_tags, parse_tags


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("", ()),
        ("port kai", ("port", "kai")),
        ("#port, #kai;x", ("port", "kai", "x")),
        ("Port port PORT", ("Port",)),
        ("cafe\u0301 café", ("café",)),
        ("  # , ", ()),
        ("a\x1b[2Jb", ("a[2Jb",)),
    ],
)
def test_a_line_is_read_as_tags_each_once(typed: str, tags: tuple[str, ...]) -> None:
    assert parse_tags(typed) == tags


def test_tags_are_written_as_they_are_read() -> None:
    assert format_tags(("port", "kai")) == "#port #kai"
    assert parse_tags(format_tags(("port", "kai"))) == ("port", "kai")


@pytest.mark.parametrize(
    ("typed", "finished"),
    [
        ("po", "port"),
        ("#kai, #Po", "#kai, #Port"),
        ("port po", None),
        ("port", None),
        ("x", None),
        ("kai ", None),
        ("", None),
    ],
)
def test_the_last_tag_is_finished_once(typed: str, finished: str | None) -> None:
    assert complete_tag(typed, ["port", "kai"]) == finished


def test_what_either_window_added_stays_and_what_either_took_goes() -> None:
    assert merge_tags(["a", "b", "c"], ["a", "b", "x"], ["b", "c", "y"]) == ("b", "x", "y")
