"""What spaCy notes of words while they are read, forgotten afterwards."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from spacy.language import Language

_ALONE = threading.RLock()
"""The end of a zone frees the words of whatever else the pipeline is reading."""


@contextmanager
def memory_zone(nlp: Language) -> Iterator[None]:
    """Free the strings and lexemes that a pipeline meets in a block when it ends.

    No Doc, Token or Span that is made in the block may be used after it. Blocks of several threads
    wait for each other; one inside of another, also of the caller's own, ends with the outer one.

    Args:
        nlp: the pipeline.
    """
    with _ALONE:
        if nlp.vocab.in_memory_zone:  # type: ignore[attr-defined] # its stubs lack it
            yield
            return
        with nlp.memory_zone():
            yield
