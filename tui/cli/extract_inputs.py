"""What `inquit extract` reads: references to articles, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from inquit.errors import FeedFoundError, InputError, InquitError
from inquit.model.article import Article
from inquit.model.printable import printable
from inquit.service.articles import (
    STREAM_NAME,
    candidates,
    count_lines,
    expand_home,
    is_folder,
    open_corpus,
    open_corpus_lines,
    reference_to,
)
from tui.services.load_task import LoadTask
from tui.services.opening import STANDARD_INPUT, corpus_on_standard_input, is_corpus, open_at_once
from tui.services.progress_line import FetchLine


def articles_of(reference: str) -> Iterator[Article | InputError]:
    """Yield the article that a reference names, or those of a corpus, read as they are asked for.

    Args:
        reference: as `open_at_once` takes it, a corpus, or `-` for a corpus on standard input.

    Yields:
        An article; for a line of a corpus that is none, the error that names the line.

    Raises:
        InputError: an input cannot be read.
    """
    if is_corpus(reference):
        yield from open_corpus(expand_home(reference))
    elif reference == STANDARD_INPUT and (lines := corpus_on_standard_input()) is not None:
        yield from open_corpus_lines(lines, STREAM_NAME)
    else:
        with FetchLine(reference) as line:
            article = open_at_once(reference, LoadTask(reference, line.show))
        yield article


Entries = Callable[[bytes, str], Iterable[Article | InputError]]
"""Returns the articles of a feed by its bytes and the reference to it."""


def each_article(
    references: Iterable[str],
    report: Callable[[InquitError], None],
    entries: Entries | None = None,
) -> Iterator[Article]:
    """Yield the articles of all references; one that cannot be read is reported, not fatal.

    Args:
        references: what to read, in order.
        report: takes the error of each input that could not be read, or not to its end.
        entries: returns the articles of a feed; None where a feed is an error.
    """
    for reference in references:
        try:
            inputs = _within(reference)
        except InputError as error:
            report(error)
            continue
        for each in inputs:
            yield from _articles_or_reports(each, report, entries)


def _articles_or_reports(
    reference: str, report: Callable[[InputError], None], entries: Entries | None
) -> Iterator[Article]:
    """Yield the articles of one input; what is wrong with it or with a part of it is reported."""
    try:
        for found in _articles_or_entries(reference, entries):
            if isinstance(found, InputError):
                report(found)
            else:
                yield found
    except InputError as error:
        report(error)


def _articles_or_entries(reference: str, entries: Entries | None) -> Iterator[Article | InputError]:
    try:
        yield from articles_of(reference)
    except FeedFoundError as found:
        if entries is None:
            raise
        yield from entries(found.data, reference)


def count_articles(references: Iterable[str]) -> int:
    """Return how many articles the references come to at most, for a progress bar.

    A corpus is counted by its lines; what cannot be read counts as one.
    """
    total = 0
    for reference in references:
        total += count_lines(expand_home(reference)) or 1 if is_corpus(reference) else 1
    return total


def _within(reference: str) -> list[str]:
    """Return the readable files of a folder, or the reference itself if it names none.

    Raises:
        InputError: the folder cannot be listed, or holds nothing to read.
    """
    folder = expand_home(reference)
    if reference == STANDARD_INPUT or not is_folder(folder):
        return [reference]
    found = [reference_to(each.path) for each in candidates([folder])]
    if not found:
        raise InputError(f"there is nothing to read in {printable(reference)}")
    return found
