"""What an analyser computes with; another installation might give another answer.

The digest changes with any file of inquit and of the model, with the libraries that the engine
computes with and with the interpreter, so that after an upgrade or an edit nobody is answered by
what was loaded before it.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import inquit
from inquit.attribution import DEFAULT_MODEL, version_of
from inquit.attribution.packaged_model import MODEL_DIGEST, MODEL_PACKAGE
from inquit.model.engine import AnalysisSetup

_LIBRARIES = ("spacy", "thinc", "numpy")


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """What an analysis depends on besides the text.

    Attributes:
        version: inquit's.
        engine: the engine's name and version.
        model: a spaCy pipeline's name or folder.
        digest: SHA-256 in hexadecimal of the files, by their names, sizes and times.
    """

    version: str
    engine: str
    model: str
    digest: str


def describe_installation(setup: AnalysisSetup) -> Installation:
    """Return the installation that this program runs from.

    Args:
        setup: what it is to analyse with.
    """
    model = setup.model
    digest = hashlib.sha256()
    for line in (sys.version, sys.prefix, os.path.abspath(model), *_signatures(model)):  # noqa: PTH100 - names are no paths
        digest.update(f"{line}\0".encode("utf-8", "surrogateescape"))
    return Installation(
        version=inquit.__version__,
        engine=version_of(setup.engine),
        model=model,
        digest=digest.hexdigest(),
    )


def _signatures(model: str) -> Iterator[str]:
    """Yield a line for each file that the result may depend on, and for the model."""
    yield from _files_in(Path(inquit.__file__).parent)
    for library in _LIBRARIES:
        if (folder := _folder_of(library)) is not None:
            yield from map(_signature, (folder / "__init__.py", folder / "about.py"))
    if model == DEFAULT_MODEL:
        yield MODEL_DIGEST
    folder = _folder_of(MODEL_PACKAGE if model == DEFAULT_MODEL else model) or Path(model)
    yield from _files_in(folder)


def _folder_of(package: str) -> Path | None:
    """Return where an installed package lies, which is not imported."""
    try:
        spec = find_spec(package)
    except (ImportError, ValueError):  # the path of a folder is no name of a package
        return None
    return Path(spec.origin).parent if spec is not None and spec.origin is not None else None


def _files_in(folder: Path) -> Iterator[str]:
    """Yield a line for each file in a folder and those below it, in an order that stays."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if not entry.is_dir():
            yield _signature(Path(entry.path))
        elif entry.name != "__pycache__":
            yield from _files_in(Path(entry.path))


def _signature(path: Path) -> str:
    try:
        status = path.stat()
    except OSError:
        return str(path)
    return f"{path}\0{status.st_size}\0{status.st_mtime_ns}"
