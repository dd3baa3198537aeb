"""What the library says of itself."""

from __future__ import annotations

from inquit.service.library.status import describe_library, remove_index
from tests.service.library.conftest import SCHOOLS, TARIFFS, Shelf


def test_it_tells_how_much_there_is_and_what_waits(shelf: Shelf) -> None:
    shelf.keep(TARIFFS, "sha256:a")
    shelf.keep(SCHOOLS, "sha256:b", analysed=False)
    shelf.catch_up()
    lines = list(describe_library(shelf.library))
    assert lines[0] == "2 articles, 1 quotes, 1 credited sources in them"
    assert lines[1].startswith("1 articles are not analysed")
    remove_index(shelf.library)
    assert next(iter(describe_library(shelf.library))).startswith("0 articles")
