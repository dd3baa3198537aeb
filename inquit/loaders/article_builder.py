"""Pieces of a structured document put together as an article, every offset right.

A loader of a format says what its paragraphs, headings and links are; here their words are
normalised and laid out, so that blocks and links are counted in the text as it came to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from inquit.errors import InputError
from inquit.loaders.interviews import merge_speaker_labels
from inquit.loaders.normalization import normalise
from inquit.loaders.piece import LINE_BREAK, Piece, Run
from inquit.loaders.quote_credits import separate_credits
from inquit.model.article import Article, ArticleId, digest_of
from inquit.model.printable import clean_line, printable
from inquit.model.span import Span
from inquit.model.structure import Block, BlockKind, Link

_TOGETHER = (
    frozenset({BlockKind.LIST_ITEM, BlockKind.ITEM_CONTINUED}),
    frozenset({BlockKind.TABLE_ROW}),
)
_SPACE = re.compile(r"\s+")
_WEB = re.compile(r"https?://[^/?#\s]", re.IGNORECASE)
_DROPPED_IN_ADDRESS = re.compile("[\t\n\r]")
_LONGEST_ADDRESS = 8192


def compose(
    pieces: Iterable[Piece],
    *,
    article_id: ArticleId | None,
    origin: str,
    title: str | None = None,
    byline: str | None = None,
    published: str | None = None,
    site: str | None = None,
    language: str | None = None,
    notices: Sequence[str] = (),
) -> Article:
    """Return the article that some pieces make; pieces without words are left out.

    Items of one list and rows of one table stand on lines that follow each other, all else is
    apart by an empty line.
    Only links to http and https addresses are kept.

    Args:
        pieces: in the order to read them.
        article_id: the id, or None to make it of the text's digest.
        origin: what the user named, as it was given.
        title: headline; it and all after it may hold anything and are normalised here.
        byline: author line.
        published: date as the input gives it.
        site: the publication's name.
        language: BCP 47 tag.
        notices: what to tell the reader of how it was read.

    Raises:
        InputError: there are no words in the pieces.
    """
    layout = _Layout()
    for piece in separate_credits(merge_speaker_labels(pieces)):
        layout.add(piece)
    if not layout.paragraphs:
        raise InputError(f"cannot read {printable(origin)}: it holds no words")
    text = "".join(layout.parts)
    digest = digest_of(text)
    return Article(
        id=article_id or ArticleId(f"sha256:{digest}"),
        text=text,
        text_digest=digest,
        title=_one_line(title),
        byline=_one_line(byline),
        published=_one_line(published),
        origin=printable(origin),
        block_spans=tuple(layout.paragraphs),
        blocks=tuple(layout.blocks),
        links=tuple(layout.links),
        site=_one_line(site),
        language=_one_line(language),
        notices=tuple(filter(None, map(clean_line, notices))),
    )


@dataclass(slots=True)
class _Layout:
    """A text while it grows, with what is known of its stretches."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    paragraphs: list[Span] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    last: BlockKind | None = None

    def add(self, piece: Piece) -> None:
        """Put a piece after what is there."""
        kept = piece.kind is BlockKind.PREFORMATTED
        begun = False
        for runs in _lines(piece.runs, keep=kept):
            line = _trim_runs(runs) if kept else _collapse_spaces(runs)
            if not line:
                continue
            together = any({self.last, piece.kind} <= kinds for kinds in _TOGETHER)
            if self.paragraphs:
                self._put("\n" if begun or together else "\n\n")
            in_item = begun and piece.kind is BlockKind.LIST_ITEM
            kind = BlockKind.ITEM_CONTINUED if in_item else piece.kind
            self._put_line(line, kind, piece.level, opens=piece.opens and not begun)
            begun, self.last = True, kind

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def _put_line(self, line: Sequence[Run], kind: BlockKind, level: int, *, opens: bool) -> None:
        start = self.length + _indent(line[0][0])
        for words, target in line:
            if target is not None and (stripped := words.strip()):
                first = self.length + _indent(words)
                self.links.append(Link(span=Span(first, first + len(stripped)), target=target))
            self._put(words)
        span = Span(start, self.length)
        self.paragraphs.append(span)
        if kind is not BlockKind.PARAGRAPH:
            self.blocks.append(Block(span=span, kind=kind, level=level, opens=opens))


def _lines(runs: Iterable[Run], *, keep: bool) -> Iterator[list[Run]]:
    """Yield the lines of a piece, each as its normalised runs.

    Args:
        runs: as a loader gave them.
        keep: whether line feeds break lines too.
    """
    line: list[Run] = []
    for words, address in runs:
        target = web_address(address)
        parts = words.split(LINE_BREAK)
        if keep:
            parts = [part for broken in parts for part in normalise(broken).split("\n")]
        for number, part in enumerate(parts):
            if number:
                yield line
                line = []
            text = part if keep else _SPACE.sub(" ", normalise(part))
            if text:
                line.append((text, target))
    yield line


def _collapse_spaces(runs: Iterable[Run]) -> list[Run]:
    """Return the runs of one line without space at its ends or twice in a row."""
    line: list[Run] = []
    spaced = True
    for words, target in _merge_runs(runs):
        text = _SPACE.sub(" ", words)
        text = text[1:] if spaced and text[:1] == " " else text
        if text:
            line.append((text, target))
            spaced = text[-1] == " "
    return _trim_runs(line)


def _merge_runs(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield runs, neighbours that lead to one address put together."""
    words: list[str] = []
    target: str | None = None
    for text, leads in runs:
        if leads != target and words:
            yield "".join(words), target
            words = []
        words.append(text)
        target = leads
    if words:
        yield "".join(words), target


def _trim_runs(runs: Iterable[Run]) -> list[Run]:
    """Return the runs of one line without space at its end and without runs that are empty.

    A first run that is all space joins the next, so that the line begins where its words do.
    """
    line = [run for run in _merge_runs(runs) if run[0]]
    while line and line[-1][0].isspace():
        line.pop()
    if line:
        line[-1] = (line[-1][0].rstrip(), line[-1][1])
    while len(line) > 1 and line[0][0].isspace():
        (space, _), (words, target) = line[:2]
        line[:2] = [(space + words, target)]
    return line


def web_address(address: str | None) -> str | None:
    """Return an address with nothing in it that a terminal obeys, or None if it is not of the web.

    Tabs and line breaks go as browsers let them go (WHATWG URL, basic URL parser); what else
    cannot be drawn is percent-encoded.

    Args:
        address: as a document gives it.
    """
    if address is None or len(address) > _LONGEST_ADDRESS:
        return None
    kept = _DROPPED_IN_ADDRESS.sub("", address).strip()
    if not _WEB.match(kept):
        return None
    return "".join(map(_safe, kept))


def _safe(character: str) -> str:
    if not character.isspace() and printable(character) == character:
        return character
    encoded = character.encode("utf-8", "replace")
    return "".join(f"%{byte:02X}" for byte in encoded)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _one_line(text: str | None) -> str | None:
    """Return a title or the like with nothing in it that is not drawn, or None if nothing is."""
    return clean_line(normalise(text)) or None if text else None
