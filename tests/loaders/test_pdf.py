"""A PDF reads as its pages do."""

from __future__ import annotations

import pytest

from inquit.errors import InputError
from inquit.loaders.pdf import process as pdf_process
from inquit.loaders.pdf.loader import load_pdf
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
    with pytest.raises(InputError, match=r"pipx install --force 'inquit\[pdf\]'"):
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


BODY = (
    "The port authority said that nobody was hurt, and",
    "that the ferry would sail again on the next day,",
    "weather permitting, as it had done since 1904.",
)


def _blocks(article: Article) -> list[tuple[str, BlockKind]]:
    return [(block.span.of(article.text), block.kind) for block in article.blocks]


def test_a_heading_is_told_by_bold_type_and_by_size_though_it_touches_its_text() -> None:
    page = making.lines(60, 700, 14, "On Ferries") + making.lines(60, 684, 10, *BODY)
    bold = making.lines(60, 600, 10, "Abstract", font="B") + making.lines(60, 588, 10, *BODY)
    article = _load(page + bold)
    assert _blocks(article) == [
        ("On Ferries", BlockKind.HEADING),
        ("Abstract", BlockKind.HEADING),
    ]


def test_a_sentence_in_bold_type_is_no_heading() -> None:
    first = making.lines(60, 700, 10, "A ferry has hit a pier in fog.", font="B")
    assert _blocks(_load(first + making.lines(60, 660, 10, *BODY))) == []


def test_a_note_at_the_foot_of_a_page_does_not_tear_the_sentence_over_it() -> None:
    top = making.lines(60, 650, 10, *BODY, "Ana Silva said they saw it coming, and that")
    note = making.lines(60, 100, 7, "1 She was asked by telephone.")
    article = _load(top + note, making.lines(60, 650, 10, "nobody moved."))
    assert "saw it coming, and that nobody moved." in article.text
    assert article.text.endswith("\n\nFootnotes\n\n1 She was asked by telephone.")


def test_short_cells_side_by_side_are_a_row() -> None:
    rows = "".join(
        making.lines(left, top, 10, words)
        for top, row in ((500, ("Line", "Delay")), (480, ("North", "45")))
        for left, words in zip((60, 300), row, strict=True)
    )
    article = _load(making.lines(60, 650, 10, *BODY) + rows)
    assert article.text.endswith("\n\nLine | Delay\nNorth | 45")


def test_a_running_head_that_changes_is_told_by_where_it_stands() -> None:
    heads = ("Harbour Gazette", "Ferries", "Harbour Gazette", "Piers")
    article = _load(
        *(
            making.lines(200, 760, 9, head) + making.lines(60, 700 - 9 * number, 10, *BODY)
            for number, head in enumerate(heads)
        )
    )
    assert not any(head in article.text for head in heads)


def test_lines_that_repeat_at_the_top_of_pages_are_text_where_no_gap_parts_them() -> None:
    turns = [f"Q. Was it number {number}?" for number in "ab"]
    pages = [
        "".join(
            making.lines(60, 770 - 24 * at, 10, words)
            for at, words in enumerate(("A. Yes.", turn, "A. No.", "Q. Why not?"))
        )
        for turn in turns
    ]
    assert _load(*pages, *pages).text.count("A. Yes.") == 4


def test_a_letter_printed_twice_in_one_place_is_read_once() -> None:
    once = making.lines(60, 650, 10, "Ferry hits pier")
    assert _load(once * 3).text == "Ferry hits pier"


def test_a_page_of_words_without_order_is_read() -> None:
    words = "".join(
        making.lines(40 + 97 * at % 500, 60 + 61 * at % 700, 9, f"w{at}") for at in range(600)
    )
    assert _load(words).text.count("w") == 600


def test_a_document_says_what_it_is_called_and_who_wrote_it() -> None:
    plain = making.pdf(making.lines(60, 650, 10, *BODY))

    def about(title: bytes, author: bytes) -> tuple[str | None, str | None]:
        info = b"/Info << /Title (" + title + b") /Author (" + author + b") >> /Root 1 0 R"
        article = load_pdf(plain.replace(b"/Root 1 0 R", info), article_id=None, origin="a.pdf")
        return article.title, article.byline

    assert about(b"Ferry report", b"Jo March") == ("Ferry report", "Jo March")
    assert about(b"Microsoft Word - x.doc", b"anonymous") == (None, None)


@pytest.mark.parametrize(
    "loop",
    [
        b"4 0 obj\n4 0 R",
        b"9 0 obj 4 0 R endobj\n4 0 obj\n9 0 R",
        b"9 0 obj 10 0 R endobj\n10 0 obj 9 0 R endobj\n4 0 obj\n9 0 R",
    ],
)
def test_an_object_that_is_only_a_reference_to_itself_is_told_at_once(loop: bytes) -> None:
    plain = making.pdf(making.lines(60, 650, 10, "Words."))
    with pytest.raises(InputError, match="it is damaged"):
        load_pdf(plain.replace(b"4 0 obj", loop), article_id=None, origin="a.pdf")


def _glyphs(count: int) -> str:
    return f"BT /G 10 Tf 60 600 Td <{'001B' * count}> Tj ET"


def test_a_glyph_without_a_character_reads_as_one_sign_and_no_word_of_its_number() -> None:
    article = _load(making.lines(60, 700, 10, *BODY, *BODY, *BODY) + _glyphs(3))
    assert article.text.endswith(" since 1904. ���")
    assert article.notices == ()


def test_many_glyphs_without_characters_are_told_of() -> None:
    article = _load(making.lines(60, 700, 10, *BODY) + _glyphs(30))
    assert article.notices == (
        "30 characters are shown as �; the PDF does not tell which they are",
    )


def test_a_pdf_of_glyphs_without_characters_alone_says_so() -> None:
    with pytest.raises(InputError, match="fonts do not tell"):
        _load(_glyphs(30))


def test_words_that_look_like_the_number_of_a_glyph_stay() -> None:
    assert _load(making.lines(60, 700, 10, r"\(cid:27\) is a name.")).text == "(cid:27) is a name."
