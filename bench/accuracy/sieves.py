"""What each sieve of the linking brings: `python -m bench.accuracy.sieves [CORPUS...]`.

Every text is read once; it is linked once with all sieves, and once without each. Counted are the
cases of tests/attribution/sources.toml, the names of gum-news and the speakers of quoteli3, the
latter two where INQUIT_CORPORA names the folder of the corpora.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from spacy.language import Language

from bench.accuracy.scoring import ROOT, corpora_folder
from bench.accuracy.sources import TALLIES, Json
from inquit.attribution.choice import encoder_for, finder_for
from inquit.attribution.finder import Finder, OpenWindow
from inquit.attribution.linking import sieves
from inquit.attribution.linking.linker import Linker
from inquit.attribution.passage import Passage
from inquit.attribution.pipeline import load_pipeline
from inquit.attribution.report import Report
from inquit.attribution.rules.inner import inner_reports
from inquit.attribution.rules.nesting import nested_reports, resumed
from inquit.attribution.window_reading import open_windows
from inquit.export.json_document import document_of
from inquit.model.article import Article, article_of
from inquit.model.batch import collect
from inquit.model.quotation import Analysis

CASES = ROOT / "tests" / "attribution" / "sources.toml"
CORPORA = ("gum-news", "quoteli3")


@dataclass(frozen=True, slots=True)
class Read:
    """An article, read up to the linking."""

    article: Article
    windows: Sequence[tuple[Sequence[Passage], Sequence[Report]]]

    def link(self) -> Analysis:
        """Return the analysis that the sieves of the moment make."""
        linker = Linker(self.article)
        batches = [linker.link(passages, reports) for passages, reports in self.windows]
        return collect(self.article, batches, engine_version="", model_name="")


def main() -> None:
    """Print a row for each sieve."""
    nlp = load_pipeline()
    measures = dict(_measures(nlp, sys.argv[1:] or CORPORA))
    whole = {name: measure() for name, measure in measures.items()}
    print("| without | " + " | ".join(whole) + " |")
    print("|---|" + "---|" * len(whole))
    print("| (none) | " + " | ".join(map(str, whole.values())) + " |", flush=True)
    for sieve in sieves.SIEVES[:-1]:  # The last answers where no other does.
        rest = tuple(one for one in sieves.SIEVES if one is not sieve)
        with patch.object(sieves, "SIEVES", rest):
            lost = [measure() - whole[name] for name, measure in measures.items()]
        label = f"{sieve.__module__.rpartition('.')[2]}.{sieve.__name__}"
        print(f"| {label} | " + " | ".join(f"{one:+d}" for one in lost) + " |", flush=True)


def _measures(nlp: Language, names: Iterable[str]) -> Iterable[tuple[str, Callable[[], int]]]:
    """Yield by name what counts the right answers of one kind."""
    cases = tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]
    read = [_read(case["text"], nlp) for case in cases]
    yield "cases", lambda: sum(map(_is_right, cases, read))
    folder = corpora_folder()
    for name in names if folder is not None else ():
        yield name, _of_corpus(Path(folder or "") / f"{name}.jsonl", nlp)


def _of_corpus(path: Path, nlp: Language) -> Callable[[], int]:
    gold: list[Json] = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    read = [_read(document["text"], nlp) for document in gold]

    def count() -> int:
        predicted = {
            document["id"]: document_of(one.article, one.link())
            for document, one in zip(gold, read, strict=True)
        }
        return TALLIES[path.stem](gold, predicted)[1].right

    return count


def _is_right(case: Json, read: Read) -> bool:
    """Tell whether every quote of a case is credited to whom it says."""
    analysis, text = read.link(), case["text"]
    names = {source.id: source.name for source in analysis.sources}
    given = list(zip(analysis.quotes, analysis.attributions, strict=True))
    for words, name in case["who"]:
        at = text.index(words)
        around = [
            (sum(map(len, quote.content_spans)), attribution)
            for quote, attribution in given
            if any(at in span for span in quote.content_spans)
        ]
        source = max(around, key=lambda pair: pair[0])[1].source_id if around else None
        if not around or (names[source] if source is not None else "") != name:
            return False
    return True


def _read(text: str, nlp: Language) -> Read:
    article = article_of(text)
    finder = finder_for(article)
    windows = [
        (window.passages, _reports(window, finder, article))
        for window in open_windows(article, nlp, encoder_for(article))
    ]
    return Read(article, windows)


def _reports(window: OpenWindow, finder: Finder, article: Article) -> Sequence[Report]:
    reports = tuple(finder.find(window))
    nested = tuple(nested_reports(window.passages, reports))
    outer, inner = resumed(reports, nested, article.text)
    return (*outer, *inner, *inner_reports(window.passages))


if __name__ == "__main__":
    main()
