"""Titles from the first bytes of a file."""

from __future__ import annotations

import pytest

from inquit.loaders.quick_title import quick_title
from inquit.loaders.sniffing import kind_of
from tests.loaders import making


@pytest.mark.parametrize(
    ("head", "name", "title"),
    [
        (b"Pier closed\n\nThe harbour council has closed the pier.", "a.txt", "Pier closed"),
        (b"The council has closed it. It said so.\nMore.", "a.txt",
         "The council has closed it. It said so."),
        (b"<html><head><title>Tea &amp; toast</title>", "a.html", "Tea & toast"),
        (b"words\n\n## The heading ##\n", "a.md", "The heading"),
        (b"From: a@b.c\nTo: d@e.f\nSubject: =?utf-8?q?K=C3=BCste?=\n\nx", "a.eml", "K\u00fcste"),
        (b"<rss><channel><title>Herald</title>", "feed", "Herald"),
        ("x \x1b[31m\u202e words " .encode() * 40, "a.txt", None),
        (b"%PDF-1.4 words", "a.pdf", None),
        (b"<html><p>words", "a.html", None),
        (b"", "a.txt", None),
    ],
)  # fmt: skip
def test_a_title_is_told_by_the_beginning(head: bytes, name: str, title: str | None) -> None:
    found = quick_title(head, kind_of(head, name))
    if b"\x1b" in head:
        assert found is not None
        assert found.isprintable()
        assert len(found) == 120
    else:
        assert found == title


def test_a_mail_without_a_subject_has_no_title() -> None:
    head = making.MAIL.replace(b"Subject:", b"Subjekt:")
    assert quick_title(head, kind_of(head, "a.eml")) is None
