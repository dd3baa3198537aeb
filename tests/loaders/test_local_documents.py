"""Files of every kind become articles, and hostile ones an article or one clear line."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from inquit.errors import InputError
from inquit.loaders import load, load_document, load_document_stream
from inquit.loaders.gzip import gunzip
from inquit.loaders.office import zip_members as archive
from inquit.model.article import Article, ArticleId
from inquit.model.structure import BlockKind
from tests.loaders import making
from tests.loaders.soundness import require_sound

SAMPLES = {
    "a.txt": making.PLAIN.encode(),
    "a.html": making.PAGE.encode(),
    "a.mhtml": making.MHTML,
    "a.md": making.MARKDOWN.encode(),
    "a.epub": making.epub(one="<p>“One,” she said.</p>", two="<h2>Two</h2><p>Two.</p>"),
    "a.docx": making.docx("<w:p><w:r><w:t>“One,” she said.</w:t></w:r></w:p>"),
    "a.eml": making.MAIL,
    "a.txt.gz": gzip.compress(making.PLAIN.encode(), mtime=0),
}


def _load(data: bytes, name: str = "x") -> Article:
    return load(data, origin=name, article_id=ArticleId("x"))


def _kinds(article: Article) -> list[tuple[str, BlockKind, int]]:
    return [(block.span.of(article.text), block.kind, block.level) for block in article.blocks]


def _require_sound_or_one_line(data: bytes, name: str) -> None:
    fault = ""
    try:
        require_sound(_load(data, name))
    except InputError as error:
        fault = str(error)
    assert "\n" not in fault


@pytest.mark.parametrize("name", SAMPLES)
def test_a_file_of_each_kind_is_opened_by_what_is_in_it(name: str, tmp_path: Path) -> None:
    path = tmp_path / "unnamed"
    path.write_bytes(SAMPLES[name])
    article = load_document(path) if name != "a.md" else _load(SAMPLES[name])
    require_sound(article)
    again = load_document_stream(io.BytesIO(SAMPLES[name]))
    assert again.text == article.text
    assert again.text_digest in again.id or name == "a.mhtml"


def test_markdown_keeps_headings_quotes_lists_links_and_front_matter() -> None:
    article = _load(making.MARKDOWN.encode(), "a.md")
    assert (article.title, article.byline) == ("Ferry hits pier", "Jo March")
    assert article.published == "2026-11-03"
    assert _kinds(article) == [
        ("Ferry hits pier", BlockKind.HEADING, 1),
        ("Nobody was hurt.", BlockKind.BLOCK_QUOTE, 1),
        ("One", BlockKind.LIST_ITEM, 1),
        ("Two", BlockKind.LIST_ITEM, 1),
        ("sail again", BlockKind.ITEM_CONTINUED, 1),
    ]
    (link,) = article.links
    assert (link.span.of(article.text), link.target) == ("Ana Silva", "https://example.org/silva")


def test_a_book_is_read_in_the_order_of_its_spine_under_the_titles_of_its_contents() -> None:
    article = _load(making.epub(one="<p>First.</p>", two="<h1>Own</h1><p>Second.</p>"))
    assert article.text == "Chapter one\n\nFirst.\n\nOwn\n\nSecond."
    assert (article.title, article.byline, article.language) == ("The Pier", "Jo March", "en")
    assert [kind for _, kind, _ in _kinds(article)] == [BlockKind.HEADING, BlockKind.HEADING]


def test_a_word_processors_document_keeps_its_structure() -> None:
    article = _load(
        making.docx(
            '<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>Ferry hits pier</w:t></w:r></w:p>'
            '<w:p><w:r><w:t xml:space="preserve">Said </w:t></w:r><w:hyperlink r:id="r1"><w:r><w:t>'
            "Ana Silva</w:t></w:r></w:hyperlink><w:del><w:r><w:delText>x</w:delText></w:r></w:del>"
            '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
            '<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr><w:r><w:t>Item</w:t></w:r>'
            '</w:p><w:p><w:pPr><w:pStyle w:val="Q"/></w:pPr><w:r><w:t>Quoted</w:t></w:r></w:p>',
            footnotes='<w:footnote w:id="2"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote>',
        )
    )
    assert article.title == "Ferry hits pier"
    assert "Said Ana Silva [2]" in article.text
    assert article.text.endswith("Footnotes\n\n[2] A note.")
    assert [(kind, level) for _, kind, level in _kinds(article)][:3] == [
        (BlockKind.HEADING, 1),
        (BlockKind.LIST_ITEM, 2),
        (BlockKind.BLOCK_QUOTE, 1),
    ]
    assert [link.target for link in article.links] == ["https://example.org/silva"]
    assert article.notices == ("shown with all tracked changes accepted",)


def test_a_message_marks_what_it_replies_to() -> None:
    article = _load(making.MAIL)
    assert article.title == "Ferry hits pier – update"
    assert (article.byline, article.published) == ("Jo March", "Tue, 3 Nov 2026 10:00:00 +0000")
    assert _kinds(article) == [
        ("Did it hit the pier?", BlockKind.BLOCK_QUOTE, 1),
        ("Nobody knows.", BlockKind.BLOCK_QUOTE, 2),
    ]


def test_a_message_of_html_alone_is_read_as_the_page_that_it_is() -> None:
    mail = making.MAIL.replace(b"text/plain", b"text/html").split(b"\r\n\r\n")[0]
    article = _load(mail + b"\r\n\r\n<h1>Head</h1><p>Words.</p><script>no()</script>")
    assert article.text == "Head\n\nWords."


def test_a_saved_page_is_the_page_in_it() -> None:
    article = _load(making.MHTML)
    assert "Ana Silva" in article.text
    assert "R0lG" not in article.text


@pytest.mark.parametrize("location", ["file:///home/a/ferry.html", "cid:1@x", "http://[::1", ""])
def test_a_page_that_was_saved_from_elsewhere_than_the_web_is_read(location: str) -> None:
    article = _load(making.MHTML.replace(b"https://example.org/ferry", location.encode()))
    assert "Ana Silva" in article.text


def test_what_is_compressed_is_read_by_what_is_in_it() -> None:
    article = _load(gzip.compress(making.MARKDOWN.encode()), "a.md.gz")
    assert article.byline == "Jo March"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (making.CORPUS, "corpus"),
        (b'<?xml version="1.0"?><rss></rss>', "feed"),
        (b"<opml><body/></opml>", "inquit feeds import"),
        (gzip.compress(gzip.compress(b"x")), "more than once"),
        (gzip.compress(b"words " * 99)[:-9], "cut off"),
        (b"\x1f\x8b garbage", "damaged"),
        (b"PK\x03\x04META-INF/container.xml", "damaged"),
        (making.zipped({"word/document.xml": "no"}), "no DOCX"),
        (making.zipped({"META-INF/container.xml": "<c/>"}), "no EPUB"),
        (making.docx("<w:p/>"), "no words"),
        (making.epub(one=""), "no words"),
        (making.zipped({"a.txt": "x"}), "zip archive"),
        (b"\x89PNG\r\n\x1a\n\0\0", "picture"),
        (b"%PDF-1.4 garbage", "damaged"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_one_clear_line(data: bytes, line: str) -> None:
    with pytest.raises(InputError, match=line) as caught:
        _load(data)
    assert "\n" not in str(caught.value)


def test_what_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_BYTES", 1000)
    with pytest.raises(InputError, match="unpacks to more"):
        _load(making.epub(one="<p>words</p>" * 200))
    with pytest.raises(InputError, match="unpacks to more"):
        gunzip(gzip.compress(b"words" * 300), "x", limit=1000)


def test_an_archive_of_too_many_members_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_MEMBERS", 5)
    with pytest.raises(InputError, match="too many members"):
        _load(making.epub(one="<p>a</p>", two="<p>b</p>"))


def test_a_members_name_is_no_path(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xhtml"
    secret.write_text("<p>secret</p>", "utf-8")
    book = making.epub(one="<p>open</p>")
    with zipfile.ZipFile(io.BytesIO(book)) as opened:
        members = {name: opened.read(name).decode() for name in opened.namelist()}
    members["OEBPS/book.opf"] = members["OEBPS/book.opf"].replace("text/one.xhtml", str(secret))
    with pytest.raises(InputError, match="no words"):
        _load(making.zipped(members))


def test_an_external_entity_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret", "utf-8")
    good = making.docx("<w:p><w:r><w:t>open &x;</w:t></w:r></w:p>")
    with zipfile.ZipFile(io.BytesIO(good)) as opened:
        members = {name: opened.read(name).decode() for name in opened.namelist()}
    entity = f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{secret}">]>'
    members["word/document.xml"] = entity + members["word/document.xml"]
    assert "secret" not in _load(making.zipped(members)).text


def test_an_entity_that_doubles_without_end_stays_small() -> None:
    doubling = "".join(
        f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' if n else '<!ENTITY e1 "words">' for n in range(9)
    )
    good = making.docx("<w:p><w:r><w:t>open &e9;</w:t></w:r></w:p>")
    with zipfile.ZipFile(io.BytesIO(good)) as opened:
        members = {name: opened.read(name).decode() for name in opened.namelist()}
    members["word/document.xml"] = f"<!DOCTYPE d [{doubling}]>" + members["word/document.xml"]
    assert len(_load(making.zipped(members)).text) < 1000


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"> " * 5000 + b"deep", "a.md"),
        (b"- " * 2000 + b"deep", "a.md"),
        (b"[" * 20000 + b"x" + b"](http://a)" * 5000, "a.md"),
        (b"*" * 50000 + b"x", "a.md"),
        (b'"' * 100_000, "a.md"),
        (making.MAIL + b">" * 100_000 + b" x", "a.eml"),
        (making.epub(one="<div>" * 20_000 + "<p>deep</p>"), "a.epub"),
        (making.docx("<w:p>" * 3000 + "<w:r><w:t>x</w:t></w:r>"), "a.docx"),
    ],
    ids=["quotes", "lists", "links", "stars", "marks", "replies", "elements", "paragraphs"],
)
def test_deep_nesting_ends_in_an_article_or_one_line(data: bytes, name: str) -> None:
    _require_sound_or_one_line(data, name)


def test_a_message_in_a_character_set_that_none_is_called_is_read() -> None:
    head = making.MAIL.split(b"\r\n\r\n")[0].replace(b"charset=utf-8", b'charset="x\x00y"')
    assert _load(
        head.replace(b"quoted-printable", b"8bit") + b"\r\n\r\nShe ate at the caf\xe9."
    ).text.endswith("café.")


def test_a_word_processors_table_of_data_is_read_row_by_row() -> None:
    def cells(*words: str) -> str:
        row = "".join(f"<w:tc><w:p><w:r><w:t>{each}</w:t></w:r></w:p></w:tc>" for each in words)
        return f"<w:tr>{row}</w:tr>"

    wide = cells("All", "9").replace("<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>', 1)
    rows = cells("Item", "Day", "Cost") + cells("Piles", "", "") + cells("", "", "") + wide
    data = f"<w:tbl>{rows}</w:tbl>"
    layout = f"<w:tbl>{cells('Left words ' * 40, 'Right')}</w:tbl>"
    article = _load(making.docx(data + layout))
    assert article.text.startswith("Item | Day | Cost\nPiles | |\nAll | | 9\n\nLeft words")
    assert article.text.endswith("\n\nRight")


NEWSLETTER = (
    b"From: Jo March <jo@example.org>\r\nTo: a@example.org\r\nSubject: Pier\r\n"
    b"Date: Tue, 3 Nov 2026 10:00:00 +0000\r\nList-Unsubscribe: <https://example.org/u>\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n'
    b"--b\r\nContent-Type: text/plain\r\n\r\nView this on the web\r\n"
    b"--b\r\nContent-Type: text/html\r\n\r\n<div style='display:none'>Preview</div>"
    b"<table role=presentation><tr><td><h1>The pier</h1></td></tr><tr><td><p>It is shut.</p>"
    b"</td></tr></table>\r\n--b--\r\n"
)


def test_a_newsletter_is_read_as_the_page_that_it_is_and_other_mail_as_its_text() -> None:
    assert _load(NEWSLETTER).text == "The pier\n\nIt is shut."
    assert _load(NEWSLETTER.replace(b"List-Unsubscribe", b"X-Other")).text == "View this on the web"


@pytest.mark.parametrize("field", [b"Content-Type: text/plain", b"Content-Disposition: inline"])
@pytest.mark.parametrize("parameter", [b";\n a=b", b"; a*1=b"])
def test_parameters_without_end_leave_the_message_readable(field: bytes, parameter: bytes) -> None:
    head = b"From: a\nTo: b\nDate: c\n" + field + parameter * 50_000
    assert _load(head + b"\n\nWords.").text == "Words."


def test_a_message_of_parts_without_end_is_refused() -> None:
    part = b"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n"
    head = NEWSLETTER.partition(b"--b")[0]
    with pytest.raises(InputError, match="too many parts"):
        _load(head + part * 30_000 + b"--b--\r\n")


def test_a_book_of_elements_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("inquit.loaders.office.epub._MOST_TAGS", 100)
    with pytest.raises(InputError, match="too many elements"):
        _load(making.epub(one="<p>a</p>" * 30, two="<p>b</p>" * 30))


@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_a_field_of_a_message_that_is_not_encoded_is_read(charset: str) -> None:
    head = "From: José Äther <a@b.example>\nSubject: “Olá”\nTo: c\nDate: x\n\nWords."
    article = _load(head.encode(charset))
    assert (article.title, article.byline) == ("“Olá”", "José Äther")


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.eml"])
def test_a_text_of_lines_without_end_is_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("inquit.loaders.text.line_limit.MOST_LINES", 1000)
    head = making.MAIL if name == "a.eml" else b"Words.\n"
    assert _load(head + b"x\n" * 900 + b"\n" * 9000 + b"y", name).text.endswith("y")
    with pytest.raises(InputError, match="over 1,000 lines"):
        _load(head + b"x\n" * 1100, name)


def test_a_sender_in_comments_without_end_is_read() -> None:
    assert _load(b"From: " + b"(" * 1500 + b"\nTo: b\nDate: c\n\nWords.").text == "Words."


def test_parts_nested_around_very_many_lines_are_refused() -> None:
    nested = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(900)
    )
    with pytest.raises(InputError, match="too many parts"):
        _load(b"From: a\nTo: b\nDate: c\n" + nested + b"\n\n" + b"x\n" * 60_000)


@pytest.mark.parametrize("ids", [("one", "one"), ("one", "again")])
def test_a_chapter_that_a_book_lists_many_times_is_read_once(ids: tuple[str, str]) -> None:
    book = making.epub(one="<p>It rained.</p>")
    with zipfile.ZipFile(io.BytesIO(book)) as opened:
        members = {name: opened.read(name).decode() for name in opened.namelist()}
    package = members["OEBPS/book.opf"]
    again = '<item id="again" href="./text/one.xhtml" media-type="application/xhtml+xml"/>'
    package = package.replace("</manifest>", f"{again}</manifest>")
    listed = "".join(f'<itemref idref="{each}"/>' for each in ids * 1000)
    members["OEBPS/book.opf"] = package.replace('<itemref idref="one"/>', listed)
    assert _load(making.zipped(members)).text.count("It rained.") == 1


@pytest.mark.parametrize("wrapped", [b" <al@example.org>\nwrote:", b"\n<al@example.org> wrote:"])
def test_the_line_above_an_answered_mail_is_whole_where_it_was_wrapped(wrapped: bytes) -> None:
    line = b"On Monday, 2 November 2026 at 4:30 PM Al" + wrapped
    mail = making.MAIL.replace(b"On Monday, Al wrote:", line.replace(b"\n", b"\r\n"))
    text = _load(mail).text
    assert "On Monday, 2 November 2026 at 4:30 PM Al <al@example.org> wrote:\n\nDid it hit" in text


def test_a_table_of_contents_that_is_listed_many_times_is_read_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    book = making.epub(one="<p>It rained.</p>")
    with zipfile.ZipFile(io.BytesIO(book)) as opened:
        members = {name: opened.read(name).decode() for name in opened.namelist()}
    again = "".join(f'<item id="n{n}" href="nav.xhtml" properties="nav"/>' for n in range(1000))
    package = members["OEBPS/book.opf"].replace("</manifest>", f"{again}</manifest>")
    members["OEBPS/book.opf"] = package
    unpacked = sum(len(member.encode()) for member in members.values())
    monkeypatch.setattr(archive, "MOST_BYTES", unpacked)
    assert _load(making.zipped(members)).text == "Chapter one\n\nIt rained."
