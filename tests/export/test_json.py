"""The JSON formats: the shape of annotated corpora."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from inquit.export import FORMATS
from tests.export.sample import ANALYSIS, ARTICLE, TEXT


def test_a_document_has_the_keys_of_annotated_corpora() -> None:
    document = json.loads(FORMATS["jsonl"].render(ARTICLE, ANALYSIS))
    first = document["quotes"][0]
    assert document["id"] == ARTICLE.id
    assert document["text"] == TEXT
    assert {"spans", "kind", "text", "speaker", "cue", "addressee"} <= set(first)
    assert {"text", "span", "canonical", "named", "kind", "role"} <= set(first["speaker"])
    assert {"text", "span", "lemma"} == set(first["cue"])


def test_every_span_covers_the_text_it_is_printed_with() -> None:
    document = json.loads(FORMATS["jsonl"].render(ARTICLE, ANALYSIS))
    for quote in document["quotes"]:
        parts = [quote["speaker"], quote["cue"], quote["addressee"]]
        for part in (each for each in parts if each):
            start, end = part["span"]
            assert TEXT[start:end] == part["text"]
        assert [TEXT[start:end] for start, end in quote["spans"]] == quote["pieces"]


def test_an_unresolved_speaker_is_null_or_without_a_name() -> None:
    quotes = json.loads(FORMATS["jsonl"].render(ARTICLE, ANALYSIS))["quotes"]
    assert quotes[2]["speaker"] is None
    assert quotes[3]["speaker"]["canonical"] is None
    assert quotes[3]["speaker"]["text"] == "She"


def test_a_line_of_json_lines_is_one_line_whatever_the_text() -> None:
    article = replace(ARTICLE, text=TEXT + "\u2028\x85\n\r end")
    assert len(FORMATS["jsonl"].render(article, ANALYSIS).splitlines()) == 1


@pytest.mark.parametrize(
    "odd", ["\ud800", "\x9b31m", "\u202e", "\x7f", "😀", "\x00", "\U000e0041", "\u200b"]
)
def test_any_character_comes_back_as_it_was(odd: str) -> None:
    article = replace(ARTICLE, text=TEXT + odd)
    printed = FORMATS["jsonl"].render(article, ANALYSIS).encode("utf-8")
    assert json.loads(printed)["text"] == TEXT + odd


def test_several_articles_are_one_json_array() -> None:
    chosen = FORMATS["json"]
    one = chosen.render(ARTICLE, ANALYSIS)
    whole = chosen.head + chosen.separator.join([one, one]) + chosen.foot
    assert [document["id"] for document in json.loads(whole)] == [ARTICLE.id, ARTICLE.id]


def test_sources_are_listed_with_the_number_of_their_quotes() -> None:
    sources = json.loads(FORMATS["jsonl"].render(ARTICLE, ANALYSIS))["sources"]
    assert [(each["canonical"], each["named"], each["quotes"]) for each in sources] == [
        ("Ana Ruiz", True, 1),
        ("A city aide", False, 1),
    ]
