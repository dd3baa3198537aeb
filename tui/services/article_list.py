"""Lists of articles to pick from: several inputs, the files of a folder, a corpus."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from inquit.errors import InputError
from inquit.model.article import Article, ArticleId
from inquit.model.printable import printable
from inquit.service import articles
from tui.services.load_task import LoadTask
from tui.services.opening import SEED_PREFIX, STANDARD_INPUT, is_corpus, open_article
from widgets.excerpt import excerpt

if TYPE_CHECKING:
    from inquit.service.articles import ReadableFile

MOST = 5000
"""How many articles are listed at most; of a larger corpus or folder, the first."""

AT_ONCE = 0.1
"""Seconds for which articles are listed before the list is shown."""

NOTHING = "nothing in it can be read"
"""What to say of a folder without articles."""

CORPUS = "corpus"
"""The kind of an item that is itself a list of articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedArticle:
    """An article to pick.

    Attributes:
        reference: what names it, unique in its list.
        title: its title, as it is shown.
        kind: what sort of input it is.
        size: in bytes or, within a corpus, in characters; None if unknown.
        article_id: the id that it will have, or None if unknown.
        open: opens it as part of a task; raises InputError if that fails.
    """

    reference: str
    title: str
    kind: str
    size: int | None = None
    article_id: ArticleId | None = None
    open: Callable[[LoadTask], Article]


@dataclass(slots=True, kw_only=True, eq=False)
class ArticleList:
    """Articles to pick from, in order.

    Attributes:
        title: its title, as it is shown.
        items: the articles that are listed so far.
        within: the list that this one was picked from.
        rest: the articles still to be listed, or None if there are none.
        is_recent: whether it is what was opened last, for which the library's screen stands.
    """

    title: str
    items: tuple[ListedArticle, ...] = ()
    within: ArticleList | None = None
    rest: Iterator[ListedArticle] | None = None
    is_recent: bool = False
    _listing: Lock = field(default_factory=Lock)

    def list_more(self, seconds: float, wanted: Callable[[], bool] = lambda: True) -> None:
        """List more articles for a while; a slow disk may make it take longer.

        Args:
            seconds: for how long.
            wanted: asked before each article whether to go on.

        Raises:
            InputError: the rest cannot be listed.
        """
        with self._listing:
            until = time.monotonic() + seconds
            items = {item.reference: item for item in self.items}
            try:
                while self.rest is not None and wanted() and time.monotonic() < until:
                    self._take_one(items)
            except InputError:
                self.rest = None
                raise
            finally:
                self.items = tuple(items.values())

    def set_article_id(self, reference: str, article_id: ArticleId) -> None:
        """Store the id that an article turned out to have when it was opened."""
        self.items = tuple(
            replace(item, article_id=article_id) if item.reference == reference else item
            for item in self.items
        )

    def _take_one(self, items: dict[str, ListedArticle]) -> None:
        item = next(self.rest, None) if self.rest is not None else None
        if item is None:
            self.rest = None
        elif len(items) >= MOST:
            self.title += f" (the first {MOST:,})"
            self.rest = None
        else:
            items.setdefault(item.reference, item)


def names_several(references: Sequence[str]) -> bool:
    """Tell whether references name several articles, without reading any file."""
    if len(references) != 1:
        return True
    (only,) = references
    return is_corpus(only) or _is_folder(only)


def list_articles(references: Sequence[str]) -> ArticleList | None:
    """Return the articles that references name, or None if they name a single one.

    Only as many are listed as takes a moment; the others are the rest of the list.

    Raises:
        InputError: there is nothing to read, or a corpus is not one.
    """
    if not names_several(references):
        return None
    for reference in references:
        _require(reference)
    title = printable(references[0]) if len(references) == 1 else f"{len(references)} inputs"
    rest = (item for given in references for item in _items(given))
    article_list = ArticleList(title=title, rest=rest)
    article_list.list_more(AT_ONCE)
    if not article_list.items and article_list.rest is None:
        raise InputError(f"cannot open {title}: {NOTHING}")
    return article_list


def _require(reference: str) -> None:
    """Refuse a reference that cannot be one of several.

    Raises:
        InputError: there is no such file, or it is standard input.
    """
    if reference == STANDARD_INPUT:
        raise InputError("standard input is one article; it cannot be one of several")
    if not (_is_elsewhere(reference) or _is_folder(reference)):
        articles.require_file(articles.expand_home(reference))


def _items(reference: str) -> Iterator[ListedArticle]:
    if is_corpus(reference):
        yield from _in_corpus(reference)
    elif _is_folder(reference):
        yield from _in_folder(articles.expand_home(reference))
    elif _is_elsewhere(reference):
        yield ListedArticle(
            reference=reference,
            title=printable(reference),
            kind="sample" if reference.startswith(SEED_PREFIX) else "page",
            article_id=ArticleId(reference),
            open=partial(open_article, reference),
        )
    else:
        path = articles.expand_home(reference)
        try:
            (found,) = articles.candidates([path])
        except InputError:
            yield _file(path, reference)  # opening it says what is wrong with it
        else:
            yield _candidate(found, reference)


def _in_folder(folder: Path) -> Iterator[ListedArticle]:
    """Yield the files of a folder by name, except hidden and binary ones."""
    for found in articles.candidates([folder]):
        yield _candidate(found, articles.reference_to(found.path))


def _in_corpus(reference: str) -> Iterator[ListedArticle]:
    path = articles.expand_home(reference)
    for place, article in enumerate(articles.open_corpus(path)):
        if isinstance(article, InputError):
            yield _bad_line(reference, place, article)
            continue
        yield ListedArticle(
            reference=f"{reference}#{place + 1}",
            title=_title(article),
            kind="article",
            size=len(article.text),
            article_id=article.id,
            open=partial(_open_line, path, place),
        )


def _bad_line(reference: str, place: int, error: InputError) -> ListedArticle:
    """Return the item for a line that is no article; opening it says why."""

    def refuse(_: LoadTask) -> Article:
        raise error

    return ListedArticle(
        reference=f"{reference}#{place + 1}",
        title=printable(str(error)),
        kind="no article",
        open=refuse,
    )


def _open_line(path: Path, place: int, _: LoadTask) -> Article:
    article = next(islice(articles.open_corpus(path), place, None), None)
    if isinstance(article, InputError):
        raise article
    if article is None:
        raise InputError(f"cannot read {printable(str(path))}: it has become shorter")
    return article


def _title(article: Article) -> str:
    """Return the title of an article, or its beginning if it has none."""
    if article.title or not article.block_spans:
        return article.display_title
    return excerpt(article.text, article.block_spans[0])


def _candidate(found: ReadableFile, reference: str) -> ListedArticle:
    return _file(
        found.path,
        reference,
        title=f"{found.name} — {found.title}" if found.title else found.name,
        size=found.size,
        kind=CORPUS if is_corpus(str(found.path)) else None,
    )


def _file(
    path: Path,
    reference: str,
    *,
    title: str | None = None,
    size: int | None = None,
    kind: str | None = None,
) -> ListedArticle:
    return ListedArticle(
        reference=reference,
        title=title or printable(path.name),
        kind=kind or printable(path.suffix.lower().lstrip(".")) or "text",
        size=_size(path) if size is None else size,
        article_id=articles.file_id(path),
        open=partial(open_article, reference),
    )


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None


def _is_elsewhere(reference: str) -> bool:
    return reference.startswith(SEED_PREFIX) or articles.is_web(reference)


def _is_folder(reference: str) -> bool:
    return not reference.startswith(SEED_PREFIX) and articles.is_folder(
        articles.expand_home(reference)
    )
