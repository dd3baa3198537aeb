"""The spaCy pipeline that the engine reads with."""

from __future__ import annotations

import spacy
from spacy.language import Language

from inquit.attribution import DEFAULT_MODEL
from inquit.attribution.packaged_model import find_packaged_model
from inquit.errors import ModelError

USED = frozenset({"tok2vec", "transformer", "tagger", "parser"})
"""What the engine needs of a pipeline."""
UNUSED = ("attribute_ruler", "lemmatizer", "ner", "senter", "entity_linker", "textcat")
"""Not even loaded, for speed; anything else that is not used is dropped after loading."""


def load_pipeline(name: str = DEFAULT_MODEL) -> Language:
    """Load an English spaCy pipeline without the components that the engine has no use for.

    Args:
        name: what `spacy.load` takes, an installed package or a folder; or the one that inquit
            brings.

    Returns:
        The pipeline, its parser and tagger at work.

    Raises:
        ModelError: where there is no such pipeline, or it cannot tag and parse English; or the
            one that inquit brings is damaged or another.
    """
    found = find_packaged_model() if name == DEFAULT_MODEL else name
    try:
        nlp = spacy.load(found, exclude=UNUSED)
    except (OSError, ValueError, ImportError, KeyError) as error:
        first = str(error).strip().splitlines()[:1]
        raise ModelError(f"cannot load the spaCy pipeline {name!r}: {''.join(first)}") from error
    for part in [part for part in nlp.pipe_names if part not in USED]:
        nlp.remove_pipe(part)
    missing = [part for part in ("tagger", "parser") if part not in nlp.pipe_names]
    if missing:
        raise ModelError(f"the spaCy pipeline {name!r} has no {' and no '.join(missing)}")
    return nlp
