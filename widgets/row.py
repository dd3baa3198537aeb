"""A row of a list, and rows that are made when they come on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import overload

from rich.style import Style


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """One row.

    Attributes:
        key: what the row stands for; unique in its list.
        text: what it says.
        shorter: what it says where the text takes more cells than there are; empty to cut that.
        sign: what stands before the text.
        tail: what stands at the right edge.
        depth: how far it is indented.
        style: how the text looks.
        sign_style: how the sign looks.
        aligned: whether the text's spaces are there to align it, and stay as they are.
    """

    key: str
    text: str
    shorter: str = ""
    sign: str = ""
    tail: str = ""
    depth: int = 0
    style: Style = Style.null()  # noqa: RUF009 - a Style never changes
    sign_style: Style = Style.null()  # noqa: RUF009 - a Style never changes
    aligned: bool = False


class RowsToCome(Sequence[ListRow]):
    """Rows whose keys are known; of thousands, only those on the screen are made."""

    def __init__(self, makers: Iterable[tuple[str, Callable[[], ListRow]]]) -> None:
        """Take each row's key with what makes the row."""
        self._makers = list(makers)
        self._made: dict[int, ListRow] = {}

    @property
    def keys(self) -> list[str]:
        """The rows' keys, from top to bottom."""
        return [key for key, _ in self._makers]

    def __len__(self) -> int:
        return len(self._makers)

    @overload
    def __getitem__(self, place: int) -> ListRow: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[ListRow]: ...

    def __getitem__(self, place: int | slice) -> ListRow | Sequence[ListRow]:
        if isinstance(place, slice):
            return [self[index] for index in range(*place.indices(len(self)))]
        if place < 0:
            place += len(self)
        if place not in self._made:
            self._made[place] = self._makers[place][1]()
        return self._made[place]


def keys_of(rows: Sequence[ListRow]) -> Sequence[str]:
    """Return the keys of rows, without making those that are to come."""
    return rows.keys if isinstance(rows, RowsToCome) else [row.key for row in rows]
