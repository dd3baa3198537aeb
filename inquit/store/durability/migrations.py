"""From each earlier schema of the store to the next, one function a step.

The file is left as it is until the first write after it, which keeps a copy of it for good.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from inquit.model.annotation import canonical_key
from inquit.store.codec import BOOKMARKS, SCHEMA_VERSION, Document
from inquit.store.durability.file_layout import Tables


def migrate(tables: Tables, version: int) -> Tables:
    """Return the tables of an earlier schema as the present one has them.

    Args:
        tables: the documents as they stand in the file; they are not changed.
        version: the schema that they were written in, from 1 to the present one.
    """
    for step in range(version, SCHEMA_VERSION):
        tables = STEPS[step](tables)
    return tables


def migrate_document(table: str, document: Document) -> Document:
    """Return a document that was kept by itself, a draft or a rescued one, in the present schema.

    Args:
        table: the table that it belongs to.
        document: as it was kept; one that does not say its schema is of the present one.
    """
    version = document.get("schema_version", SCHEMA_VERSION)
    if not isinstance(version, int) or not 1 <= version < SCHEMA_VERSION:
        return document
    return migrate({table: {"1": document}}, version)[table]["1"]


def _from_1(tables: Tables) -> Tables:
    """Schema 2 brought the digest and the generation in the file's head; documents are as before.

    Those in the bin hold another document, which carries a version of its own.
    """
    return {
        name: {number: _set_version(document, 2) for number, document in table.items()}
        for name, table in tables.items()
    }


def _from_2(tables: Tables) -> Tables:
    """Schema 3 composes the accents of the names that notes hang on, so that a name is one key.

    Two notes that hang on the same name from then on are both kept, each with its id. It also
    keeps what told a passage from its look-alikes; of those from before that is not known.
    """
    return {
        name: {
            number: _compose_accents(_set_version(document, 3))
            for number, document in table.items()
        }
        for name, table in tables.items()
    }


def _from_3(tables: Tables) -> Tables:
    """Schema 4 gives bookmarks tags, and has stories and their items."""
    return {
        name: {
            number: _give_tags(name, _set_version(document, 4))
            for number, document in table.items()
        }
        for name, table in tables.items()
    }


def _give_tags(table: str, document: dict[str, Any]) -> dict[str, Any]:
    held = document.get("document")
    if table == BOOKMARKS and "tags" not in document:
        return {**document, "tags": []}
    if isinstance(held, dict):
        return {**document, "document": _give_tags(str(document.get("table")), held)}
    return document


def _compose_accents(document: dict[str, Any]) -> dict[str, Any]:
    about, held = document.get("about"), document.get("document")
    if isinstance(about, str):
        return {**document, "about": canonical_key(about)}
    return {**document, "document": _compose_accents(held)} if isinstance(held, dict) else document


def _set_version(document: dict[str, Any], version: int) -> dict[str, Any]:
    raised = {**document, "schema_version": version}
    if isinstance(raised.get("document"), dict):
        raised["document"] = _set_version(raised["document"], version)
    return raised


STEPS: dict[int, Callable[[Tables], Tables]] = {1: _from_1, 2: _from_2, 3: _from_3}
"""The step that leads away from each earlier schema."""
