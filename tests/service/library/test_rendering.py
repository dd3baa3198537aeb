"""Search results in each format."""

from __future__ import annotations

import csv
import io
import json

from inquit.service.library.own_work import OwnWork
from inquit.service.library.rendering import RENDERERS
from inquit.service.library.searching import SearchResults, search_library
from tests.service.library.conftest import Shelf

TEXT = "“=Tariffs \x1b[31mrise,” said Pat Ryder (spokesman). Traders in Zürich waited."


def results(shelf: Shelf, typed: str) -> SearchResults:
    shelf.keep(TEXT, "sha256:a")
    shelf.catch_up()
    return search_library(shelf.library, typed, OwnWork()).results


def test_text_tells_who_said_it_and_drives_no_terminal(shelf: Shelf) -> None:
    shown = RENDERERS["text"](results(shelf, "by:ryder"))
    assert shown.splitlines()[0] == "sha256:a"
    assert shown.splitlines()[1].startswith("  Pat Ryder (spokesman): “=Tariffs")
    assert "\x1b" not in shown


def test_json_and_json_lines_have_the_same(shelf: Shelf) -> None:
    found = results(shelf, "said:tariffs")
    (article,) = json.loads(RENDERERS["json"](found))
    assert json.loads(RENDERERS["jsonl"](found)) == article
    (hit,) = article["hits"]
    assert TEXT[hit["start"] : hit["end"]] == "=Tariffs \x1b[31mrise,"
    assert (hit["source"], hit["role"], hit["kind"]) == ("Pat Ryder", "spokesman", "direct")
    (mark,) = hit["marks"]
    assert hit["passage"][mark[0] : mark[1]] == "Tariffs"


def test_a_passage_that_is_no_quote_says_so(shelf: Shelf) -> None:
    (article,) = json.loads(RENDERERS["json"](results(shelf, "zurich")))
    assert article["hits"][0]["quote"] is None
    assert TEXT[article["hits"][0]["start"] :].startswith("Zürich")


def test_csv_has_a_row_for_each_place_and_no_formula(shelf: Shelf) -> None:
    rows = list(csv.DictReader(io.StringIO(RENDERERS["csv"](results(shelf, "by:ryder")))))
    assert [row["source"] for row in rows] == ["Pat Ryder"]
    assert rows[0]["quote"].startswith("'=Tariffs")


def test_nothing_found_is_nothing_printed_but_the_head(shelf: Shelf) -> None:
    found = results(shelf, "nowhere")
    assert RENDERERS["text"](found) == RENDERERS["jsonl"](found) == ""
    assert RENDERERS["json"](found) == "[]"
    assert RENDERERS["csv"](found).startswith("article,title")
