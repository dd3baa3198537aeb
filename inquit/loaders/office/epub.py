"""EPUB (EPUB 3.3, and EPUB 2): the documents of the spine in order, chapters under headings."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from inquit.errors import InputError
from inquit.loaders.article_builder import compose
from inquit.loaders.office.xml_tree import xml_root
from inquit.loaders.office.zip_members import Archive
from inquit.loaders.page.embedded import find_embedded_pieces
from inquit.loaders.piece import Piece
from inquit.model.article import Article, ArticleId
from inquit.model.printable import printable
from inquit.model.progress import PARTS, UNATTENDED, ProgressToken
from inquit.model.structure import BlockKind

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_MOST_PARTS = 10_000
_MOST_TAGS = 1_000_000


def load_epub(
    data: bytes, *, article_id: ArticleId | None, origin: str, token: ProgressToken = UNATTENDED
) -> Article:
    """Return a book as one article.

    Args:
        data: the whole archive.
        article_id: the id, or None to make it of the text's digest.
        origin: what the user named, as it was given.
        token: told of every part of the book.

    Raises:
        CancelledError: it is not wanted any more.
        InputError: it is damaged, encrypted or too large, or holds no words.
    """
    book = _Book(Archive(data, origin), origin)
    pieces = list(book.pieces(token))
    if not pieces and book.encrypted:
        raise InputError(f"cannot read {printable(origin)}: it is encrypted")
    return compose(
        pieces,
        article_id=article_id,
        origin=origin,
        title=book.metadata("title"),
        byline=book.metadata("creator"),
        published=book.metadata("date"),
        site=book.metadata("publisher"),
        language=book.metadata("language"),
    )


class _Book:
    """The package document of a book, and its archive."""

    def __init__(self, archive: Archive, origin: str) -> None:
        """Find the package document.

        Raises:
            InputError: there is none.
        """
        self._archive, self._origin = archive, origin
        self._tags = 0
        container = self._xml(_CONTAINER)
        rootfile = None if container is None else next(_iterate_named(container, "rootfile"), None)
        path = "" if rootfile is None else rootfile.get("full-path") or ""
        package = self._xml(path)
        if package is None:
            raise InputError(f"cannot read {printable(origin)}: it is no EPUB, or damaged")
        self._folder = posixpath.dirname(path)
        self._package = package
        self._items = {item.get("id"): item for item in _iterate_named(package, "item")}

    @property
    def encrypted(self) -> bool:
        """Whether the archive says that some of its members are encrypted."""
        return self._archive.read(_ENCRYPTION) is not None

    def metadata(self, name: str) -> str | None:
        """Return the first Dublin Core element of a name, or None."""
        found = next(_iterate_named(self._package, name), None)
        return None if found is None else _words(found)

    def pieces(self, token: ProgressToken) -> Iterator[Piece]:
        """Yield the pieces of the documents in the order of the spine.

        Raises:
            InputError: a member is damaged or too large.
        """
        titles = self._titles()
        seen: set[str] = set()
        for number, part in enumerate(_iterate_named(self._package, "itemref")):
            token.tell(PARTS, number)
            item = self._items.get(part.get("idref"))
            if number >= _MOST_PARTS or item is None or part.get("linear") == "no":
                continue
            if "nav" not in (item.get("properties") or "").split():
                name = self._member(self._folder, item.get("href") or "")
                # A document stands in the spine once (EPUB 3.3, section 5.6.2).
                if name not in seen:
                    yield from self._chapter(name, titles.get(name))
                seen.add(name)

    def _chapter(self, name: str, title: str | None) -> Iterator[Piece]:
        """Yield the pieces of one document, under its title where it begins with no heading."""
        data = self._archive.read(name) or b""
        self._tags += data.count(b"<")
        if self._tags > _MOST_TAGS:
            raise InputError(f"cannot read {printable(self._origin)}: it has too many elements")
        pieces = find_embedded_pieces(data, self._origin)
        if pieces and title and all(piece.kind is not BlockKind.HEADING for piece in pieces[:3]):
            yield Piece(((title, None),), BlockKind.HEADING, 2)
        yield from pieces

    def _titles(self) -> dict[str, str]:
        """Return the titles in the table of contents by the member that each leads to."""
        titles: dict[str, str] = {}
        seen: set[str] = set()
        for item in self._items.values():
            if "nav" in (item.get("properties") or "").split():
                entry = "a"
            elif item.get("media-type") == "application/x-dtbncx+xml":
                entry = "navPoint"
            else:
                continue
            name = self._member(self._folder, item.get("href") or "")
            tree = None if name in seen else self._xml(name)
            seen.add(name)
            for element in () if tree is None else _iterate_named(tree, entry):
                target, label = _target(element)
                if label and target:
                    titles.setdefault(self._member(posixpath.dirname(name), target), label)
        return titles

    def _member(self, folder: str, href: str) -> str:
        """Return the name of the member that a reference leads to."""
        return posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))

    def _xml(self, name: str) -> etree._Element | None:
        data = self._archive.read(name)
        return xml_root(data, self._origin) if data else None


def _iterate_named(root: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the elements with a local name, in whatever namespace."""
    yield from root.iter(f"{{*}}{name}")


def _target(element: etree._Element) -> tuple[str | None, str]:
    """Return where an entry of a table of contents leads and what it says."""
    if element.get("href") is not None:
        return element.get("href"), _words(element)
    content = next(_iterate_named(element, "content"), None)
    label = next(_iterate_named(element, "text"), None)
    if content is None or label is None:
        return None, ""
    return content.get("src"), _words(label)


def _words(element: etree._Element) -> str:
    return " ".join("".join(element.itertext(with_tail=False)).split())
