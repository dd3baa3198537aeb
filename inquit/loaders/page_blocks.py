"""HTML to blocks, as a browser would show them, in one pass over the tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin

from lxml import etree, html

from inquit.loaders.composing import Piece
from inquit.model.structure import BlockKind

_UNSHOWN = frozenset(
    """audio button canvas datalist dialog embed head iframe input map math noscript object script
    select style svg template textarea title video""".split()
)
_BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol
    p pre section summary table tbody td tfoot th thead tr ul""".split()
)
_CAPTIONS = ("figcaption", "caption")
_LISTS = ("ul", "ol", "dl", "menu")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ENDED = re.compile(r"[.!?:…][\"'”’»)\]]{0,3}\s*$")
_NESTING = re.compile(rb"</?(?!(?:p|h[1-6]|li|blockquote|pre|br|script|style)\b)[a-z][^>]*>", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownBlock:
    """A block of a page.

    Attributes:
        piece: its words and its kind.
        parent: a number that blocks of the same container share.
    """

    piece: Piece
    parent: int


def parsed(data: bytes) -> html.HtmlElement:
    """Return the tree of a page; nothing beyond the bytes is read, whatever they refer to.

    Args:
        data: the page in UTF-8.

    Raises:
        ValueError: there is no element in it.
    """
    tree, whole = _tree(data)
    if not whole:
        # Deeper than any page is: containers that only nest are taken for breaks.
        tree, _ = _tree(_NESTING.sub(b" <p> ", data))
    return tree


def shown_blocks(tree: html.HtmlElement, url: str | None) -> Iterator[ShownBlock]:
    """Yield the blocks that a reader of the page sees, in order.

    Args:
        tree: the page; it is not changed.
        url: where it came from, for links that are relative.
    """
    walk = _Walk(_base(tree, url))
    hidden: etree._Element | None = None
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if hidden is None and event == "start":
            if _is_hidden(element):
                hidden = element
                continue
            yield from walk.enter(element)
        elif event == "end" and (hidden is None or hidden is element):
            if hidden is None:
                yield from walk.leave(element)
            hidden = None
            walk.say(element.tail)
    yield from walk.flushed()


def _tree(data: bytes) -> tuple[html.HtmlElement, bool]:
    """Return a tree and whether it has all of the page."""
    parser = html.HTMLParser(
        encoding="utf-8",
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,  # without it a paragraph of 10 MB is dropped; the input is bounded anyway
    )
    try:
        tree = html.document_fromstring(data, parser=parser)
    except etree.ParserError as error:
        raise ValueError(str(error)) from error
    return tree, not any("depth" in entry.message for entry in parser.error_log)


def _base(tree: html.HtmlElement, url: str | None) -> str | None:
    base = tree.find(".//base[@href]")
    if base is None or url is None:
        return url
    return _resolved(url, base.get("href", "")) or url


def _resolved(base: str | None, target: str) -> str | None:
    if base is None:
        return target
    try:
        return urljoin(base, target)
    except ValueError:
        return None


def _is_hidden(element: etree._Element) -> bool:
    tag = element.tag
    if not isinstance(tag, str) or tag in _UNSHOWN or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and len(style) < 10_000 and _HIDING.search(style) is not None


@dataclass(slots=True)
class _Walk:
    """Where one is in a page, and the words of the block that has begun."""

    base: str | None
    runs: list[tuple[str, str | None]] = field(default_factory=list)
    links: list[str | None] = field(default_factory=list)
    kinds: list[tuple[BlockKind, int]] = field(default_factory=list)
    parents: list[int] = field(default_factory=lambda: [0])
    lists: int = 0
    quotes: int = 0
    preformatted: int = 0
    numbered: int = 0
    broken: bool = False

    def enter(self, element: etree._Element) -> Iterator[ShownBlock]:
        """Begin an element."""
        tag = str(element.tag)
        if tag in _BLOCKS:
            yield from self.flushed()
            self._begin(tag)
        elif tag == "br":
            yield from self._break()
        elif tag == "q":
            self.say("“")
        elif tag == "a":
            target = element.get("href")
            self.links.append(_resolved(self.base, target) if target else None)
        self.say(element.text)

    def leave(self, element: etree._Element) -> Iterator[ShownBlock]:
        """End an element."""
        tag = str(element.tag)
        if tag in _BLOCKS:
            yield from self.flushed()
            self._end(tag)
        elif tag == "q":
            self.say("”")
        elif tag == "a":
            self.links.pop()

    def say(self, words: str | None) -> None:
        """Add words to the block at hand."""
        if words:
            self.broken = self.broken and not words.strip()
            self.runs.append((words, self.links[-1] if self.links else None))

    def flushed(self) -> Iterator[ShownBlock]:
        """End the block at hand."""
        runs, self.runs, self.broken = self.runs, [], False
        if any(not words.isspace() for words, _ in runs):
            kind, level = self._kind()
            piece = Piece(runs=tuple(runs), kind=kind, level=level)
            yield ShownBlock(piece=piece, parent=self.parents[-2:][0])

    def _begin(self, tag: str) -> None:
        self.lists += tag in _LISTS
        self.quotes += tag == "blockquote"
        self.preformatted += tag == "pre"
        self.numbered += 1
        self.parents.append(self.numbered)
        if tag[0] == "h" and tag[1:].isdigit():
            self.kinds.append((BlockKind.HEADING, int(tag[1:])))
        elif tag in _CAPTIONS:
            self.kinds.append((BlockKind.CAPTION, 0))

    def _end(self, tag: str) -> None:
        self.lists -= tag in _LISTS
        self.quotes -= tag == "blockquote"
        self.preformatted -= tag == "pre"
        self.parents.pop()
        if (tag[0] == "h" and tag[1:].isdigit()) or tag in _CAPTIONS:
            self.kinds.pop()

    def _kind(self) -> tuple[BlockKind, int]:
        """Return the kind and level of a block that stands here."""
        if self.kinds:
            return self.kinds[-1]
        if self.preformatted:
            return BlockKind.PREFORMATTED, 0
        if self.quotes:
            return BlockKind.BLOCK_QUOTE, self.quotes
        return (BlockKind.LIST_ITEM, self.lists) if self.lists else (BlockKind.PARAGRAPH, 0)

    def _break(self) -> Iterator[ShownBlock]:
        """Break the line; two breaks, or one after a sentence, begin a paragraph."""
        if self.preformatted:
            self.say("\n")
            return
        said = "".join(words for words, _ in self.runs[-3:])[-80:]
        if self.broken or _ENDED.search(said):
            yield from self.flushed()
        else:
            self.say(" ")
            self.broken = True
