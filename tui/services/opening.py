"""References to articles: a path, `-` for standard input, `seed:NAME`, a web address."""

from __future__ import annotations

import io
import os
import sys
from typing import BinaryIO

import seeds
from inquit.errors import InputError
from inquit.model.article import Article, ArticleId
from inquit.model.printable import printable
from inquit.service import articles
from tui.services.load_task import LoadTask

STANDARD_INPUT = "-"
SEED_PREFIX = "seed:"
CORPUS_SUFFIXES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
_TERMINAL = "/dev/tty"
_NO_TERMINAL = "the reader needs a terminal that can draw; 'inquit read --plain' does not"


def open_article(reference: str, task: LoadTask | None = None) -> Article:
    """Return the article that a reference names.

    Args:
        reference: a path, `-`, `seed:NAME` or a web address; `./` before it makes it a path.
        task: takes the progress, and is asked whether to go on.

    Raises:
        InputError: there is no such article, or it cannot be read as one.
    """
    task = task or LoadTask()
    if reference == STANDARD_INPUT:
        return _open_standard_input()
    if reference.startswith(SEED_PREFIX):
        return _open_seed(reference)
    if articles.is_web(reference):
        return articles.open_page(reference, task.token)
    if is_corpus(reference):
        name = printable(reference)
        raise InputError(f"{name} is a corpus of articles; 'inquit extract {name}' reads it")
    return articles.open_known_file(articles.path_of(reference), task.token)


def open_at_once(reference: str, task: LoadTask) -> Article:
    """Return the article that a reference names, before the reader is on the screen.

    A page is fetched in a thread, so that ctrl+c ends the wait even during a slow name lookup.

    Args:
        reference: as `open_article` takes it.
        task: takes the progress, and is asked whether to go on.

    Raises:
        InputError: there is no such article, or it cannot be read as one.
    """
    if articles.is_web(reference):
        return task.run(lambda wanted: open_article(reference, wanted))
    return open_article(reference, task)


def is_corpus(reference: str) -> bool:
    """Tell by its ending whether a reference names a JSON Lines corpus, compressed or not."""
    elsewhere = reference.startswith(SEED_PREFIX) or articles.is_web(reference)
    return reference.lower().endswith(CORPUS_SUFFIXES) and not elsewhere


def corpus_on_standard_input() -> BinaryIO | None:
    """Return standard input if it begins like JSON Lines, else None."""
    stream = sys.stdin.buffer if sys.stdin is not None else None
    if isinstance(stream, io.BufferedReader) and articles.begins_corpus(stream.peek()):
        return stream
    return None


def require_article(reference: str) -> None:
    """Refuse a reference that cannot be opened, before anything slow is started.

    Args:
        reference: what to open.

    Raises:
        InputError: there is nothing to open.
    """
    _require(reference)
    if reference == STANDARD_INPUT and sys.stdin is not None and sys.stdin.isatty():
        raise InputError("standard input is the terminal; pipe an article into 'inquit -'")


def prepare_terminal() -> None:
    """Make sure that the reader can draw and take keys.

    Raises:
        InputError: there is no terminal to read in.
    """
    if sys.stderr is None or not sys.stderr.isatty() or _is_dumb():
        raise InputError(_NO_TERMINAL)
    take_keyboard_from_terminal()


def terminal_takes_reader() -> bool:
    """Tell whether output goes to a terminal on which the reader can draw."""
    streams = (sys.stdout, sys.stderr)
    return not _is_dumb() and all(each is not None and each.isatty() for each in streams)


def take_keyboard_from_terminal() -> None:
    """Read keys from the terminal although standard input is a pipe or a file.

    Textual reads keys from file descriptor 0. The piped input moves to another descriptor, from
    which `sys.stdin` goes on reading.

    Raises:
        InputError: there is no terminal to take keys from.
    """
    if sys.stdin is not None and os.isatty(0):
        return
    try:
        terminal = os.open(_TERMINAL, os.O_RDONLY)
    except OSError as error:
        raise InputError(_NO_TERMINAL) from error
    if sys.stdin is not None:
        piped = os.dup(0)
        sys.stdin = open(piped, encoding="utf-8", closefd=True)  # noqa: PTH123, SIM115 - read until the process ends
    os.dup2(terminal, 0)
    if terminal != 0:
        os.close(terminal)


def _is_dumb() -> bool:
    return os.environ.get("TERM") == "dumb"


def _open_standard_input() -> Article:
    if sys.stdin is None:
        raise InputError("cannot read standard input: it is closed")
    return articles.open_stream(sys.stdin.buffer)


def fetch_again(reference: str, task: LoadTask) -> Article | None:
    """Return an article whose page is fetched again, or None if it is not a web page.

    Args:
        reference: what opens the article.
        task: takes the progress, and is asked whether to go on.

    Raises:
        InputError: it cannot be fetched.
    """
    if not articles.is_web(reference):
        return None
    return articles.open_page(reference, task.token, refresh=True)


def _open_seed(reference: str) -> Article:
    data = seeds.read(_seed_name(reference))
    return articles.open_bytes(data, article_id=ArticleId(reference), origin=reference)


def _seed_name(reference: str) -> str:
    """Return the name in a reference to a seed.

    Raises:
        InputError: there is no such seed.
    """
    name = reference.removeprefix(SEED_PREFIX)
    if name not in seeds.names():
        known = ", ".join(seeds.names())
        raise InputError(f"no seed is called {printable(name)!r}; there are: {known}")
    return name


def _require(reference: str) -> None:
    """Refuse a reference that cannot be opened, before anything slow is started.

    Raises:
        InputError: there is no such seed, or no such regular file that may be read.
    """
    if articles.is_web(reference):
        return
    if reference.startswith(SEED_PREFIX):
        _seed_name(reference)
    elif reference != STANDARD_INPUT and not is_corpus(reference):
        path = articles.path_of(reference)
        if not articles.is_folder(path):
            articles.require_file(path)
