"""The process that analyses: it takes articles from its standard input and streams back batches.

spaCy holds the interpreter's lock while it is imported, loaded and run; in the reader's own
process it would freeze the keys. The process ends when its standard input closes.
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
"""How far the process stands back for the reader's own, as `nice` counts."""

_POLITENESS_OF_SESSION = 5
"""The same for its whole session: enough for the reader to go first, too little to starve it."""

_SESSION = Path("/proc/self/autogroup")
"""Where Linux keeps how far a whole session stands back: sched(7), the autogroup feature."""


def serve(requests: Channel, replies: Channel, analyst: Analyst) -> None:
    """Analyse the articles that come in until no more can; a newer request ends an older one.

    Args:
        requests: gives articles, or None to stop what is being done.
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


def stand_back() -> None:
    """Let every other process go first.

    Where Linux gives each session an equal share of the processors, niceness counts within one
    only. This process has a session of its own, which therefore has to stand back as a whole.
    """
    os.nice(_POLITENESS)
    with contextlib.suppress(OSError):  # other systems and other kernels know no such thing
        _SESSION.write_text(str(_POLITENESS_OF_SESSION))


def main() -> None:
    """Serve the process that started this one over standard input and output."""
    requests: Channel = Connection(os.dup(0), writable=False)
    replies: Channel = Connection(os.dup(1), readable=False)
    # Whatever a library prints must not get between the replies.
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    stand_back()
    serve(requests, replies, Analyst(sys.argv[1], user_cache()))


if __name__ == "__main__":
    main()
