"""What `inquit extract` reads: references to articles, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from inquit.errors import InputError, InquitError
from inquit.model.article import Article
from inquit.model.printable import printable
from inquit.service import (
    STREAM_NAME,
    candidates,
    count_lines,
    open_corpus,
    open_corpus_lines,
)
from tui.errand import Errand
from tui.fetch_line import FetchLine
from tui.opening import STANDARD_INPUT, corpus_on_standard_input, is_corpus, open_at_once


def articles_of(reference: str) -> Iterator[Article]:
    """Yield the article that a reference names, or those of a corpus, read as they are asked for.

    Args:
        reference: as `open_at_once` takes it, a corpus, or `-` for a corpus on standard input.

    Raises:
        InputError: an input cannot be read.
    """
    if is_corpus(reference):
        yield from open_corpus(Path(reference).expanduser())
    elif reference == STANDARD_INPUT and (lines := corpus_on_standard_input()) is not None:
        yield from open_corpus_lines(lines, STREAM_NAME)
    else:
        with FetchLine(reference) as line:
            article = open_at_once(reference, Errand(reference, line.show))
        yield article


def each_article(
    references: Iterable[str], report: Callable[[InquitError], None]
) -> Iterator[Article]:
    """Yield the articles of all references; one that cannot be read is reported, not fatal.

    Args:
        references: what to read, in order.
        report: takes the error of each input that could not be read, or not to its end.
    """
    for reference in references:
        try:
            for each in _within(reference):
                yield from articles_of(each)
        except InputError as error:
            report(error)


def count_articles(references: Iterable[str]) -> int:
    """Return how many articles the references come to at most, for a progress bar.

    A corpus is counted by its lines; what cannot be read counts as one.
    """
    total = 0
    for reference in references:
        total += count_lines(Path(reference).expanduser()) or 1 if is_corpus(reference) else 1
    return total


def _within(reference: str) -> list[str]:
    """Return the readable files of a folder, or the reference itself if it names none.

    Raises:
        InputError: the folder cannot be listed, or holds nothing to read.
    """
    folder = Path(reference).expanduser()
    if reference == STANDARD_INPUT or not folder.is_dir():
        return [reference]
    found = [str(each.path) for each in candidates([folder])]
    if not found:
        raise InputError(f"there is nothing to read in {printable(reference)}")
    return found
