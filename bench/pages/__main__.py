"""Pages tried, opened and refused: of our own making, and in folders that are named.

Usage: python -m bench.pages [FOLDER...]
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.pages.shapes import empty_pages, shapes
from bench.pages.writing import paragraphs
from inquit.errors import InputError
from inquit.loaders.gzip import gunzip
from inquit.loaders.page.blocks import iterate_blocks
from inquit.loaders.page.density import count_words
from inquit.loaders.page.loader import decode_page, load_page
from inquit.loaders.page.tree import page_tree

_WORDS, _FEWEST = 250, 15
"""Words in paragraphs of at least so many words each, from which a page holds an article."""


def _text(data: bytes) -> str | None:
    """Return what is read of a page, or None where it is refused."""
    try:
        return load_page(data, origin="a.html").text
    except InputError:
        return None


def _held(data: bytes) -> list[str]:
    """Return the paragraphs of a page that are long enough and no links."""
    tree = page_tree(decode_page(data, "a.html"), "a.html")
    held = []
    for block in () if tree is None else iterate_blocks(tree, None):
        linked = sum(count_words(words) for words, target in block.piece.runs if target)
        if count_words(block.words) >= max(_FEWEST, 2 * linked):
            held.append(" ".join(block.words.split()))
    return held


def _told(name: str, given: Sequence[tuple[str, bytes, Sequence[str]]]) -> Iterator[str]:
    """Yield what came of pages: name, source, and the paragraphs that they hold."""
    refused, half = [], []
    for label, data, held in given:
        text = _text(data)
        said = [each for words in held for each in words.split(". ")]
        found = sum(count_words(each) for each in said if text is not None and each in text)
        if text is None:
            refused.append(label)
        elif found < 0.5 * sum(map(count_words, said)):
            half.append(label)
    yield f"{name}: {len(given)} tried, {len(given) - len(refused)} opened, {len(refused)} refused"
    yield from (f"    refused: {label}" for label in refused)
    yield from (f"    less than half of its paragraphs: {label}" for label in half)


def main(folders: Sequence[str]) -> None:
    """Print the counts."""
    said = paragraphs()
    own = [(name, make(said).encode(), said) for name, make in shapes().items()]
    lines = list(_told("Pages of our own", own))
    empty = [(name, source.encode(), ()) for name, source in empty_pages().items()]
    lines += _told("Pages without an article, to be refused", empty)
    for folder in folders:
        pages = []
        for path in sorted(Path(folder).rglob("*.htm*")):
            data = path.read_bytes()
            if path.suffix == ".gz":
                data = gunzip(data, path.name)
            held = _held(data)
            if sum(map(count_words, held)) > _WORDS:
                pages.append((path.name, data, held))
        lines += _told(Path(folder).name, pages)
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    main(sys.argv[1:])
