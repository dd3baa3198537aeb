"""Several articles to pick from: inputs named together, a folder's files, a corpus."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from inquit import service
from inquit.errors import InputError
from inquit.model.article import Article, ArticleId
from inquit.model.printable import printable
from tui.errand import Errand
from tui.opening import SEED_PREFIX, STANDARD_INPUT, is_corpus, open_article
from widgets.excerpt import excerpt

MOST = 5000
"""Articles that are listed; of a larger corpus or folder, the first."""

_PACKED = frozenset((".pdf", ".epub", ".docx", ".gz", ".odt"))
_GLANCE = 1024

CORPUS = "corpus"
"""The kind of an item that is several articles itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfItem:
    """One article to pick.

    Attributes:
        reference: what names it, unique on its shelf.
        title: what it is called.
        kind: what sort of input it is.
        size: its bytes or, in a corpus, its characters; None where that is not known.
        article_id: the id it will have, where that is known.
        open: opens it on an errand; raises InputError where that fails.
    """

    reference: str
    title: str
    kind: str
    size: int | None = None
    article_id: ArticleId | None = None
    open: Callable[[Errand], Article]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Articles to pick from, in order; within is the shelf that this one was picked from."""

    title: str
    items: tuple[ShelfItem, ...]
    within: Shelf | None = None


def is_shelf(references: Sequence[str]) -> bool:
    """Tell whether references name several articles; looks at no file's content."""
    if len(references) != 1:
        return True
    (only,) = references
    return is_corpus(only) or _is_folder(only)


def shelf_of(references: Sequence[str]) -> Shelf | None:
    """Return the articles that references name; None where it is a single one.

    Raises:
        InputError: there is nothing to read, or a corpus is none.
    """
    if not is_shelf(references):
        return None
    items: dict[str, ShelfItem] = {}
    found = (item for given in references for item in _items(given))
    for item in islice(found, MOST):
        items.setdefault(item.reference, item)
    title = printable(references[0]) if len(references) == 1 else f"{len(references)} inputs"
    if not items:
        raise InputError(f"cannot open {title}: nothing in it can be read")
    if next(found, None) is not None:
        title += f" (the first {MOST:,})"
    return Shelf(title=title, items=tuple(items.values()))


def _items(reference: str) -> Iterator[ShelfItem]:
    if is_corpus(reference):
        yield from _in_corpus(reference)
    elif _is_folder(reference):
        yield from _in_folder(Path(reference).expanduser())
    elif reference == STANDARD_INPUT:
        raise InputError("standard input is one article; it cannot be one of several")
    elif reference.startswith((SEED_PREFIX, "http://", "https://")):
        yield ShelfItem(
            reference=reference,
            title=printable(reference),
            kind="sample" if reference.startswith(SEED_PREFIX) else "page",
            article_id=ArticleId(reference),
            open=partial(open_article, reference),
        )
    else:
        path = Path(reference).expanduser()
        service.require_file(path)
        yield _file(path, reference)


def _in_folder(folder: Path) -> Iterator[ShelfItem]:
    """Yield the files of a folder by name, but hidden and binary ones."""
    try:
        found = sorted(entry.path for entry in os.scandir(folder) if not entry.name.startswith("."))
    except OSError as error:
        raise InputError(f"cannot open {printable(str(folder))}: {error.strerror}") from error
    for name in found:
        path = Path(name)
        if is_corpus(name):
            yield ShelfItem(
                reference=name,
                title=printable(path.name),
                kind=CORPUS,
                size=_size(path),
                open=partial(open_article, name),
            )
        elif _looks_readable(path):
            yield _file(path, name)


def _in_corpus(reference: str) -> Iterator[ShelfItem]:
    path = Path(reference).expanduser()
    for place, article in enumerate(service.open_corpus(path)):
        yield ShelfItem(
            reference=f"{reference}#{place + 1}",
            title=_title(article),
            kind="article",
            size=len(article.text),
            article_id=article.id,
            open=partial(_in_place, path, place),
        )


def _in_place(path: Path, place: int, _: Errand) -> Article:
    article = next(islice(service.open_corpus(path), place, None), None)
    if article is None:
        raise InputError(f"cannot read {printable(str(path))}: it has become shorter")
    return article


def _title(article: Article) -> str:
    """Return an article's title; where it has none, how it begins."""
    if article.title or not article.block_spans:
        return article.display_title
    return excerpt(article.text, article.block_spans[0])


def _file(path: Path, reference: str) -> ShelfItem:
    return ShelfItem(
        reference=reference,
        title=printable(path.name),
        kind=printable(path.suffix.lower().lstrip(".")) or "text",
        size=_size(path),
        article_id=service.file_id(path),
        open=partial(open_article, reference),
    )


def _looks_readable(path: Path) -> bool:
    """Tell whether a file may hold an article: packed as documents are, or text."""
    try:
        if not path.is_file():
            return False
        if path.suffix.lower() in _PACKED:
            return True
        with path.open("rb") as stream:
            glance = stream.read(_GLANCE)
    except OSError:
        return False
    utf16 = glance.startswith((b"\xff\xfe", b"\xfe\xff"))
    return bool(glance) and (utf16 or b"\0" not in glance)


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None


def _is_folder(reference: str) -> bool:
    return not reference.startswith(SEED_PREFIX) and Path(reference).expanduser().is_dir()
