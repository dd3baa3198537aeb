"""Of a text that is not English every format says so and tells no confidence."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pytest

from inquit.attribution.unread import unread_batch
from inquit.export import csv_table, json_array, json_document, json_lines, markdown, plain, text
from inquit.export.export_row import NOT_ENGLISH
from inquit.model.article import Article, article_of
from inquit.model.batch import collect
from inquit.model.quotation import Analysis

ARTICLE = article_of("Die Brücke ist zu.\n„Wir haben zwei Winter darauf gewartet“, sagte sie.")
ANALYSIS = collect(ARTICLE, [unread_batch(ARTICLE)], engine_version="7", model_name="m")
WORDS = "Wir haben zwei Winter darauf gewartet"


@pytest.mark.parametrize("render", [json_lines.render, json_array.render])
def test_json_has_null_for_the_confidence(render: Callable[[Article, Analysis], str]) -> None:
    told = json.loads(render(ARTICLE, ANALYSIS).strip().removeprefix(",").removesuffix(","))
    assert told["english"] is False
    assert [(quote["text"], quote["confidence"]) for quote in told["quotes"]] == [(WORDS, None)]


def test_json_of_an_english_text_says_so() -> None:
    empty = collect(ARTICLE, [], engine_version="7", model_name="m")
    assert json_document.document_of(ARTICLE, empty)["english"] is True


def test_csv_leaves_the_confidence_empty() -> None:
    (row,) = csv.DictReader(io.StringIO(csv_table.HEAD + csv_table.render(ARTICLE, ANALYSIS)))
    assert (row["quote"], row["confidence"], row["source"]) == (WORDS, "", "")


@pytest.mark.parametrize("render", [text.render, markdown.render, plain.render])
def test_what_is_read_says_it_in_words(render: Callable[[Article, Analysis], str]) -> None:
    told = render(ARTICLE, ANALYSIS)
    assert NOT_ENGLISH in told
    assert "% sure" not in told
    assert WORDS in told
