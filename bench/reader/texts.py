"""Made-up articles of any length, with as many quotes as wanted and their analysis."""

from __future__ import annotations

import random
import re
from pathlib import Path

from inquit.model.article import Article
from inquit.model.quotation import (
    Analysis,
    Attribution,
    Quote,
    QuoteType,
    Source,
    SourceKind,
    quote_id,
    source_id,
)
from inquit.model.span import Span
from inquit.service.analysis import USUAL_SETUP, version_of
from inquit.store.analysis_cache import AnalysisCache

FIRST_WORDS, PART = "Overture", "Part"
"""What the article begins with, and each of its further paragraphs, there with its number."""

_WORDS = (
    *("harbour", "council", "vote", "budget", "report", "minister", "crane", "ferry", "light"),
    *("wind", "stone", "bridge", "school", "board", "letter", "winter", "autumn", "people"),
    *("measure", "answer", "window", "paper"),
)
_QUOTED = re.compile("“([^”]+)”")
_SOURCES = 40


def write_article(path: Path, words: int, quotes: int) -> None:
    """Write an article of about so many words with so many quotes, the same at every call."""
    dice = random.Random(words)
    paragraphs = max(1, words // 50)
    lines = []
    for number in range(paragraphs):
        chosen = [dice.choice(_WORDS) for _ in range(49)]
        if number * quotes // paragraphs != (number + 1) * quotes // paragraphs:
            chosen[10], chosen[30] = "“" + chosen[10], chosen[30] + "”"
        first = FIRST_WORDS if number == 0 else f"{PART}{number}"
        lines.append(" ".join([first, *chosen]) + ".")
    path.write_text("\n".join(lines), "utf-8")


def keep_analysis(article: Article, folder: Path) -> None:
    """Put an analysis of an article's quoted words into a cache, as if it had been made."""
    digest = article.text_digest
    sources = [
        Source(id=source_id(digest, Span(n, n + 1)), name=f"Speaker {n}", kind=SourceKind.PERSON)
        for n in range(_SOURCES)
    ]
    spans = [Span(*found.span(1)) for found in _QUOTED.finditer(article.text)]
    quotes = [
        Quote(id=quote_id(digest, span), type=QuoteType.DIRECT, content_spans=(span,))
        for span in spans
    ]
    attributions = [
        Attribution(
            quote_id=quote.id, cue=None, mention=None, source_id=sources[n % _SOURCES].id,
            addressee=None, method="bench", confidence=0.9, reason="made up",
        )
        for n, quote in enumerate(quotes)
    ]  # fmt: skip
    AnalysisCache(folder).put(
        article,
        Analysis(
            article_id=article.id, text_digest=digest,
            engine_version=version_of(USUAL_SETUP.engine), model_name=USUAL_SETUP.model,
            quotes=tuple(quotes), mentions=(),
            sources=tuple(sources), attributions=tuple(attributions),
        ),
    )  # fmt: skip
