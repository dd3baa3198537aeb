"""Mutations inside what is packed: without them nearly every one would only break the packing."""

from __future__ import annotations

import gzip
import io
import random
import zipfile
import zlib

import atheris

_RAW = 0.2
"""The share of mutations of the packed bytes themselves, for the unpacking to be met too."""
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
    EOFError,
)


def mutate_archive(data: bytes, most: int, seed: int) -> bytes:
    """Return a zip archive with one member mutated, lost, doubled, or the bytes of it mutated.

    Args:
        data: the archive.
        most: the bytes that the result may have.
        seed: of the random choices.
    """
    chance = random.Random(seed)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {info.filename: archive.read(info) for info in archive.infolist()}
    except _FAULTS:
        members = {}
    if not members or chance.random() < _RAW:
        return bytes(atheris.Mutate(data, most))
    name = chance.choice(sorted(members))
    if chance.random() < 0.05:
        members.pop(name)
    else:
        members[name] = bytes(atheris.Mutate(members[name], most))
    return _within(_zip_members(members), data, most)


def mutate_gzip(data: bytes, most: int, seed: int) -> bytes:
    """Return a gzip file with what it holds mutated, or the bytes of it; arguments as above."""
    if random.Random(seed).random() < _RAW:
        return bytes(atheris.Mutate(data, most))
    try:
        content = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(data, most)
    except zlib.error:
        return bytes(atheris.Mutate(data, most))
    return _within(gzip.compress(bytes(atheris.Mutate(content, most)), mtime=0), data, most)


def _zip_members(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _within(made: bytes, data: bytes, most: int) -> bytes:
    return made if len(made) <= most else data
