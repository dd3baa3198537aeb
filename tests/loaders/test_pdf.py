"""A PDF reads as its pages do."""

from __future__ import annotations

import pytest

from inquit.errors import InputError
from inquit.loaders import pdf_process
from inquit.loaders.pdf import load_pdf
from inquit.model.article import Article
from inquit.model.structure import BlockKind
from tests.loaders import making

pytest.importorskip("pdfminer")

HEAD = "Harbour Gazette"
LEFT = ("The ferry hit the pier on Monday morn-", "ing in thick fog, the port authority said in")
RIGHT = ("a statement. The morning was calm, and", "nobody on board was hurt, it added.")


def _load(*pages: str) -> Article:
    return load_pdf(making.pdf(*pages), article_id=None, origin="a.pdf")


def _page(number: int, *content: str) -> str:
    head = making.lines(72, 760, 9, f"{HEAD} {number}")
    return head + "".join(content) + making.lines(300, 30, 9, str(number))


def test_columns_are_read_one_after_the_other_and_words_made_whole() -> None:
    page = making.lines(60, 650, 10, *LEFT) + making.lines(320, 650, 10, *RIGHT)
    assert _load(page).text == (
        "The ferry hit the pier on Monday morning in thick fog, the port authority said in a "
        "statement. The morning was calm, and nobody on board was hurt, it added."
    )


def test_running_heads_and_page_numbers_go_and_headings_stay() -> None:
    pages = [
        _page(
            number,
            making.lines(60, 690, 20, f"Part {'ABC'[number]}"),
            making.lines(60, 600, 10, "Words of the body that stand in one line here."),
        )
        for number in range(3)
    ]
    article = _load(*pages)
    assert HEAD not in article.text
    assert article.text.split("\n\n")[::2] == ["Part A", "Part B", "Part C"]
    assert {block.kind for block in article.blocks} == {BlockKind.HEADING}
    assert article.title == "Part A"


def test_a_scan_says_so() -> None:
    with pytest.raises(InputError, match="no text layer"):
        _load("0 0 100 100 re f")


def test_pages_that_refer_to_each_other_end_in_one_line() -> None:
    cyclic = making.pdf("").replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")
    with pytest.raises(InputError, match="cannot read"):
        load_pdf(cyclic, article_id=None, origin="a.pdf")


def test_what_takes_too_much_memory_ends_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_process, "MEMORY", 8 * 1024 * 1024)
    with pytest.raises(InputError, match="too much time or memory"):
        _load(making.lines(60, 650, 10, *LEFT))


def test_without_pdfminer_the_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(InputError, match=r"pip install 'inquit\[pdf\]'"):
        _load("")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"/F 10 Tf", b"/F 999999999 Tf"),
        (b"/F 10 Tf", b"/F 10 Tf 999999999 0 0 999999999 0 0 Tm"),
        (b"/F 10 Tf", b"/F 10 Tf 100 Tz 999999999 Tw"),
        (b"12.0 TL", b"12.0 TL 999999999 Tc"),
    ],
    ids=["large words", "magnified words", "wide spaces", "spaced letters"],
)
def test_a_size_that_nothing_has_takes_no_time(old: bytes, new: bytes) -> None:
    words = making.lines(60, 650, 10, *LEFT, "Last.")
    data = making.pdf(words, making.lines(60, 600, 10, "It sails again."))
    large = data.replace(b"[0 0 612 792]", b"[0 0 999999999999 999999999999]", 1)
    article = load_pdf(large.replace(old, new, 1), article_id=None, origin="a.pdf")
    assert article.text.endswith("It sails again.")
    assert article.notices == ()
