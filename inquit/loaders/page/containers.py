"""The containers, lists and items around a place in a page, and what they make of a block."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from inquit.loaders.page.element_names import is_caption, is_credit
from inquit.model.structure import BlockKind

_LISTS = ("ul", "ol", "dl", "menu", "dir")
_ITEMS = ("li", "dt", "dd")
_LONGEST_CREDIT = 200
_OF_PAGES = ("article", "section", "h1", "h2", "h3", "h4")
_LARGEST_NUMBER = 9999


@dataclass(slots=True)
class _Item:
    """An item of a list that one is in.

    Attributes:
        number: what stands before its words, with a space after it; empty where it has a bullet.
        begun: whether a block of it has come.
        term: whether it is a term, of which the next item tells.
    """

    number: str = ""
    begun: bool = False
    term: bool = False


@dataclass(slots=True)
class Places:
    """The containers around the present place, from the page inwards."""

    _kinds: list[tuple[etree._Element, BlockKind, int]] = field(default_factory=list)
    _parents: list[int] = field(default_factory=lambda: [0])
    _seen: int = 0
    _lists: list[int | None] = field(default_factory=list)
    _items: list[_Item] = field(default_factory=list)
    _around: list[tuple[int, int]] = field(default_factory=list)
    _quotes: int = 0
    _quoting: list[bool] = field(default_factory=list)
    _said: bool = False
    _after_quote: bool = False
    _preformatted: int = 0
    _laying_out: frozenset[etree._Element] = frozenset()

    def parent(self, *, followed: bool) -> int:
        """Return a number that the blocks of one container share.

        Args:
            followed: whether words stand loose in the container, a block after them.
        """
        loose = followed or self._seen != self._parents[-1]
        return self._parents[-1] if loose else self._parents[-2:][0]

    @property
    def outermost_list(self) -> tuple[int, int] | None:
        """The numbers of the outermost list and of the container that it stands in, or None."""
        return self._around[0] if self._around else None

    @property
    def quoted(self) -> bool:
        """Whether the present place is in a block quote."""
        return self._quotes > 0

    @property
    def begins_quote(self) -> bool:
        """Whether the present place is in a block quote that has no words yet."""
        return self.quoted and not self._said

    @property
    def in_term(self) -> bool:
        """Whether the present place is in a term of a list."""
        return bool(self._items) and self._items[-1].term

    @property
    def preformatted(self) -> bool:
        """Whether spaces and line feeds stay as they are."""
        return self._preformatted > 0

    def enter(self, element: etree._Element) -> None:
        """Enter a container."""
        tag = str(element.tag)
        self._seen += 1
        if tag in _LISTS:
            self._around.append((self._seen, self._parents[-1]))
        # What can be folded away stands where it is, not in a box of its own.
        self._parents.append(self._parents[-1] if tag == "details" else self._seen)
        self._said = self._said and (tag != "blockquote" or self.quoted)
        self._quotes += tag == "blockquote"
        self._preformatted += tag == "pre"
        if tag == "figure":
            self._quoting.append(element.find(".//blockquote") is not None)
        if tag in _LISTS:
            self._enter_list(element, tag)
        elif tag in _ITEMS:
            self._items.append(self._item(element, tag))
        elif (kind := self._kind_of(element, tag)) is not None:
            self._kinds.append((element, *kind))

    def leave(self, element: etree._Element) -> None:
        """Leave the container that was entered last."""
        tag = str(element.tag)
        self._parents.pop()
        self._quotes -= tag == "blockquote"
        self._preformatted -= tag == "pre"
        if tag == "figure":
            self._quoting.pop()
        if tag in _LISTS:
            self._around.pop()
            if element in self._laying_out:
                self._laying_out -= {element}
            else:
                self._lists.pop()
        elif tag in _ITEMS:
            self._items.pop()
        elif self._kinds and self._kinds[-1][0] is element:
            self._kinds.pop()

    def begin_block(self, length: int, *, cited: bool) -> tuple[BlockKind, int, str]:
        """Return the kind and level of a block that begins here, and the number before its words.

        The first block of a list's item is the item, the others continue it.

        Args:
            length: code points of the block.
            cited: whether all of it is marked as what is cited or as small print.
        """
        kind, level, number = self._begin_block()
        short = length <= _LONGEST_CREDIT
        if kind is BlockKind.CREDIT and not short:
            kind = BlockKind.BLOCK_QUOTE if self.quoted else BlockKind.CAPTION
        quote = kind is BlockKind.BLOCK_QUOTE and self._said
        if cited and short and (quote or (kind is BlockKind.PARAGRAPH and self._after_quote)):
            kind, level = BlockKind.CREDIT, max(1, level)
        self._after_quote = kind is BlockKind.BLOCK_QUOTE
        self._said = self._said or self._after_quote
        return kind, level, number

    def _begin_block(self) -> tuple[BlockKind, int, str]:
        if self._kinds:
            return *self._kinds[-1][1:], ""
        if self._preformatted:
            return BlockKind.PREFORMATTED, 0, ""
        if self._quotes:
            return BlockKind.BLOCK_QUOTE, self._quotes, ""
        if not self._lists:
            return BlockKind.PARAGRAPH, 0, ""
        item = self._items[-1] if self._items else _Item()
        kind = BlockKind.ITEM_CONTINUED if item.begun else BlockKind.LIST_ITEM
        number, item.number, item.begun = item.number, "", True
        return kind, len(self._lists), number

    def _kind_of(self, element: etree._Element, tag: str) -> tuple[BlockKind, int] | None:
        """Return what the blocks in a container are for its own sake, and their level."""
        if _is_heading(tag):
            return BlockKind.HEADING, int(tag[1:])
        quoting = self.quoted or any(self._quoting[-1:])
        marked = quoting and tag in ("figcaption", "footer")
        called = quoting and self._said and is_credit(element, in_quote=True)
        if marked or called or (self._after_quote and is_credit(element, in_quote=False)):
            return BlockKind.CREDIT, max(1, self._quotes)
        return (BlockKind.CAPTION, 0) if is_caption(element, tag) else None

    def _enter_list(self, element: etree._Element, tag: str) -> None:
        """Go into a list; one whose items are articles of their own lays the page out."""
        if next(element.iterdescendants(*_OF_PAGES), None) is not None:
            self._laying_out |= {element}
        else:
            self._lists.append(_number(element.get("start"), 1) if tag == "ol" else None)

    def _item(self, element: etree._Element, tag: str) -> _Item:
        counted = self._lists[-1] if self._lists else None
        if tag != "li" or counted is None:
            return _Item(begun=tag == "dd", term=tag == "dt")
        number = _number(element.get("value"), counted)
        self._lists[-1] = number + 1
        return _Item(number=f"{number}. ")


def _is_heading(tag: str) -> bool:
    return len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()


def _number(given: str | None, otherwise: int) -> int:
    """Return a number of a list item, if it is a valid one."""
    told = (given or "").strip()
    if not (told.isascii() and told.isdigit() and len(told) < 5):
        return otherwise
    return min(int(told), _LARGEST_NUMBER)
