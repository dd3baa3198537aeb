"""How long quotations take against a library of many articles."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from inquit.library.index.entries import IndexEntry
from inquit.library.index.files import opened_index
from inquit.library.index.writing import put_entries
from inquit.model.article import Article, article_of
from inquit.service.library.source_articles import SourceArticles
from inquit.verification.draft import DraftQuotation
from inquit.verification.judging import verify

ARTICLES, QUOTATIONS = 10_000, 100
_AT_ONCE = 500
_SENTENCES = 25  # of an article; with those of the corpus that is some 500 words


def measure_in_library(quotations: Sequence[DraftQuotation], articles: Sequence[Article]) -> None:
    """Print how long quotations take against an index of many articles.

    Args:
        quotations: what is looked for.
        articles: what the library has; it is filled up with sentences of theirs, mixed anew.
    """
    with tempfile.TemporaryDirectory() as folder, opened_index(Path(folder)) as index:
        entries = _entries(articles)
        begun = time.perf_counter()
        while some := list(islice(entries, _AT_ONCE)):
            put_entries(index, some)
        built = time.perf_counter() - begun
        begun, computed = time.perf_counter(), time.process_time()
        sources = SourceArticles(index)
        verify(quotations, sources.that_may_have(quotations), sources.analysis_of)
        seconds, computed = time.perf_counter() - begun, time.process_time() - computed
    print(f"Index of {ARTICLES} articles: {built:.0f} s to build")
    print(f"{len(quotations)} quotations: {seconds:.2f} s, of which {computed:.2f} s computing\n")


def _entries(articles: Sequence[Article]) -> Iterator[IndexEntry]:
    chance = random.Random(1)
    sentences = [line for each in articles for line in each.text.split("\n") if line.strip()]
    for number in range(ARTICLES):
        if number < len(articles):
            article = articles[number]
        else:
            text = "\n".join(chance.choices(sentences, k=_SENTENCES))
            article = article_of(text, article_id=f"made:{number}")
        home = f"{number:x}"
        yield IndexEntry(
            article=replace(article, published="2026-11-01"),
            analysis=None,
            remembered="2026-11-01T00:00:00Z",
            home=home,
            home_seen=0,
        )
