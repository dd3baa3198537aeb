"""The members of a zip archive, read into memory within limits; their names are never paths."""

from __future__ import annotations

import io
import zipfile
import zlib
from lzma import LZMAError

from inquit.errors import InputError
from inquit.loaders.input_bytes import SIZE_LIMIT
from inquit.model.printable import printable

MOST_MEMBERS = 20_000
"""Members that an archive may have."""
MOST_BYTES = SIZE_LIMIT
"""Bytes that all members read may come to, unpacked: as many as a file that is not packed."""

_DIRECTORY_ENTRY = b"PK\x01\x02"
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    LZMAError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    ValueError,
    OSError,
    MemoryError,
)


class Archive:
    """A zip archive in memory that gives up once too much has come out of it."""

    def __init__(self, data: bytes, origin: str) -> None:
        """Read the archive's directory.

        Args:
            data: the whole archive.
            origin: how to call it in an error, not escaped yet.

        Raises:
            InputError: it is damaged or has too many members.
        """
        self._origin = printable(origin)
        self._left = MOST_BYTES
        if data.count(_DIRECTORY_ENTRY) > MOST_MEMBERS:
            raise self._fault("it has too many members")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _FAULTS as error:
            raise self._fault("it is damaged") from error
        self._members = {info.filename: info for info in self._zip.infolist()}

    def read(self, name: str) -> bytes | None:
        """Return what a member holds, or None if there is no such member.

        Raises:
            InputError: it is damaged or encrypted, or too much has been unpacked.
        """
        info = self._members.get(name)
        if info is None:
            return None
        try:
            with self._zip.open(info) as stream:
                data = stream.read(self._left + 1)
        except _FAULTS as error:
            raise self._fault("it is damaged or encrypted") from error
        self._left -= len(data)
        if self._left < 0:
            raise self._fault(f"it unpacks to more than {MOST_BYTES // (1024 * 1024)} MB")
        return data

    def _fault(self, fault: str) -> InputError:
        return InputError(f"cannot read {self._origin}: {fault}")
