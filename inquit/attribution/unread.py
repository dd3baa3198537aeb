"""What is found in a text that is not English: words between quotation marks, of nobody.

Whose they are the engine cannot tell; it knows only how English says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from inquit.attribution.marks import QuotedRun, pair_marks
from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch
from inquit.model.quotation import UNREAD, Attribution, Quote, QuoteType, quote_id
from inquit.model.span import Span

REASON = "the text is not English; who speaks in it is not looked for"
FEWEST_WORDS = 4
"""A shorter run is a title, a name or a term."""
FEWEST_CHARACTERS = 12
"""The same in scripts without spaces."""
_ENDED = re.compile(r"[.!?…,。！？，、।؟]$")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")


def unread_batch(article: Article) -> AnalysisBatch:
    """Return all that is found in an article that is not English, as one batch.

    Args:
        article: the text and its paragraphs.
    """
    quotes = tuple(
        Quote(
            id=quote_id(article.text_digest, run.inner),
            type=QuoteType.DIRECT,
            content_spans=(run.inner,),
        )
        for block in article.block_spans
        for run in _spoken(article.text, block)
    )
    return AnalysisBatch(
        done=len(article.text),
        total=len(article.text),
        quotes=quotes,
        mentions=(),
        sources=(),
        attributions=tuple(map(_nobodys, quotes)),
        english=False,
    )


def _spoken(text: str, block: Span) -> Iterator[QuotedRun]:
    """Yield the quoted runs of a paragraph that are sentences, or that a colon introduces."""
    for run in pair_marks(block.of(text), offset=block.start):
        words = run.inner.of(text)
        long = len(words.split()) >= FEWEST_WORDS
        long = long or (len(words) >= FEWEST_CHARACTERS and bool(_UNSPACED.search(words)))
        after = text[run.outer.end : run.outer.end + 1]
        introduced = text[block.start : run.outer.start].rstrip().endswith((":", "："))
        if (
            run.opened
            and run.closed
            and long
            and (_ENDED.search(words) or introduced or after == ",")
        ):
            yield run


def _nobodys(quote: Quote) -> Attribution:
    return Attribution(
        quote_id=quote.id,
        cue=None,
        mention=None,
        source_id=None,
        addressee=None,
        method=UNREAD,
        confidence=0.0,
        reason=REASON,
    )
