"""Prints articles for those who do not look: what `inquit read --plain` does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing

from inquit.errors import InquitError
from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch, as_single_batch
from inquit.model.engine import AnalysisSetup
from inquit.service.analyser.borrowing import BorrowedAnalyser
from inquit.service.analysis import Analyst, user_cache
from inquit.service.corrections import describe_left_out, lay_over
from inquit.service.export import SEPARATOR, PlainOptions, render_in_pieces
from tui.cli.exit_codes import complain
from tui.cli.extract_inputs import each_article
from tui.cli.output import output_to
from tui.cli.user_store import corrections_of_articles, tell


def print_plain(
    references: Sequence[str], setup: AnalysisSetup, options: PlainOptions | None = None
) -> int:
    """Print articles with their attributions in words, each paragraph once it is analysed.

    Args:
        references: as `extract` takes them; of several, each is printed in turn.
        setup: what to analyse with.
        options: how to print them.

    Returns:
        How many references could not be read to their end; each was complained of.

    Raises:
        ModelError: the model is missing or cannot be used.
        OutputError: standard output cannot be written.
        StoreError: the corrections cannot be read.
    """
    options = options or PlainOptions()
    faults: list[InquitError] = []

    def report(error: InquitError) -> None:
        faults.append(error)
        complain(str(error))

    borrowed = BorrowedAnalyser(setup)
    analyst = Analyst(setup, user_cache(), helper=borrowed.batches)
    with closing(borrowed), output_to(None) as stream:
        for number, article in enumerate(each_article(references, report)):
            stream.write(SEPARATOR if number else "")
            batches = _found(article, analyst) if options.analysed else ()
            for piece in render_in_pieces(article, batches, options):
                stream.write(piece)
                stream.flush()
    tell(analyst.warning)
    return len(faults)


def _found(article: Article, analyst: Analyst) -> Iterable[AnalysisBatch]:
    """Return what is found in an article; all at once where the reader set something right."""
    corrections = corrections_of_articles()(article)
    if not corrections:
        return analyst.batches(article)
    done = lay_over(article, analyst.analyse(article), corrections)
    tell(describe_left_out(article, done))
    return (as_single_batch(article, done.analysis),)
