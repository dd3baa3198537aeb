"""The commands on the process that has stayed. Importing them opens nothing."""

from __future__ import annotations

import typer

from inquit.errors import InquitError
from tui.terminal.exit_codes import NONE_STAYED

analyser_app = typer.Typer()

_TOLD = "no analyser is running"


@analyser_app.command()
def status() -> None:
    """Tell which process has stayed; exit with 1 where none has."""
    from inquit.service.analyser.warm import statuses

    found = list(statuses())
    for each in found:
        installed = each.installation
        use = f"in use by {each.clients}" if each.clients else f"idle for {each.idle} s"
        typer.echo(f"process {each.process}: inquit {installed.version}, {installed.model}, {use}")
    if not found:
        _tell_none()


@analyser_app.command()
def stop() -> None:
    """End the process that has stayed; exit with 1 where none has.

    A reader that uses it goes on with one of its own. To have none stay, set keep_warm = false
    in the table [analysis] of config.toml.
    """
    from inquit.service.analyser.warm import stop_all

    ended, running = stop_all()
    if ended:
        typer.echo("1 analyser ended" if ended == 1 else f"{ended} analysers ended")
    if running:
        raise InquitError(f"{running} did not end; see 'inquit analyser status'")
    if not ended:
        _tell_none()


def _tell_none() -> None:
    typer.echo(_TOLD)
    raise typer.Exit(NONE_STAYED)
