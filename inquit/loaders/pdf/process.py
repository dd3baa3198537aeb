"""The process that reads a PDF, with limits on time and memory."""

from __future__ import annotations

from inquit.loaders.bounded_process import run_module
from inquit.model.progress import PAGES, ProgressToken

MEMORY = 1536 * 1024 * 1024
"""Bytes of address space that reading a PDF may take."""


def read_pages(data: bytes, token: ProgressToken) -> tuple[bytes, int]:
    """Return what `inquit.loaders.pdf.pages` writes of a PDF and its exit code.

    Args:
        data: the whole file.
        token: told of every page.

    Raises:
        CancelledError: it is not wanted any more.
        InputError: it takes too long.
    """
    module = "inquit.loaders.pdf.pages"
    return run_module(module, data, memory=MEMORY, token=token, counted=PAGES)
