"""The analyser's process: serves the one that started it over standard input, then others."""

from __future__ import annotations

import os
import signal
import socket
from typing import NoReturn

from inquit.model.engine import AnalysisSetup
from inquit.service.analyser.analysis_thread import MakeAnalyst
from inquit.service.analyser.installation import describe_installation
from inquit.service.analyser.named_socket import NamedSocket, socket_path
from inquit.service.analyser.priority import lower_priority
from inquit.service.analyser.server import AnalyserServer
from inquit.store.folders import runtime_dir


def run_worker(setup: AnalysisSetup, make_analyst: MakeAnalyst, *, keep_warm: bool) -> NoReturn:
    """Serve until nobody needs this process, and end it.

    Args:
        setup: what it is to analyse with.
        make_analyst: makes what analyses.
        keep_warm: whether to stay for other programs after the first article.

    Raises:
        RuntimeError: the analysis met with a fault.
    """
    stream = _connection()
    lower_priority()
    installation = describe_installation(setup)

    def open_door() -> NamedSocket | None:
        folder = runtime_dir() if keep_warm else None
        # What was changed meanwhile was loaded in part before, and in part after that.
        if folder is None or describe_installation(setup) != installation:
            return None
        os.chdir("/")  # a folder that one stays in cannot be unmounted
        return NamedSocket.open(socket_path(folder, installation))

    server = AnalyserServer(make_analyst, installation, open_door=open_door)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: server.end())
    server.add(stream)
    server.serve()
    os._exit(0)  # the analysis may be where nothing can interrupt it


def _connection() -> socket.socket:
    """Return the connection that standard input is, and put nothing in its place."""
    stream = socket.socket(fileno=os.dup(0))
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.close(nowhere)
    return stream
