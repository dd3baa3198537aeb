"""Whether a text's paragraphs are turns of a dialogue, as in fiction, or statements, as in news."""

from __future__ import annotations

import re

from inquit.model.article import Article

OPENING = "\"“‘'«„"
WHOLE = re.compile(r"^(?:“[^“”]*”|\"[^\"]*\"|«[^«»]*»|„[^“”]*[“”]|‘[^\n]*’|'[^\n]*')$")
BEGUN = re.compile(r"^(?:“[^“”]*”|\"[^\"]*\"|‘[^‘’\n]*’)")
"""A paragraph that a closed quotation begins, whatever follows."""
READ = 300
"""Paragraphs looked at."""
FEWEST = 6
SHARE = 0.25
"""Least number, and share of all quoted paragraphs, of those that are a quotation and no more."""
FEW, MOSTLY = 4, 0.6
"""The same number where a text is mostly talk; share of its paragraphs that start with talk, and
share of such turns that follow right on somebody's words."""
ANSWERED = 0.3
"""Least share of these that follow right on another: somebody answers."""
BRIEF = 12
"""Most words of a turn that, beside another as brief, shows that the speakers take turns."""
OFTEN = 0.08
"""Least share of all paragraphs that answer one as brief, where there are few turns."""


def reads_as_dialogue(article: Article) -> bool:
    """Tell whether quoted paragraphs without an inquit mostly change the speaker.

    In a dialogue many of the paragraphs that start with a quotation mark are a quotation and
    nothing else, each closed, and answer each other; in news such a paragraph stands alone, and
    where two follow each other the first is left open, for the speaker goes on.
    """
    quoted = whole = answers = brief_answers = replies = 0
    alone_before = brief_before = said_before = False
    spans = article.block_spans[:READ]
    for span in spans:
        text = span.of(article.text)
        alone = bool(WHOLE.match(text))
        brief = alone and len(text.split()) <= BRIEF
        quoted += text[0] in OPENING
        whole += alone
        answers += alone and alone_before
        brief_answers += brief and brief_before
        replies += alone and said_before
        said_before = alone or bool(BEGUN.match(text))
        alone_before, brief_before = alone, brief
    spoken = quoted >= MOSTLY * len(spans) and whole >= FEW
    short = spoken and replies >= MOSTLY * whole
    many = whole >= FEWEST and answers >= ANSWERED * whole
    brisk = brief_answers > 0 and brief_answers >= OFTEN * len(spans)
    return (many or brisk or short) and whole >= SHARE * quoted
