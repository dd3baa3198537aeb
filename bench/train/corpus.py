"""Annotated documents, read and parsed once."""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from spacy.language import Language

import inquit.attribution
from bench.train.labels import Gold, gold_of
from inquit.attribution.passage import Passage
from inquit.attribution.report import Report
from inquit.attribution.rules.finder import RuleFinder
from inquit.attribution.tagger.table import TokenTable, table_of
from inquit.attribution.windows import read_windows
from inquit.model.article import article_of

HELD_BACK = 100
"""Documents of the training split that are kept for tuning and calibration."""
CACHE = Path(os.environ.get("INQUIT_CACHE", Path(tempfile.gettempdir(), "inquit-train")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A parsed document with what the annotators marked."""

    table: TokenTable
    gold: Gold


def folder() -> Path:
    """Return where the corpora lie, as the environment variable INQUIT_CORPORA says."""
    return Path(os.environ["INQUIT_CORPORA"])


def documents(name: str) -> list[dict[str, Any]]:
    """Return the documents of a corpus file."""
    with (folder() / name).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


T = TypeVar("T")


def split(items: Sequence[T]) -> tuple[list[T], list[T]]:
    """Return the training split's documents to learn from, and those held back, by chance."""
    kept = set(random.Random(HELD_BACK).sample(range(len(items)), HELD_BACK))
    learn = [one for number, one in enumerate(items) if number not in kept]
    return learn, [one for number, one in enumerate(items) if number in kept]


def read(text: str, nlp: Language) -> tuple[list[Passage], list[Report]]:
    """Return all passages of a text and what the rules find in them."""
    rules = RuleFinder(text=text)
    passages: list[Passage] = []
    reports: list[Report] = []
    for window in read_windows(article_of(text), nlp):
        passages += window.passages
        reports += rules.find(window.passages)
    return passages, reports


def examples(name: str, nlp: Language, *, disguised: bool = False) -> list[Example]:
    """Return the parsed documents of a corpus, from the cache where they are there.

    Args:
        name: file name of the corpus.
        nlp: the pipeline.
        disguised: swap the marks, see `disguise`.
    """
    kept = CACHE / f"{name}{'.disguised' if disguised else ''}.{_version()}.pickle"
    if not kept.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        made = list(_examples(name, nlp, disguised=disguised))
        kept.write_bytes(pickle.dumps(made, protocol=5))
    found: list[Example] = pickle.loads(kept.read_bytes())  # noqa: S301 (our own cache)
    return found


def _version() -> str:
    """Return a digest of the code that the parsed documents depend on."""
    code = Path(inquit.attribution.__path__[0])
    parts = [*code.glob("*.py"), *code.glob("rules/*.py"), code / "tagger" / "table.py"]
    parts.append(Path(__file__).with_name("labels.py"))
    return hashlib.sha256(b"".join(one.read_bytes() for one in sorted(parts))).hexdigest()[:12]


def _examples(name: str, nlp: Language, *, disguised: bool) -> Iterator[Example]:
    chance = random.Random(7)
    for document in documents(name):
        text = document["text"]
        passages, reports = read(disguise(text, chance) if disguised else text, nlp)
        table = table_of(passages, reports)
        yield Example(table=table, gold=gold_of(document, table))


def disguise(text: str, chance: random.Random) -> str:
    """Return a text of the same length with its marks changed: curly, straight, or British."""
    way = chance.random()
    if way < 0.4:
        turned = "".join(
            "“" if _opens(text, at) else "”" if sign == '"' else sign
            for at, sign in enumerate(text)
        )
    elif way < 0.5:
        turned = text.replace("“", '"').replace("”", '"')
    elif way < 0.75:
        turned = "".join(
            "‘" if _opens(text, at) else "’" if sign in '"”' else sign
            for at, sign in enumerate(text)
        ).replace("“", "‘")
    else:
        turned = text.replace("“", "'").replace("”", "'").replace('"', "'")
    if chance.random() < 0.3:
        turned = turned.replace("—", "–").replace("--", "—-")
    return turned


def _opens(text: str, at: int) -> bool:
    return text[at] == '"' and (at == 0 or text[at - 1] in " \n([—-")
