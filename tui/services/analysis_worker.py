"""The analysis process: takes articles from standard input and streams back batches.

spaCy holds the interpreter's lock while it is imported, loaded and run; in the reader's own
process that would freeze the keys. The process ends when its standard input closes.
"""

from __future__ import annotations

import contextlib
import os
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inquit.errors import InquitError
from inquit.model.article import Article
from inquit.service.analysis import Analyst, user_cache
from tui.services.analysis_replies import Failed, Finished, Found

if TYPE_CHECKING:
    Channel = Connection[Any, Any]

_POLITENESS = 10
"""How much priority the process gives up, as `nice` counts."""

_POLITENESS_OF_SESSION = 5
"""The same for its session: enough for the reader to go first, too little to starve it."""

_SESSION = Path("/proc/self/autogroup")
"""The niceness of a whole session on Linux: sched(7), the autogroup feature."""


def serve(requests: Channel, replies: Channel, analyst: Analyst) -> None:
    """Analyse requested articles until the channel closes; a new request ends the one before.

    Args:
        requests: yields articles, or None to stop the analysis that is running.
        replies: takes Found, Finished and Failed.
        analyst: does the work; it keeps its model loaded in between.
    """
    while True:
        try:
            article = requests.recv()
            if isinstance(article, Article):
                _analyse(article, requests, replies, analyst)
        except (EOFError, OSError):
            return


def _analyse(article: Article, requests: Channel, replies: Channel, analyst: Analyst) -> None:
    try:
        for batch in analyst.batches(article):
            if requests.poll():
                return
            replies.send(Found(article_id=article.id, batch=batch))
    except InquitError as error:
        replies.send(Failed(article_id=article.id, reason=str(error)))
    else:
        failed = analyst.warning and Failed(article_id=article.id, reason=analyst.warning)
        replies.send(failed or Finished(article_id=article.id))


def lower_priority() -> None:
    """Let every other process go first.

    Where Linux gives each session an equal share of the processors, niceness counts only within
    a session. This process has a session of its own, so that its session has to be nice as well.
    """
    os.nice(_POLITENESS)
    with contextlib.suppress(OSError):  # other systems have no such file
        _SESSION.write_text(str(_POLITENESS_OF_SESSION))


def main() -> None:
    """Serve the process that started this one over standard input and output."""
    requests: Channel = Connection(os.dup(0), writable=False)
    replies: Channel = Connection(os.dup(1), readable=False)
    # Nothing that a library prints may get between the replies.
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    lower_priority()
    serve(requests, replies, Analyst(sys.argv[1], user_cache()))


if __name__ == "__main__":
    main()
