"""The commands. Importing them imports neither Textual nor spaCy: a command does, at need."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from inquit import __version__
from inquit.service.analysis import DEFAULT_MODEL
from tui.cli.analysis_options import EngineName, Model
from tui.cli.command_group import DEFAULT_COMMAND, ReferenceGroup
from tui.cli.group_at_need import HELP, LIST, GroupAtNeed
from tui.cli.record_lists import Format, ListFormat
from tui.cli.search_command import search
from tui.cli.sources_command import sources
from tui.terminal.exit_codes import USER_MISTAKE

_GROUPS = (
    GroupAtNeed(
        "bookmarks", "store_commands:bookmarks_app", "List, open, add and remove bookmarks.", LIST
    ),
    GroupAtNeed(
        "notes", "store_commands:notes_app", "List, add, change and remove notes on sources.", LIST
    ),
    GroupAtNeed(
        "library",
        "library_commands:library_app",
        "Add to, look at and forget from what is remembered and searched.",
        HELP,
    ),
    GroupAtNeed(
        "stories", "story_commands:stories_app", "List, show and export what you gathered.", LIST
    ),
    GroupAtNeed("feeds", "feed_commands:feeds_app", "Follow feeds, RSS and Atom.", LIST),
    GroupAtNeed(
        "corrections",
        "correction_commands:corrections_app",
        "List, show and take back what was set right in the reader.",
        LIST,
    ),
    GroupAtNeed(
        "bin", "bin_commands:bin_app", "What was removed in the last 30 days of use.", LIST
    ),
    GroupAtNeed("store", "store_commands:store_app", "Check, back up and restore the store.", HELP),
    GroupAtNeed(
        "analyser",
        "analyser_commands:analyser_app",
        "The process that stays ten minutes so that the next article has its quotes at once.",
        HELP,
    ),
)


class _Program(ReferenceGroup):
    """All commands, the groups last, so that the help tells of reading first."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.commands.update({str(group.name): group for group in _GROUPS})


app = typer.Typer(
    name="inquit",
    cls=_Program,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    subcommand_metavar="FILE ... | FOLDER | - | seed:NAME | COMMAND ...",
    context_settings={"help_option_names": ["-h", "--help"]},
)


class FormatName(StrEnum):
    """The formats of export, by the names that the user gives."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MARKDOWN = "markdown"
    PLAIN = "plain"


def _show_version(asked: bool) -> None:  # noqa: FBT001 - the signature of an option's callback
    if asked:
        typer.echo(f"inquit {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def inquit(
    context: typer.Context,
    *,
    version: Annotated[  # noqa: ARG001 - eager: its callback does the work
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show it.")
    ] = False,
) -> None:
    """Read news with every quote beside its speaker.

    A bare reference opens it: 'inquit article.txt' is 'inquit open article.txt'.

    Every command exits with 0 if all went well, 2 if it was used wrongly or an input cannot be
    read, 3 if the store cannot be read or written, and 4 if anything else went wrong.
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command(DEFAULT_COMMAND)
def open_(
    references: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|FOLDER|-|seed:NAME",
            help="What to read; - is standard input. Of several, one picks.",
        ),
    ],
    model: Model = DEFAULT_MODEL,
    engine: EngineName = None,
) -> None:
    """Open an article in the reader, or a list of several to pick from.

    Where there is no terminal to read in, they are printed as 'inquit read --plain' prints them.
    """
    from tui.cli.analysis_setup import analysis_setup
    from tui.cli.reader_command import read

    raise typer.Exit(read(references, analysis_setup(model, engine)))


@app.command()
def read(
    reference: Annotated[
        str, typer.Argument(metavar="FILE|-|seed:NAME", help="What to read; - is standard input.")
    ],
    model: Model = DEFAULT_MODEL,
    engine: EngineName = None,
    width: Annotated[
        int, typer.Option("--width", min=0, metavar="N", help="Wrap lines there; 0 does not.")
    ] = 0,
    *,
    plain: Annotated[
        bool, typer.Option("--plain", help="Print it, with every attribution in words.")
    ] = False,
    quotes_only: Annotated[
        bool, typer.Option("--quotes-only", help="Print the quotes without what is between them.")
    ] = False,
    analysis: Annotated[
        bool, typer.Option("--analysis/--no-analysis", help="Print attributions, or text alone.")
    ] = True,
) -> None:
    """Open an article in the reader, or print it for screen readers, braille and pipes.

    It is printed with any option but --model and --engine, and where there is no terminal to read
    it in.
    """
    if not (plain or quotes_only or width or not analysis):
        open_([reference], model, engine)
    from inquit.service.export import PlainOptions
    from tui.cli.analysis_setup import analysis_setup
    from tui.cli.plain_command import print_plain

    options = PlainOptions(width=width, quotes_only=quotes_only, analysed=analysis)
    if print_plain([reference], analysis_setup(model, engine), options):
        raise typer.Exit(USER_MISTAKE)


@app.command()
def extract(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT",
            help="A file, seed:NAME or - for standard input; JSON Lines are a corpus of articles.",
        ),
    ],
    format_name: Annotated[
        FormatName | None,
        typer.Option(
            "--format", "-f", help="How to print; without it the ending of --output tells, or text."
        ),
    ] = None,
    model: Model = DEFAULT_MODEL,
    engine: EngineName = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=1, max=256, help="Processes to analyse with.")
    ] = 1,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write to.")
    ] = None,
    *,
    corrected: Annotated[
        bool,
        typer.Option(
            "--corrections/--no-corrections",
            help="With what was set right in the reader, or as the engine finds it.",
        ),
    ] = True,
    cached: Annotated[
        bool,
        typer.Option(
            "--cache/--no-cache",
            help="Take what the reader or an earlier run found, or analyse all anew.",
        ),
    ] = True,
    topics: Annotated[
        bool, typer.Option("--topics", help="With what was talked about: announced his departure.")
    ] = False,
) -> None:
    """Print who said what in articles, without the reader."""
    from tui.cli.analysis_setup import analysis_setup
    from tui.cli.extract_command import extract_to, format_for, refuse_to_overwrite
    from tui.cli.output import output_to

    refuse_to_overwrite(output, inputs)

    with output_to(output) as stream:
        faults = extract_to(
            stream,
            inputs,
            format_name=format_name or format_for(output),
            setup=analysis_setup(model, engine),
            jobs=jobs,
            corrected=corrected,
            cached=cached,
            topics=topics,
        )
    if faults:
        raise typer.Exit(USER_MISTAKE)


@app.command()
def verify(
    draft: Annotated[
        str, typer.Argument(metavar="DRAFT", help="What to check: a file, - or an address.")
    ],
    against: Annotated[
        list[str] | None,
        typer.Option(
            "--against",
            metavar="INPUT",
            help="A file, folder, corpus or address to hold it against; as often as you like."
            " Without it, all that you have read.",
        ),
    ] = None,
    format_name: Format = ListFormat.TEXT,
    model: Model = DEFAULT_MODEL,
    engine: EngineName = None,
    *,
    speakers: Annotated[
        bool,
        typer.Option(
            "--speakers/--no-speakers",
            help="With who is credited, or by the words and quotation marks alone.",
        ),
    ] = True,
) -> None:
    """Tell whether the quotations of a draft are as they were said.

    Each is verbatim, altered (with the words that differ), joined from several places, credited
    to another than the source says, found only as indirect speech, or not found.

    Exits with 0 if all are verbatim and 1 if not. The draft is not remembered.
    """
    from tui.cli.analysis_setup import analysis_setup
    from tui.cli.output import output_to
    from tui.cli.verify_command import verify_to

    setup = analysis_setup(model, engine)
    with output_to(None) as stream:
        code = verify_to(
            stream, draft, against or [], format_name=format_name, setup=setup, speakers=speakers
        )
    raise typer.Exit(code)


@app.command()
def seeds() -> None:
    """List the sample articles; open one as seed:NAME."""
    from seeds import names
    from tui.services.opening import SEED_PREFIX, open_article

    for name in names():
        article = open_article(SEED_PREFIX + name)
        typer.echo(f"{article.id}\t{article.word_count} words\t{article.display_title}")


app.command("search")(search)
app.command("sources")(sources)
