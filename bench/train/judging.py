"""Whether what was extracted is right, as the annotators see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from inquit.attribution.extraction import Extraction

SAME = 0.5
"""Share of letters, of both together, from which two contents are the same quote."""
EXACT = 0.8
"""The same for ends that are right, as the corpora's scorer counts them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is right about an extraction.

    Attributes:
        quote: it is a quote.
        ends: its content starts and ends right.
        source: who is credited is right, None where the annotators credit nobody.
    """

    quote: bool
    ends: bool
    source: bool | None


def judge(extraction: Extraction, document: dict[str, Any]) -> Verdict:
    """Return what the annotators of a document would say of an extraction.

    Args:
        extraction: what was found.
        document: one of the corpora's, with `text` and `quotes`.
    """
    text = document["text"]
    mine = _letters(text, [(span.start, span.end) for span in extraction.content_spans])
    best, shared = None, 0.0
    for quote in document["quotes"]:
        low, high = quote["spans"][0][0], quote["spans"][-1][1]
        if not mine or high <= min(mine) or low > max(mine):
            continue
        theirs = _letters(text, quote["spans"])
        share = len(mine & theirs) / max(1, len(mine | theirs))
        if share > shared:
            best, shared = quote, share
    if best is None or shared < SAME:
        return Verdict(quote=False, ends=False, source=None)
    return Verdict(quote=True, ends=shared >= EXACT, source=_source_is_right(extraction, best))


def _source_is_right(extraction: Extraction, quote: dict[str, Any]) -> bool | None:
    span = (quote["speaker"] or {}).get("span")
    if not span:
        return None
    source = extraction.source
    return source is not None and source.start < span[1] and span[0] < source.end


def _letters(text: str, spans: Any) -> set[int]:
    return {at for start, end in spans for at in range(start, end) if text[at].isalnum()}
