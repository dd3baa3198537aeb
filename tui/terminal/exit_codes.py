"""The exit codes, the same in every command; the README lists them."""

from __future__ import annotations

NOT_VERBATIM = 1
"""`inquit verify` found a quotation that is not as it was said."""

NONE_STAYED = 1
"""`inquit analyser` found no process that had stayed."""

USER_MISTAKE = 2
"""The program was used wrongly, or an input could not be read."""

STORE_FAULT = 3
"""What the reader wrote could not be read or written."""

OTHER_FAULT = 4
"""Anything else went wrong."""

INTERRUPTED, PIPE_CLOSED = 130, 141
"""As shells report SIGINT and SIGPIPE."""
