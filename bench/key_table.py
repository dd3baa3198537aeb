"""Write the README's table of keys anew from the table of commands."""

from __future__ import annotations

from pathlib import Path

from tui.reader.commands.table import BY_ID, IN_READER
from widgets.command import Command, Section

README = Path("README.md")
_BEGIN, _END = "<!-- keys: python -m bench.key_table -->\n", "<!-- end of keys -->\n"


def with_key_table(text: str) -> str:
    """Return a README with the keys as they are now between its two markers."""
    before, _, rest = text.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    return "".join((before, _BEGIN, key_table(), _END, after))


def key_table() -> str:
    """Return a Markdown table with a row for each heading of the help, dialogs left out."""
    rows: dict[str, list[str]] = {}
    for command in IN_READER:
        rows.setdefault(_heading(command.section), []).append(_entry(command))
    lines = [f"| {heading} | {' · '.join(entries)} |" for heading, entries in rows.items()]
    return "\n".join(("| | keys |", "|---|---|", *lines, ""))


def _heading(section: Section) -> str:
    menu = section.menu
    return f"{section.title}, after `{BY_ID[menu.opener].keys}`" if menu else section.title


def _entry(command: Command) -> str:
    keys = " ".join(f"`{key}`" for key in command.keys.split())
    return f"{keys} {command.title}".replace("|", "\\|")


if __name__ == "__main__":
    README.write_text(with_key_table(README.read_text("utf-8")), "utf-8")
