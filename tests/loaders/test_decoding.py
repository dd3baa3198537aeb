"""Bytes become the text that their writer meant."""

from __future__ import annotations

import encodings
import pkgutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inquit.errors import InputError
from inquit.loaders.text.decoding import codec_of, decode

ENGLISH = "“We won’t,” said Amélie Dupont — twice. It costs £5m. " * 3


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
def test_english_text_comes_back_from_any_usual_encoding(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding), "x") == ENGLISH


def test_big_endian_with_its_mark_is_read_as_such() -> None:
    assert decode(b"\xfe\xff" + ENGLISH.encode("utf-16-be"), "x") == ENGLISH


def test_a_foreign_byte_in_utf8_costs_only_itself() -> None:
    data = "“Quoted” – said “she”, “he” and “they”. ".encode() * 4 + b"It\x92s late."
    assert decode(data, "x").endswith("It’s late.")
    assert decode(data, "x").startswith("“Quoted” –")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "«Мы не уйдём», — сказал министр в понедельник. Он добавил, что всё хорошо. "),
        ("shift_jis", "首相は「答えはノーだ」と述べた。記者団に対して、来週も続けると語った。"),
    ],
)
def test_other_scripts_are_detected(encoding: str, text: str) -> None:
    assert decode((text * 8).encode(encoding), "x") == text * 8


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\x00\x00"])
def test_nothing_but_white_space_is_empty(data: bytes) -> None:
    with pytest.raises(InputError, match="is empty"):
        decode(data, "x")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04rest", "zip archive"),
        (b"PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.text..", "an OpenDocument file"),
        (b"PK\x03\x04..xl/workbook.xml..", "a spreadsheet"),
        (b"PK\x03\x04..ppt/presentation.xml..", "a presentation"),
        (b"\xd0\xcf\x11\xe0rest", "an old Office file, or one under a password"),
        (b"\x1f\x8b\x08rest", "compressed"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\x7fELF\x02\x01", "a program"),
        (bytes(range(256)) * 8, "binary"),
        (b"text\x00\x01\x02\x03" * 100, "binary"),
    ],
)
def test_what_is_not_text_is_refused_by_its_kind(data: bytes, kind: str) -> None:
    with pytest.raises(InputError, match=kind):
        decode(data, "x")


def test_an_error_names_the_input_with_its_controls_written_out() -> None:
    with pytest.raises(InputError) as caught:
        decode(b"", "a\x1b[31m\nb")
    assert str(caught.value) == "cannot read a\\x1b[31m\\x0ab: it is empty"


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_an_input_error(data: bytes) -> None:
    try:
        text = decode(data, "x")
    except InputError:
        return
    assert not any("\ud800" <= letter <= "\udfff" for letter in text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Zs", "Cf"]), min_size=1))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(f"“{text}”".encode(), "x") == f"“{text}”"


@pytest.mark.parametrize(
    "name", ["punycode", "idna", "undefined", "unicode-escape", "rot13", "a\0"]
)
def test_what_is_no_character_set_is_no_codec(name: str) -> None:
    assert codec_of(name) is None


def test_every_codec_reads_any_bytes() -> None:
    names = {module.name for module in pkgutil.iter_modules(encodings.__path__)}
    codecs_known = sorted(filter(None, map(codec_of, names)))
    assert {"utf-8", "cp1252", "shift_jis"} <= set(codecs_known)
    for codec in codecs_known:
        assert bytes(range(256)).decode(codec, "replace")
