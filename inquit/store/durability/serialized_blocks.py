"""The lines of the store's file, kept ready to be written again.

They are held in blocks of documents whose numbers are close. A change makes one block's bytes and
digest anew; all others are as they were, so that a write costs little besides the writing. The
file's digest is one over the digests of its blocks (a hash list, Merkle 1979).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator

from inquit.store.codec import Document

BLOCK = 256
"""How many document numbers share a block."""

Block = dict[str, bytes]


class SerializedBlocks:
    """Lines by table and number; within a table in the order of their blocks."""

    def __init__(self) -> None:
        self._tables: dict[str, dict[int, Block]] = {}
        self._ready: dict[tuple[str, int], tuple[bytes, bytes]] = {}

    def get(self, name: str, number: str) -> bytes | None:
        """Return a line, or None where there is none."""
        return self._tables.get(name, {}).get(int(number) // BLOCK, {}).get(number)

    def set(self, name: str, number: str, line: bytes | None) -> None:
        """Put a line in its place, or with None take it out."""
        index = int(number) // BLOCK
        table = self._tables.setdefault(name, {})
        block = table.setdefault(index, {})
        self._ready.pop((name, index), None)
        if line is not None:
            block[number] = line
            return
        block.pop(number, None)
        if not block:
            del table[index]

    def fill(self, name: str, lines: Iterable[tuple[str, bytes]]) -> None:
        """Put many lines in their places."""
        table = self._tables.setdefault(name, {})
        for number, line in lines:
            table.setdefault(int(number) // BLOCK, {})[number] = line

    def parts(self) -> list[bytes]:
        """Return what the file consists of after its first line, to be written in order."""
        parts: list[bytes] = []
        for name, indexes in self._filled():
            parts.append(b",\n%s: {\n" % json.dumps(name).encode())
            for index in indexes:
                parts += [self._block(name, index)[0], b",\n"]
            parts[-1] = b"\n}"
        return [*parts, b"}\n"]

    def digest(self, head: bytes) -> str:
        """Return the digest of a file with these lines, in hexadecimal.

        Args:
            head: what else the digest is to cover.
        """
        digest = hashlib.sha256(head)
        for name, indexes in self._filled():
            digest.update(json.dumps(name).encode())
            for index in indexes:
                digest.update(self._block(name, index)[1])
        return digest.hexdigest()

    def _filled(self) -> Iterator[tuple[str, list[int]]]:
        for name, table in self._tables.items():
            if table:
                yield name, sorted(table)

    def _block(self, name: str, index: int) -> tuple[bytes, bytes]:
        ready = self._ready.get((name, index))
        if ready is None:
            joined = b",\n".join(self._tables[name][index].values())
            ready = self._ready[name, index] = joined, hashlib.sha256(joined).digest()
        return ready


def serialize_document(number: str, document: Document) -> bytes:
    """Return a document as a line, in readable UTF-8 unless it holds lone surrogates.

    Raises:
        TypeError: where it holds what JSON cannot.
        ValueError: where it holds a number that JSON cannot.
    """
    try:
        text = json.dumps(document, ensure_ascii=False, allow_nan=False).encode()
    except UnicodeEncodeError:
        text = json.dumps(document, allow_nan=False).encode()
    return b'"%s": %s' % (number.encode(), text)
