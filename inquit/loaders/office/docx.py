"""DOCX (ECMA-376, WordprocessingML): the text as it stands with all changes accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from inquit.errors import InputError
from inquit.loaders.article_builder import compose
from inquit.loaders.office.docx_tables import cells_of, columns_of, is_data, rows_of
from inquit.loaders.office.xml_tree import xml_root
from inquit.loaders.office.zip_members import Archive
from inquit.loaders.piece import CELL_BREAK, LINE_BREAK, Piece, Run
from inquit.loaders.progress import count_parts
from inquit.loaders.table_columns import TableColumns
from inquit.model.article import Article, ArticleId
from inquit.model.printable import printable
from inquit.model.progress import UNATTENDED, ProgressToken
from inquit.model.structure import BlockKind

_DOCUMENT = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TRANSITIONAL = re.compile(rb"http://purl\.oclc\.org/ooxml/(officeDocument|wordprocessingml)/main")
_HEADING = re.compile(r"heading ?([1-9])$|title$|subtitle$", re.IGNORECASE)
_CHARACTERS = {"tab": " ", "br": LINE_BREAK, "cr": LINE_BREAK, "noBreakHyphen": "-"}
# What was deleted or moved away, field codes, and the second copy of a drawing's text.
_UNREAD = frozenset({"del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr", "sectPr"})


def load_docx(
    data: bytes, *, article_id: ArticleId | None, origin: str, token: ProgressToken = UNATTENDED
) -> Article:
    """Return a word processor's document as an article; footnotes stand at its end.

    Args:
        data: the whole archive.
        article_id: the id, or None to make it of the text's digest.
        origin: what the user named, as it was given.
        token: who waits for it.

    Raises:
        CancelledError: it is not wanted any more.
        InputError: it is damaged or too large, or holds no words.
    """
    archive = Archive(data, origin)
    document = _tree(archive, _DOCUMENT, origin)
    if document is None:
        raise InputError(f"cannot read {printable(origin)}: it is no DOCX, or damaged")
    reader = _Reader(
        _styles(_tree(archive, "word/styles.xml", origin)),
        _targets(_tree(archive, "word/_rels/document.xml.rels", origin)),
    )
    pieces = list(count_parts(reader.pieces(document), token))
    notes = _tree(archive, "word/footnotes.xml", origin)
    if notes is not None and (noted := list(reader.notes(notes))):
        pieces += [Piece((("Footnotes", None),), BlockKind.HEADING, 2), *noted]
    core = _tree(archive, "docProps/core.xml", origin)
    changed = next(document.iter(f"{_W}ins", f"{_W}del"), None) is not None
    return compose(
        pieces,
        article_id=article_id,
        origin=origin,
        title=_read_property(core, "title") or reader.title,
        byline=_read_property(core, "creator"),
        published=_read_property(core, "created"),
        notices=("shown with all tracked changes accepted",) if changed else (),
    )


class _Reader:
    """Reads paragraphs, given the document's styles and link targets."""

    def __init__(self, styles: dict[str, tuple[BlockKind, int]], targets: dict[str, str]) -> None:
        self._styles, self._targets = styles, targets
        self.title: str | None = None

    def pieces(self, root: etree._Element) -> Iterator[Piece]:
        """Yield the paragraphs below an element; the first with the style Title is the title."""
        for paragraph in _paragraphs(root):
            if _local(paragraph) == "tbl":
                yield from self._rows(paragraph)
                continue
            runs = tuple(self._runs(paragraph))
            kind, level = self._kind(paragraph)
            if kind is BlockKind.HEADING and self.title is None and level == 1:
                self.title = "".join(words for words, _ in runs) or None
            yield Piece(runs, kind, level)

    def _rows(self, table: etree._Element) -> Iterator[Piece]:
        """Yield the rows of a table of data."""
        for row in rows_of(table):
            runs: list[Run] = []
            columns = TableColumns()
            for cell in cells_of(row):
                runs += [(CELL_BREAK, None)] * columns.place(columns_of(cell), 1)
                for paragraph in _paragraphs(cell):
                    runs += [*self._runs(paragraph), (" ", None)]
            if any(words not in (" ", CELL_BREAK) for words, _ in runs):
                yield Piece(tuple(runs), BlockKind.TABLE_ROW)

    def notes(self, root: etree._Element) -> Iterator[Piece]:
        """Yield the footnotes, each with the number that the text refers to it by."""
        for note in root.iter(f"{_W}footnote"):
            if note.get(f"{_W}type") in (None, "normal"):
                runs = [run for paragraph in _paragraphs(note) for run in self._runs(paragraph)]
                yield Piece(((f"[{note.get(f'{_W}id')}] ", None), *runs))

    def _kind(self, paragraph: etree._Element) -> tuple[BlockKind, int]:
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            return BlockKind.PARAGRAPH, 0
        style = properties.find(f"{_W}pStyle")
        kind, level = self._styles.get(
            "" if style is None else style.get(f"{_W}val") or "", (BlockKind.PARAGRAPH, 0)
        )
        numbering = properties.find(f"{_W}numPr")
        if kind is BlockKind.PARAGRAPH and numbering is not None:
            depth = numbering.find(f"{_W}ilvl")
            shown = "0" if depth is None else depth.get(f"{_W}val") or "0"
            return BlockKind.LIST_ITEM, 1 + (int(shown) if shown in tuple("012345678") else 0)
        return kind, level

    def _runs(self, paragraph: etree._Element) -> Iterator[Run]:
        """Yield the words of a paragraph; text in a drawing belongs to a paragraph of its own."""
        target: str | None = None
        walk = etree.iterwalk(paragraph, events=("start", "end"))
        for event, element in walk:
            name = _local(element)
            if event == "end":
                target = None if name == "hyperlink" else target
            elif name in _UNREAD or (name == "p" and element is not paragraph):
                walk.skip_subtree()
            elif name == "hyperlink":
                target = self._targets.get(element.get(f"{_R}id") or "")
            elif name == "t" and element.text:
                yield element.text, target
            elif name == "footnoteReference":
                yield f" [{element.get(f'{_W}id')}]", None
            elif name in _CHARACTERS:
                yield _CHARACTERS[name], target


def _paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs that are shown, and the tables of data, once each, in order."""
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        name = _local(element)
        if name in _UNREAD:
            walk.skip_subtree()
        elif name == "tbl" and is_data(element):
            yield element
            walk.skip_subtree()
        elif element.tag == f"{_W}p":
            yield element


def _styles(root: etree._Element | None) -> dict[str, tuple[BlockKind, int]]:
    """Return the kinds of paragraph that the styles stand for, by the styles' ids."""
    kinds = {}
    for style in () if root is None else root.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        said = "" if name is None else (name.get(f"{_W}val") or "")
        kind = _kind_of_style(said)
        if kind is not None:
            kinds[style.get(f"{_W}styleId") or ""] = kind
    return kinds


def _kind_of_style(name: str) -> tuple[BlockKind, int] | None:
    if heading := _HEADING.match(name):
        return BlockKind.HEADING, int(heading[1] or 1)
    lowered = name.casefold()
    if lowered in ("quote", "intense quote", "block text"):
        return BlockKind.BLOCK_QUOTE, 1
    if lowered.startswith("list"):
        return BlockKind.LIST_ITEM, 1
    return (BlockKind.CAPTION, 0) if lowered == "caption" else None


def _read_property(core: etree._Element | None, name: str) -> str | None:
    """Return one of the document's properties (Dublin Core), or None."""
    found = None if core is None else next(core.iter(f"{{*}}{name}"), None)
    return None if found is None else found.text


def _targets(root: etree._Element | None) -> dict[str, str]:
    """Return the external targets of a part by the ids of its relationships."""
    return {
        relation.get("Id") or "": relation.get("Target") or ""
        for relation in (() if root is None else root.iter("{*}Relationship"))
        if relation.get("TargetMode") == "External"
    }


def _tree(archive: Archive, name: str, origin: str) -> etree._Element | None:
    data = archive.read(name)
    return xml_root(_TRANSITIONAL.sub(_transitional, data), origin) if data else None


def _transitional(match: re.Match[bytes]) -> bytes:
    """Return the namespace of the transitional form for that of the strict one."""
    if match[1] == b"wordprocessingml":
        return _W[1:-1].encode()
    return b"http://schemas.openxmlformats.org/officeDocument/2006/main"


def _local(element: etree._Element) -> str:
    name = element.tag
    return name.rpartition("}")[2] if isinstance(name, str) else ""
