"""Holds the quotations of a draft against articles: what `inquit verify` does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from inquit.errors import InputError, InquitError
from inquit.model.article import Article
from inquit.model.engine import AnalysisSetup
from inquit.model.printable import printable
from inquit.service.analysis import Analyst, user_cache
from inquit.service.articles import is_web, open_page_without_trace
from inquit.service.verification import (
    RENDERERS,
    Status,
    Verdict,
    analyse_draft,
    verify_draft,
    verify_in_library,
)
from tui.cli.exit_codes import complain
from tui.cli.extract_inputs import each_article
from tui.cli.user_store import corrections_of_articles, tell
from tui.services.load_task import LoadTask
from tui.services.opening import is_corpus, open_at_once
from tui.services.progress_line import FetchLine
from tui.terminal.exit_codes import NOT_VERBATIM, USER_MISTAKE


def verify_to(
    stream: TextIO,
    reference: str,
    against: Sequence[str],
    *,
    format_name: str,
    setup: AnalysisSetup,
    speakers: bool = True,
) -> int:
    """Write what is found out about the quotations of a draft.

    Args:
        stream: where to write.
        reference: the draft, as `extract` takes it; no corpus.
        against: what to hold it against, as `extract` takes it; nothing for the library.
        format_name: a key of `RENDERERS`.
        setup: what to analyse with.
        speakers: whether it is looked at who is credited, for which it has to be analysed.

    Returns:
        The exit code: 0 if all quotations are verbatim, 1 if not, 2 if not all could be read that
        was to be read.

    Raises:
        InputError: the draft cannot be read, or is several; or the library is switched off.
        ModelError: the model is missing or cannot be used.
        StoreError: the corrections cannot be read.
    """
    faults: list[InquitError] = []

    def report(error: InquitError) -> None:
        faults.append(error)
        complain(str(error))

    draft = _open_draft(reference)
    analyst = Analyst(setup, user_cache()) if speakers else None
    if against:
        verdicts = verify_draft(
            draft,
            each_article(against, report),
            analyst=analyst,
            corrections=corrections_of_articles() if speakers else None,
        )
    else:
        verdicts = _verify_in_library(draft, analyst, setup)
    stream.write(RENDERERS[format_name](draft, verdicts))
    tell(analyst.warning if analyst is not None else None)
    if faults:
        return USER_MISTAKE
    return 0 if all(each.status is Status.VERBATIM for each in verdicts) else NOT_VERBATIM


def _verify_in_library(
    draft: Article, analyst: Analyst | None, setup: AnalysisSetup
) -> tuple[Verdict, ...]:
    """Return the verdicts on a draft by all that was read."""
    from tui.cli.user_library import bring_up_to_date, enabled_library, own_work

    library, own = enabled_library(setup), own_work()
    bring_up_to_date(library, own)
    analysis = analyse_draft(draft, analyst, own.corrections_of)
    return verify_in_library(draft, analysis, library, analyst)


def _open_draft(reference: str) -> Article:
    """Return the draft that a reference names; of a page, too, nothing is kept.

    Raises:
        InputError: it cannot be read, or is several articles.
    """
    if is_corpus(reference):
        raise InputError(f"a draft is one article, and {printable(reference)} is a corpus")
    with FetchLine(reference) as line:
        task = LoadTask(reference, line.show)
        if is_web(reference):
            return task.run(lambda wanted: open_page_without_trace(reference, wanted.token))
        return open_at_once(reference, task)
