"""Commands on hostile articles, in a real terminal: nothing of an article drives it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from inquit.export import FORMATS
from tests.hostile import BAD, HIDDEN, MARK, hostile_feed, hostile_files, obeyed
from tests.terminal import started

# One process for many commands, for each takes seconds to load what it analyses with.
_MANY = """
import json, sys
from tui.cli import main
for arguments in json.loads(sys.argv[1]):
    sys.argv = ["inquit", *arguments]
    try:
        main()
    except SystemExit as ended:
        print(f"<exit code {ended.code or 0}>", flush=True)
"""


def _shown(folder: Path, *commands: list[str]) -> tuple[bytes, list[str]]:
    """Return what a terminal is given by some commands, and their exit codes."""
    with started(folder, [sys.executable, "-c", _MANY, json.dumps(commands)]) as terminal:
        assert terminal.exit_code() == 0
    codes = terminal.raw.decode("utf-8", "replace").split("<exit code ")[1:]
    return terminal.raw, [code.split(">")[0] for code in codes]


def test_what_finds_sequences_finds_them() -> None:
    assert len(obeyed(BAD.encode())) >= 14
    assert obeyed(b"\x1b[31mred\x1b[0m\x1b]0;own title\x07 plain\r\n") == []


def test_articles_are_printed_with_nothing_that_drives_the_terminal(tmp_path: Path) -> None:
    files = [path for path in map(str, hostile_files(tmp_path)) if not path.endswith(".jsonl")]
    raw, codes = _shown(tmp_path, *[["read", "--plain", "--no-analysis", path] for path in files])
    assert codes == ["0"] * len(files)
    assert raw.count(b"ferry") + raw.count(b"Ferry") >= len(files)
    assert obeyed(raw) == []


def test_what_is_extracted_has_nothing_that_drives_the_terminal(tmp_path: Path) -> None:
    # The text of a corpus is not normalised, so that one is the hardest; the others are short.
    files = [str(path) for path in hostile_files(tmp_path) if path.suffix in (".jsonl", ".docx")]
    raw, codes = _shown(tmp_path, *[["extract", "-f", name, *files] for name in FORMATS])
    assert codes == ["0"] * len(FORMATS)
    for printed in raw.split(b"<exit code 0>")[:-1]:
        assert b"Ferry" in printed
    assert obeyed(raw) == []


def test_faults_name_hostile_files_without_obeying_them(tmp_path: Path) -> None:
    files = {path.suffix: path for path in hostile_files(tmp_path)}
    picture = tmp_path / f"p\x1b]0;{MARK}\x07\u202e\x9b{MARK}m"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    broken = tmp_path / f"b\x1b]0;{MARK}\x07{HIDDEN}.jsonl"
    broken.write_text("{\n")
    missing = f"{tmp_path}/{BAD.replace('/', '')}"
    damaged = files[".docx"]
    damaged.write_bytes(damaged.read_bytes()[:-40])
    raw, codes = _shown(
        tmp_path,
        ["read", "--plain", missing],
        ["read", "--plain", str(picture)],
        ["extract", str(broken)],
        ["read", "--plain", str(damaged)],
        ["read", "--plain", f"http://{BAD}/"],
        ["extract", "--model", BAD, str(files[".txt"])],
        ["bookmarks", "add", str(files[".txt"]), "--exact", BAD],
        ["bookmarks", "remove", BAD],
        ["notes", "edit", BAD, "--text", "x"],
        ["feeds", "add", missing],
        ["feeds", "add", f"https://{BAD}"],
        ["feeds", "import", str(picture)],
        ["store", "restore", BAD],
        ["read", f"--{BAD}"],
        [BAD],
    )
    assert "0" not in codes
    assert len(codes) == 15
    assert obeyed(raw) == []


def test_lists_show_hostile_records_without_obeying_them(tmp_path: Path) -> None:
    text = str(hostile_files(tmp_path)[0])
    feed = tmp_path / f"f\x1b]0;{MARK}\x07\u202e.xml"
    feed.write_bytes(hostile_feed())
    outlines = tmp_path / "list.opml"
    outlines.write_text(
        f'<opml><outline text="A {HIDDEN}\x9b{MARK}m" xmlUrl="https://a.example/{HIDDEN}"/></opml>'
    )
    marked = ["bookmarks", "add", text, "--exact", "It was", "--label", BAD, "--comment", BAD]
    raw, codes = _shown(
        tmp_path,
        marked,
        ["notes", "add", f"Ana {BAD} Silva", "--text", f"{BAD}\n{BAD}", "--tag", BAD],
        ["feeds", "add", str(feed)],
        ["feeds", "import", str(outlines)],
        *[
            [kind, "list", "-f", form]
            for kind in ("bookmarks", "notes")
            for form in ("text", "json")
        ],
        ["feeds", "list"],
        ["feeds", "entries", str(feed)],
        ["feeds", "remove", str(feed)],
        ["bin", "list"],
        ["store", "check"],
    )
    assert set(codes) == {"0"}
    assert b"hits pier" in raw
    assert obeyed(raw) == []
