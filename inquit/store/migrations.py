"""From each earlier schema of the store to the next, one function a step.

The file is left as it is until the first write after it, which keeps a copy of it for good.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from inquit.store.codec import SCHEMA_VERSION
from inquit.store.layout import Tables


def migrate(tables: Tables, version: int) -> Tables:
    """Return the tables of an earlier schema as the present one has them.

    Args:
        tables: the documents as they stand in the file; they are not changed.
        version: the schema that they were written in, from 1 to the present one.
    """
    for step in range(version, SCHEMA_VERSION):
        tables = STEPS[step](tables)
    return tables


def _from_1(tables: Tables) -> Tables:
    """Schema 2 brought the digest and the generation in the file's head; documents are as before.

    Those in the bin hold another document, which carries a version of its own.
    """
    return {
        name: {number: _raised(document, 2) for number, document in table.items()}
        for name, table in tables.items()
    }


def _raised(document: dict[str, Any], version: int) -> dict[str, Any]:
    raised = {**document, "schema_version": version}
    if isinstance(raised.get("document"), dict):
        raised["document"] = _raised(raised["document"], version)
    return raised


STEPS: dict[int, Callable[[Tables], Tables]] = {1: _from_1}
"""The step that leads away from each earlier schema."""
