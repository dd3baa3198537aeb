"""What is true of every format."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from inquit.export import FORMATS
from inquit.model.article import Article, ArticleId, paragraphs_of
from inquit.model.quotation import Analysis
from tests.export.sample import ANALYSIS, ARTICLE, TEXT

GOLDEN = Path(__file__).parent / "golden"


def _whole(name: str) -> str:
    chosen = FORMATS[name]
    return chosen.head + chosen.render(ARTICLE, ANALYSIS) + chosen.foot


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_prints_what_its_golden_file_holds(name: str) -> None:
    golden = GOLDEN / f"sample{FORMATS[name].suffix}"
    if os.environ.get("INQUIT_WRITE_GOLDEN"):
        golden.write_text(_whole(name), encoding="utf-8")
    assert _whole(name) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_values_give_the_same_text(name: str) -> None:
    assert _whole(name) == _whole(name)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_ends_with_a_line_feed(name: str) -> None:
    assert _whole(name).endswith("\n")


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in {"json", "jsonl"}])
def test_no_control_or_override_of_an_article_reaches_the_output(name: str) -> None:
    hostile = TEXT.translate({ord("W"): "\x1b", ord("p"): "\u202e", ord("f"): "\x9b"})
    article = replace(
        ARTICLE, text=hostile, title="a\x1b]0;x\x07b", block_spans=paragraphs_of(hostile)
    )
    printed = FORMATS[name].render(article, ANALYSIS)
    assert not set(printed) & {"\x1b", "\x07", "\u202e", "\x9b", "\r"}


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_json_escapes_every_control_character_below_space(name: str) -> None:
    article = replace(ARTICLE, title="a\x1b[31mb\x07")
    assert not set(FORMATS[name].render(article, ANALYSIS)) & {"\x1b", "\x07"}


@pytest.mark.parametrize("name", FORMATS)
def test_an_article_without_quotes_is_no_fault(name: str) -> None:
    article = Article(id=ArticleId("x"), text="Rain.", text_digest="0", origin="x", block_spans=())
    empty = Analysis(
        article_id=article.id,
        text_digest="0",
        engine_version="1",
        model_name="m",
        quotes=(),
        mentions=(),
        sources=(),
        attributions=(),
    )
    assert isinstance(FORMATS[name].render(article, empty), str)


def test_the_command_line_offers_exactly_the_formats_there_are() -> None:
    from tui.cli.commands import FormatName

    assert [each.value for each in FormatName] == list(FORMATS)
