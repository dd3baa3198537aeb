"""Pages such as publishers make read as their readers see them, word for word.

Beside each page in `pages/` stands what it reads as, a block a line; all of it is made up.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from inquit.loaders import load_document
from inquit.model.article import Article

PAGES = sorted((Path(__file__).parent / "pages").glob("*.*ml"))


def _told(article: Article) -> Iterator[str]:
    for name in ("title", "byline", "published", "site"):
        yield f"{name}: {getattr(article, name)}"
    yield ""
    blocks = {block.span: block for block in article.blocks}
    for span in article.block_spans:
        block = blocks.get(span)
        kind = block.kind.value if block else "paragraph"
        level = f" {block.level}" if block and block.level else ""
        yield f"{kind}{level}: {span.of(article.text)}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_reads_as_its_readers_see_it(page: Path) -> None:
    wanted = page.with_suffix(".txt").read_text("utf-8")
    assert list(_told(load_document(page))) == wanted.splitlines()


def test_there_are_pages_of_several_sorts() -> None:
    assert len(PAGES) >= 6
