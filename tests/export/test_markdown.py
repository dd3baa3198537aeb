"""Markdown in which an article can only ever be text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from inquit.export.markdown import escape_markdown
from inquit.model.printable import clean_line

_MARKDOWN = MarkdownIt("gfm-like")


def _shown(source: str) -> tuple[str, set[str]]:
    """Return the text that a line of Markdown shows, and the kinds of tokens it is made of."""
    tokens = _MARKDOWN.parse(source)
    inline = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in tokens} | {child.type for child in inline}
    return "".join(child.content for child in inline), kinds


@pytest.mark.parametrize(
    "text",
    [
        "# heading",
        "1. item",
        "12) item",
        "- item",
        "+ item",
        "> quote",
        "---",
        "===",
        "[sic]",
        "[click](javascript:alert(1))",
        "![x](http://example.org/x.png)",
        "<script>alert(1)</script>",
        "&lt;b&gt;",
        "*bold* _it_ `code` ~~gone~~",
        "| a | b |",
        "https://example.org/a_b",
        "www.example.org",
        "a@example.org",
        "\\*",
        "[ref]: http://example.org",
        "    code",
        "```",
        "%%hidden%% 5% %%%",
        "==marked== a = b ===",
    ],
)
def test_markup_in_an_article_is_shown_as_it_is(text: str) -> None:
    shown, kinds = _shown(escape_markdown(text))
    assert shown == clean_line(text)
    assert kinds <= {"paragraph_open", "inline", "paragraph_close", "text"}


@given(st.text(alphabet=st.sampled_from("ab1. -+*_#>[]()!<&`~|\\:/@=%www\n\x1b{}^$h")))
def test_no_text_becomes_markup(text: str) -> None:
    shown, kinds = _shown(escape_markdown(text))
    assert shown == clean_line(text)
    assert kinds <= {"paragraph_open", "inline", "paragraph_close", "text"}


@pytest.mark.parametrize("sign", ["%", "="])
def test_what_obsidian_hides_or_marks_is_escaped(sign: str) -> None:
    assert escape_markdown(f"so {sign * 2}it{sign * 2}") == f"so \\{sign}\\{sign}it\\{sign}\\{sign}"
    assert escape_markdown(f"5 {sign} 6") == f"5 {sign} 6"
