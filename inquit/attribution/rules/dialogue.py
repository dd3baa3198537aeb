"""Whether a text's paragraphs are turns of a dialogue, as in fiction, or statements, as in news."""

from __future__ import annotations

import re

from inquit.model.article import Article

OPENING = "\"“‘'«„"
WHOLE = re.compile(r"^(?:“[^“”]*”|\"[^\"]*\"|«[^«»]*»|„[^“”]*[“”]|‘[^\n]*’|'[^\n]*')$")
READ = 300
"""Paragraphs looked at."""
FEWEST = 6
SHARE = 0.25


def reads_as_dialogue(article: Article) -> bool:
    """Tell whether quoted paragraphs without an inquit mostly change the speaker.

    In a dialogue many of the paragraphs that start with a quotation mark are a quotation and
    nothing else, each closed; in news such a paragraph is rare, and goes on from the one before.
    """
    quoted = whole = 0
    for span in article.block_spans[:READ]:
        if article.text[span.start] in OPENING:
            quoted += 1
            whole += bool(WHOLE.match(span.of(article.text)))
    return whole >= FEWEST and whole >= SHARE * quoted
