"""The options of every command that analyses."""

from __future__ import annotations

from typing import Annotated

import typer

from inquit.service.analysis import Engine

Model = Annotated[
    str, typer.Option("--model", metavar="NAME", help="The spaCy pipeline to analyse with.")
]

EngineName = Annotated[
    Engine | None,
    typer.Option(
        "--engine",
        help="Which encoder reads: standard, or deep (inquit-deep). Default: as config.toml says.",
    ),
]
