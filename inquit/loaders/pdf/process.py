"""The process that reads a PDF within bounds."""

from __future__ import annotations

from inquit.loaders.bounded_process import output_of
from inquit.loaders.progress import PAGES, Watch

MEMORY = 1536 * 1024 * 1024
"""Bytes of address space that reading a PDF may take."""


def read_pages(data: bytes, watch: Watch) -> tuple[bytes, int]:
    """Return what `inquit.loaders.pdf.pages` writes of a PDF and its exit code.

    Args:
        data: the whole file.
        watch: told of every page.

    Raises:
        CancelledError: it is not wanted any more.
        InputError: it takes too long.
    """
    module = "inquit.loaders.pdf.pages"
    return output_of(module, data, memory=MEMORY, watch=watch, counted=PAGES)
