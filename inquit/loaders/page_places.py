"""Where one stands in a page: in which containers, lists and items, and what a block is there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from inquit.model.structure import BlockKind

_CAPTIONS = ("figcaption", "caption")
_CALLED_CAPTION = re.compile(r"(?:thumb|(?:\w{1,20}[-_]){0,3})caption(?:[-_]text)?", re.ASCII)
_LISTS = ("ul", "ol", "dl", "menu")
_ITEMS = ("li", "dt", "dd")
_OF_PAGES = ("article", "section", "h1", "h2", "h3", "h4")
_LARGEST_NUMBER = 9999
_LONGEST_CLASS = 1000


@dataclass(slots=True)
class _Item:
    """An item of a list that one is in.

    Attributes:
        number: what stands before its words, with a space after it; empty where it has a bullet.
        begun: whether a block of it has come.
    """

    number: str = ""
    begun: bool = False


@dataclass(slots=True)
class Places:
    """The containers that one is in, from the page inwards."""

    _kinds: list[tuple[BlockKind, int]] = field(default_factory=list)
    _parents: list[int] = field(default_factory=lambda: [0])
    _seen: int = 0
    _lists: list[int | None] = field(default_factory=list)
    _items: list[_Item] = field(default_factory=list)
    _quotes: int = 0
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
    def preformatted(self) -> bool:
        """Whether spaces and line feeds stay as they are."""
        return self._preformatted > 0

    def enter(self, element: etree._Element) -> None:
        """Go into a container."""
        tag = str(element.tag)
        self._seen += 1
        self._parents.append(self._seen)
        self._quotes += tag == "blockquote"
        self._preformatted += tag == "pre"
        if tag in _LISTS:
            self._enter_list(element, tag)
        elif tag in _ITEMS:
            self._items.append(self._item(element, tag))
        elif _is_heading(tag):
            self._kinds.append((BlockKind.HEADING, int(tag[1:])))
        elif _is_caption(element, tag):
            self._kinds.append((BlockKind.CAPTION, 0))

    def leave(self, element: etree._Element) -> None:
        """Go out of the container that was entered last."""
        tag = str(element.tag)
        self._parents.pop()
        self._quotes -= tag == "blockquote"
        self._preformatted -= tag == "pre"
        if tag in _LISTS:
            if element in self._laying_out:
                self._laying_out -= {element}
            else:
                self._lists.pop()
        elif tag in _ITEMS:
            self._items.pop()
        elif _is_heading(tag) or _is_caption(element, tag):
            self._kinds.pop()

    def begin_block(self) -> tuple[BlockKind, int, str]:
        """Return the kind and level of a block that begins here, and the number before its words.

        The first block of a list's item is the item, the others continue it.
        """
        if self._kinds:
            return *self._kinds[-1], ""
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

    def _enter_list(self, element: etree._Element, tag: str) -> None:
        """Go into a list; one whose items are articles of their own lays the page out."""
        if next(element.iterdescendants(*_OF_PAGES), None) is not None:
            self._laying_out |= {element}
        else:
            self._lists.append(_number(element.get("start"), 1) if tag == "ol" else None)

    def _item(self, element: etree._Element, tag: str) -> _Item:
        counted = self._lists[-1] if self._lists else None
        if tag != "li" or counted is None:
            return _Item(begun=tag == "dd")
        number = _number(element.get("value"), counted)
        self._lists[-1] = number + 1
        return _Item(number=f"{number}. ")


def _is_heading(tag: str) -> bool:
    return len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()


def _is_caption(element: etree._Element, tag: str) -> bool:
    """Tell whether a container is a caption, as HTML or as most sites call it."""
    if tag not in ("div", "p"):
        return tag in _CAPTIONS
    names = element.get("class")
    if names is None or "caption" not in names or len(names) > _LONGEST_CLASS:
        return False
    return any(map(_CALLED_CAPTION.fullmatch, names.split()))


def _number(given: str | None, otherwise: int) -> int:
    """Return a number that a page gives, where it is one that a list has."""
    told = (given or "").strip()
    if not (told.isascii() and told.isdigit() and len(told) < 5):
        return otherwise
    return min(int(told), _LARGEST_NUMBER)
