"""Rows that are made when they come on the screen."""

from __future__ import annotations

from widgets.row import ListRow, RowsToCome, keys_of


def test_a_row_is_made_when_it_is_looked_at_and_only_once() -> None:
    made: list[int] = []

    def row(number: int) -> ListRow:
        made.append(number)
        return ListRow(key=f"row:{number}", text=str(number))

    rows = RowsToCome((f"row:{number}", lambda number=number: row(number)) for number in range(9))
    assert (len(rows), keys_of(rows)[3], made) == (9, "row:3", [])
    assert [rows[2].text, rows[2].text, rows[-1].text] == ["2", "2", "8"]
    assert [each.text for each in rows[1:4]] == ["1", "2", "3"]
    assert made == [2, 8, 1, 3]


def test_rows_that_are_there_tell_their_keys() -> None:
    assert keys_of([ListRow(key="a", text="x"), ListRow(key="b", text="y")]) == ["a", "b"]
