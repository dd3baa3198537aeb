"""Pull sheets: hostile articles act neither as Markdown nor as HTML."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from inquit.export.pull_sheet import PullSheet, PullSheetEntry
from inquit.export.pull_sheet_html import render_html
from inquit.export.pull_sheet_markdown import render_markdown
from inquit.model.story import Publication, StoryItemKind
from tests.store.making import story, story_item

HOSTILE = "# <script>alert(1)</script> [x](javascript:y)\x1b[2J *b*"


def _sheet(**changed: object) -> PullSheet:
    held = story()
    return PullSheet(
        story=held,
        entries=[PullSheetEntry(item=replace(story_item(held), **changed))],  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("field", ["words", "speaker", "role", "note"])
@pytest.mark.parametrize("render", [render_markdown, render_html])
def test_nothing_of_an_item_acts(field: str, render) -> None:
    sheet = render(_sheet(**{field: HOSTILE}))
    assert "<script>" not in sheet
    assert "\x1b" not in sheet
    assert "[x](javascript" not in sheet or render is render_html


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", 'https://a.example/"><b>', "/x<y>.txt"]
)
def test_only_an_address_of_the_web_becomes_a_link_and_stays_whole(address: str) -> None:
    page = render_html(_sheet(publication=Publication(address=address)))
    links: list[str] = []

    class Links(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert tag != "b"
            links.extend(value or "" for name, value in attrs if name == "href")

    Links().feed(page)
    assert links == ([address] if address.startswith("https") else [])


def test_words_that_are_only_reported_are_told_as_such() -> None:
    sheet = _sheet(words="that the port will open")
    assert "*Reported, not quoted:* that the port will open" in render_markdown(sheet)
    assert "<blockquote>" not in render_html(sheet)


def test_a_source_is_its_name_and_role() -> None:
    sheet = render_markdown(_sheet(kind=StoryItemKind.SOURCE, words="", target=None))
    assert "## 1. Ines Castro, mayor\n" in sheet
    assert ">" not in sheet
