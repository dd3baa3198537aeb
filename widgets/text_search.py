"""Finds words in an article, across line breaks, accents and different quotation marks.

The regex library runs the search: it lets other threads work meanwhile, and gives up after a
time, which the standard library's cannot do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from inquit.model.span import Span
from widgets.accent_folding import FoldedText, fold_accents, fold_with_places

MOST_HITS = 20_000
"""Hits that are marked; more are not looked for."""

_SECONDS = 2.0


class SearchError(ValueError):
    """A search cannot be done; the message is one line for the reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is looked for.

    Attributes:
        query: the words, or the pattern.
        whole_words: whether the hits must be words of their own.
        pattern: whether the query is a regular expression.
    """

    query: str
    whole_words: bool = False
    pattern: bool = False


def search(text: str, wanted: Search) -> tuple[Span, ...]:
    """Return where in a text something is, in order and disjoint.

    Case counts where the query has a capital letter; white space stands for any of it. Words are
    found with and without accents, ligatures and curly marks; a pattern is taken as it is.

    Args:
        text: the whole text.
        wanted: what to look for.

    Raises:
        SearchError: the pattern is none, or takes too long.
    """
    import regex

    source = wanted.query if wanted.pattern else _literal(fold_accents(wanted.query))
    if not source:
        return ()
    if wanted.whole_words:
        source = rf"(?<!\w)(?:{source})(?!\w)"
    has_capital = any(letter.isupper() for letter in wanted.query)
    flags = regex.MULTILINE | (0 if has_capital else regex.IGNORECASE)
    looked_in = (
        FoldedText(text=text, places=(), length=len(text))
        if wanted.pattern
        else fold_with_places(text)
    )
    try:
        compiled = regex.compile(source, flags)
        found = compiled.finditer(looked_in.text, timeout=_SECONDS, concurrent=True)
        return tuple(_spans(found, looked_in))
    except regex.error as error:
        raise SearchError(f"Not a pattern: {error.msg}") from error
    except TimeoutError as error:
        raise SearchError("The pattern takes too long") from error


def _spans(found: Iterator[object], looked_in: FoldedText) -> Iterator[Span]:
    """Yield what was found, once where several hits are in one letter, as two in a ligature."""
    reached = 0
    for count, hit in enumerate(found):
        if count >= MOST_HITS:
            return
        start, end = hit.span()  # type: ignore[attr-defined]
        if end > start and (span := looked_in.span(start, end)).start >= reached:
            reached = span.end
            yield span


def _literal(query: str) -> str:
    import regex

    return r"\s+".join(regex.escape(word) for word in query.split())
