"""A second process that reads windows of a long article; it ends with whoever started it."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress

from inquit.service.blas_threads import crunch_on_one_thread
from inquit.service.reading.frames import READY, receive, send
from inquit.store.article_codec import decode_article


def main() -> None:
    """Read the windows whose numbers come, each higher than the one before."""
    model, engine = sys.argv[1:3]
    crunch_on_one_thread()
    from inquit.attribution.choice import encoder_for
    from inquit.attribution.pipeline import load_pipeline
    from inquit.attribution.window_reading import read_window
    from inquit.attribution.windows import windows_of
    from inquit.model.engine import Engine

    requests = os.fdopen(os.dup(0), "rb")
    replies = os.fdopen(os.dup(1), "wb")
    # Nothing that a library prints may get between the replies.
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    _, data = receive(requests)
    article = decode_article(json.loads(data))
    nlp, encoder = load_pipeline(model), encoder_for(article, Engine(engine))
    windows = enumerate(windows_of(article))
    send(replies, READY)
    with suppress(EOFError, BrokenPipeError):
        while True:
            wanted, _ = receive(requests)
            for number, window in windows:
                if number == wanted:
                    send(replies, number, read_window(window, nlp, encoder).encoded())
                    break


if __name__ == "__main__":
    main()
