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
"""Least number, and share of all quoted paragraphs, of those that are a quotation and no more."""
BRIEF = 12
"""Most words of a turn that, beside another as brief, shows that the speakers take turns."""


def reads_as_dialogue(article: Article) -> bool:
    """Tell whether quoted paragraphs without an inquit mostly change the speaker.

    In a dialogue many of the paragraphs that start with a quotation mark are a quotation and
    nothing else, each closed, and often brief; in news such a paragraph is rare, and where two
    follow each other the first is left open, for the speaker goes on.
    """
    quoted = whole = pairs = 0
    brief_before = False
    for span in article.block_spans[:READ]:
        text = span.of(article.text)
        alone = bool(WHOLE.match(text))
        quoted += text[0] in OPENING
        whole += alone
        brief = alone and len(text.split()) <= BRIEF
        pairs += brief and brief_before
        brief_before = brief
    return (whole >= FEWEST or pairs > 0) and whole >= SHARE * quoted
