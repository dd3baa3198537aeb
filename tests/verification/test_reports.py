"""Verdicts in text and in JSON."""

from __future__ import annotations

import json

from inquit.model.article import article_of
from inquit.verification.report_json import render_json
from inquit.verification.report_text import LEGEND, render_text

SOURCE = "“Nobody believed the second report,” said Tom Holt."
DRAFT = article_of("any", origin="draft\x1b[2J.txt")


def test_text_tells_verdict_words_and_place(judge) -> None:
    shown = render_text(DRAFT, [judge("Nobody believed the first report", SOURCE)])
    assert shown.startswith("draft[2J.txt: 1 quotation: 1 altered\n")
    assert "1. Altered · 80% sure" in shown
    assert "Nobody believed the [-first-] {+second+} report" in shown
    assert "“Nobody believed the second report,”" in shown
    assert shown.endswith(f"{LEGEND}\n")
    assert "\x1b" not in shown


def test_text_says_where_there_is_nothing_to_check() -> None:
    assert "no quotations found" in render_text(DRAFT, [])


def test_json_has_offsets_of_both_texts(judge) -> None:
    verdict = judge("Nobody believed", SOURCE, speaker="Holt", credits={"Nobody": "Tom Holt"})
    document = json.loads(render_json(DRAFT, [verdict]))
    (quotation,) = document["quotations"]
    (place,) = quotation["places"]
    assert document["counts"]["verbatim"] == 1
    assert quotation["spans"] == [[0, 15]]
    assert quotation["status"] == "verbatim"
    assert SOURCE[slice(*place["span"])] == place["text"] == "Nobody believed"
    assert place["speaker"]["name"] == "Tom Holt"
