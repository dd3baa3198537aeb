"""Writes what is extracted while it comes, with progress and faults on standard error."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TextIO

from inquit.errors import InquitError, OutputError
from inquit.model.engine import AnalysisSetup
from inquit.model.printable import printable
from inquit.service.articles import expand_home, is_same_file
from inquit.service.export import FORMATS
from inquit.service.extraction import render_articles
from tui.cli.exit_codes import complain
from tui.cli.extract_inputs import count_articles, each_article
from tui.cli.progress_bar import ProgressBar
from tui.cli.user_store import corrections_of_articles, tell


def extract_to(
    stream: TextIO,
    references: Sequence[str],
    *,
    format_name: str,
    setup: AnalysisSetup,
    jobs: int,
    corrected: bool = True,
    cached: bool = True,
    topics: bool = False,
) -> int:
    """Write the attributions of articles, each as soon as it is analysed.

    Args:
        stream: where to write.
        references: files, corpora, seeds, `-`, in the order to write them.
        format_name: a key of `FORMATS`.
        setup: what to analyse with.
        jobs: processes to analyse with.
        corrected: whether what the reader set right is laid over the analyses.
        cached: whether analyses of earlier runs and of the reader are taken, and new ones kept.
        topics: whether to write what was talked about too.

    Returns:
        The number of references that could not be read to their end; each was complained of.

    Raises:
        ModelError: the model is missing or cannot be used.
        StoreError: the corrections cannot be read.
    """
    chosen = FORMATS[format_name]
    corrections = corrections_of_articles() if corrected else None
    faults: list[InquitError] = []
    watched = sys.stderr is not None and sys.stderr.isatty()
    with ProgressBar(count_articles(references) if watched else 0) as bar:

        def report(error: InquitError) -> None:
            faults.append(error)
            bar.clear()
            complain(str(error))

        def warn(told: str) -> None:
            bar.clear()
            tell(told)

        articles = each_article(references, report)
        results = render_articles(
            articles,
            format_name=format_name,
            setup=setup,
            jobs=jobs,
            part=bar.part_done,
            corrections=corrections,
            cached=cached,
            topics=topics,
            warn=warn,
        )
        written = 0
        with closing(results):
            for written, result in enumerate(results, start=1):
                bar.clear()
                stream.write((chosen.separator if written > 1 else chosen.head) + result)
                stream.flush()
                bar.article_done()
        stream.write(chosen.foot if written else "")
    return len(faults)


def format_for(output: Path | None) -> str:
    """Return the name of the format that a file's ending stands for.

    Where it stands for none that is text, and a line says so.

    Args:
        output: the file that is to be written; None for standard output.
    """
    endings = {each.suffix: name for name, each in FORMATS.items()}
    endings |= {".markdown": "markdown", ".ndjson": "jsonl", "": "text"}
    ending = output.suffix.lower() if output is not None else ""
    if ending not in endings:
        tell(f"{output} is written as text; --format names another format")
    return endings.get(ending, "text")


def refuse_to_overwrite(output: Path | None, references: Sequence[str]) -> None:
    """Make sure that a result takes the place of nothing that it is made from.

    Args:
        output: the file that is to be written; None for standard output.
        references: what is to be read.

    Raises:
        OutputError: one of them is that file.
    """
    for reference in references if output is not None else ():
        if output is not None and is_same_file(expand_home(reference), output):
            raise OutputError(f"cannot write {printable(reference)}: it is what is to be read")
