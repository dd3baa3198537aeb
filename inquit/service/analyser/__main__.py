"""The analyser's program: serves the process that started it over standard input."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

from inquit.model.engine import AnalysisSetup, Engine
from inquit.service.analyser.priority import lower_priority
from inquit.service.analyser.server import AnalyserServer
from inquit.service.analysis import Analyst, cache_in


def main() -> None:
    """Serve until nobody needs this process."""
    model, engine = sys.argv[1:]
    setup = AnalysisSetup(model=model, engine=Engine(engine))
    stream = socket.socket(fileno=os.dup(0))
    # Whatever a library does with standard input, it is not the connection.
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.close(nowhere)
    lower_priority()

    def analyst_for(folder: Path | None) -> Analyst:
        return Analyst(setup, cache_in(folder) if folder is not None else None)

    server = AnalyserServer(analyst_for)
    server.add(stream)
    server.serve()
    os._exit(0)  # the analysis may be where nothing can interrupt it


if __name__ == "__main__":
    main()
