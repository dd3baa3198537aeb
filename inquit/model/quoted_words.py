"""A quote's words as they are printed; everything that shows or exports a quote uses this.

Words that are not adjacent in the article are never run together: an ellipsis stands between
them. Where nothing but the inquit stood between whole sentences, and where one quotation was
closed and another opened, each has quotation marks of its own. A quotation of several
paragraphs is adjacent, though its marks are opened anew with each of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, zip_longest

from inquit.model.passage import CLOSED_BY, is_enclosed, opening_before, with_marks
from inquit.model.pattern_at_need import pattern_at_need
from inquit.model.printable import clean_line
from inquit.model.quotation import Quote, QuoteType
from inquit.model.span import Span
from inquit.model.units import sentences_in

ELLIPSIS = " … "

_LINE = pattern_at_need(r"\S(?:[^\n]*[^\s])?")
_MARK = pattern_at_need('["“”„«»‘’‹›]')
_DOUBLE = '"“”„«»'
_BEFORE_WORDS = " \t\n\"'“‘„«»‹"
_STOP = pattern_at_need(r"[.!?…][^\w\s]*\Z")


def words_of(text: str, quote: Quote) -> str:
    """Return a quote's words, in quotation marks only if they are several quotations.

    Args:
        text: the article's text.
        quote: a quote of it.

    Returns:
        The article's own characters, but for the marks and ellipses between them.
    """
    quotations = list(_quotations(text, quote))
    return quotations[0] if len(quotations) == 1 else " ".join(map(_put_in_marks, quotations))


def format_quote(text: str, quote: Quote) -> str:
    """Return a quote's words, in quotation marks if it is direct."""
    if quote.type is not QuoteType.DIRECT:
        return words_of(text, quote)
    return " ".join(map(_put_in_marks, _quotations(text, quote)))


def format_quote_beginning(text: str, quote: Quote, longest: int) -> str:
    """Return the same on one line, cut with an ellipsis inside the marks.

    Args:
        text: the article's text.
        quote: a quote of it.
        longest: code points from which it is cut.
    """
    if len(words := clean_line(format_quote(text, quote))) <= longest:
        return words
    start = clean_line(words_of(text, quote))[:longest] + "…"
    single = quote.type is QuoteType.DIRECT and len(list(_quotations(text, quote))) == 1
    return _put_in_marks(start) if single else start


def pieces_of(text: str, quote: Quote) -> tuple[str, ...]:
    """Return the words of each content span, in order."""
    alone = (replace(quote, content_spans=(span,)) for span in quote.content_spans)
    return tuple(words_of(text, each) for each in alone)


def _quotations(text: str, quote: Quote) -> Iterator[str]:
    """Yield the words inside each pair of marks; a quote that is not direct yields one item."""
    lines = _lines(text, quote)
    words = lines[0].of(text) if lines else ""
    for one, other in pairwise(lines):
        between = Span(one.end, other.start)
        if quote.type is QuoteType.DIRECT and _is_another(text, one, between, other):
            yield words
            words = other.of(text)
        else:
            words += _joint(text, between) + other.of(text)
    yield words


def _lines(text: str, quote: Quote) -> list[Span]:
    """Return the spans of a quote that are shown, split where a paragraph ends."""
    lines = [
        Span(*found.span())
        for span in quote.content_spans
        for found in _LINE.finditer(text, span.start, span.end)
    ]
    match quote.type:
        case QuoteType.DIRECT:
            lines = [_without_marks(text, line) for line in lines]
        case QuoteType.MIXED:
            lines = _with_marks(text, lines)
    return [line for line in lines if len(line)]


def _with_marks(text: str, lines: list[Span]) -> list[Span]:
    """Return lines with the marks around them, where these belong to the line alone."""
    found: list[Span] = []
    for line, following in zip_longest(lines, lines[1:]):
        marked = with_marks(text, line)
        before = found[-1].end if found else 0
        after = following.start if following is not None else len(text)
        found.append(marked if before <= marked.start and marked.end <= after else line)
    return found


def _without_marks(text: str, line: Span) -> Span:
    """Return a line without the marks around it, and without a mark that has no partner in it."""
    words = line.of(text)
    if is_enclosed(text, line) and opening_before(text, line.start) == line.start:
        return Span(line.start + 1, line.end - 1)
    opens = words[0] in _DOUBLE and _has_unpaired_mark(words, words[0], CLOSED_BY.get(words[0], ""))
    if opens:
        return Span(line.start + 1, line.end)
    openers = "".join(mark for mark, closing in CLOSED_BY.items() if words[-1] in closing)
    closes = words[-1] in _DOUBLE and _has_unpaired_mark(words, words[-1], openers)
    return Span(line.start, line.end - 1) if closes else line


def _has_unpaired_mark(words: str, mark: str, partners: str) -> bool:
    """Tell whether a mark has no partner, given the marks that could be one."""
    if partners == mark:
        return words.count(mark) % 2 == 1
    return words.count(mark) > sum(words.count(partner) for partner in partners)


def _is_another(text: str, one: Span, between: Span, other: Span) -> bool:
    """Tell whether a quotation ends before a stretch and another begins after it."""
    gap = between.of(text)
    if not _has_words(gap):
        return len(_MARK.findall(gap)) > 1
    first = next(at for at, letter in enumerate(gap) if letter.isalnum())
    inquit = Span(between.start + first, between.start + len(gap.rstrip(_BEFORE_WORDS)))
    if "\n" in inquit.of(text) or len(list(sentences_in(text, inquit))) > 1:
        return False
    return _begins_sentence(other.of(text)) and bool(
        _STOP.search(one.of(text)) or _STOP.search(inquit.of(text))
    )


def _joint(text: str, between: Span) -> str:
    """Return what to put between two spans of one quotation."""
    gap = between.of(text)
    return ELLIPSIS if _has_words(gap) else _MARK.sub("", gap)


def _has_words(gap: str) -> bool:
    return any(letter.isalnum() for letter in gap)


def _begins_sentence(words: str) -> bool:
    first = next((letter for letter in words if letter.isalnum()), "")
    return bool(first) and not first.islower()


def _put_in_marks(words: str) -> str:
    """Return words in quotation marks that differ from those inside."""
    return f"‘{words}’" if "“" in words or "”" in words else f"“{words}”"
