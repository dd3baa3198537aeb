"""An article with every kind of block and some links, made by hand."""

from __future__ import annotations

from dataclasses import replace

from inquit.model.article import Article, article_of
from inquit.model.span import Span
from inquit.model.structure import Block, BlockKind, Link

ITEM, CITED = BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE

LINES: tuple[tuple[str, BlockKind | None, int], ...] = (
    ("Harbour reopens", BlockKind.HEADING, 1),
    ("The harbour opens on Monday after a winter of repairs, the port said.", None, 0),
    ("What changes", BlockKind.HEADING, 2),
    ("Ferries leave at seven from the northern pier, and not from the old one.", ITEM, 1),
    ("Only on weekdays.", ITEM, 2),
    ("12. Cargo waits until the cranes, all of them, are inspected and certified.", ITEM, 1),
    ("It has been a long winter for everyone who works here and lives from it.", CITED, 1),
    ("A crane over the harbour, in a picture by the port itself.", BlockKind.CAPTION, 0),
    ("pier = 7", BlockKind.PREFORMATTED, 0),
    ("open = True", BlockKind.PREFORMATTED, 0),
    ("Cranes", BlockKind.HEADING, 3),
    *((f"Paragraph {number} tells of nothing in particular, at some length.", None, 0)
      for number in range(40)),
    ("How it ends", BlockKind.HEADING, 2),
    ("The port has a page of its own, and so has the town.", None, 0),
)  # fmt: skip

TARGETS = {
    "the port said": "https://port.example/news?id=7",
    "a page of its own": "https://münchen.example/hafen",
    "the town": "http://user@town.example/" + "long/" * 40,
}


def structured(name: str = "test:structured") -> Article:
    """Return the article."""
    text = "\n\n".join(words for words, _, _ in LINES)
    bare = article_of(text, article_id=name, origin=name)
    blocks = []
    for span, (_, kind, level) in zip(bare.block_spans, LINES, strict=True):
        if kind is not None:
            blocks.append(Block(span=span, kind=kind, level=level))
    links = []
    for words, target in TARGETS.items():
        at = text.index(words)
        links.append(Link(span=Span(at, at + len(words)), target=target))
    return replace(
        bare, title="Harbour reopens", blocks=tuple(blocks), links=tuple(links), site="Port Times"
    )
