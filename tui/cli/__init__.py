"""The entry of the program: a bare reference, or none at all, goes straight to the reader.

Most runs are `inquit FILE` or `inquit`. They need no parser of options, whose import takes longer
than the loading of the article.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main() -> None:
    """Run the program and exit: what the console script calls."""
    from tui.cli.exit_codes import ReportOwnFaults

    with ReportOwnFaults():
        _run(sys.argv[1:])


def _run(arguments: Sequence[str]) -> None:
    """Run the command that the arguments name, and exit."""
    if not arguments and is_terminal():
        from tui.cli.analysis_setup import analysis_setup
        from tui.cli.exit_codes import exit_code_of
        from tui.cli.reader_command import read_recent

        sys.exit(exit_code_of(lambda: read_recent(analysis_setup())))
    if is_bare_reference(arguments):
        from tui.cli.analysis_setup import analysis_setup
        from tui.cli.exit_codes import exit_code_of
        from tui.cli.reader_command import read

        sys.exit(exit_code_of(lambda: read(arguments, analysis_setup())))
    from tui.cli.commands import app

    app(prog_name="inquit")


def is_terminal() -> bool:
    """Tell whether somebody sits before a terminal, who can pick; a script is shown the help."""
    return all(each is not None and each.isatty() for each in (sys.stdin, sys.stdout, sys.stderr))


def is_bare_reference(arguments: Sequence[str]) -> bool:
    """Tell whether arguments are one reference that can be no command and no option.

    A reference without a dot, a slash or a colon could be a command; the parser decides.
    """
    if len(arguments) != 1:
        return False
    (given,) = arguments
    return given == "-" or (not given.startswith("-") and any(sign in given for sign in "./:"))
