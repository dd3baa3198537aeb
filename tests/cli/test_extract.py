"""`inquit extract`: what goes to which stream, in which order, with which exit code."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tui.cli.commands import app

ROOT = Path(__file__).parent.parent.parent
ODD = " “No,”\xa0said Bob Smith.\r\n\tIt rained.\x85"


def _extract(*arguments: str, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["extract", *arguments], input=given)


def _corpus(path: Path, texts: list[str]) -> Path:
    lines = (json.dumps({"id": f"d/{n}", "text": text}) for n, text in enumerate(texts))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_corpus_keeps_its_ids_texts_and_order(tmp_path: Path) -> None:
    corpus = _corpus(tmp_path / "c.jsonl", [ODD, "“Yes,” said Ann Lee."])
    printed = _extract(str(corpus), "-f", "jsonl")
    documents = [json.loads(line) for line in printed.stdout.splitlines()]
    assert [(each["id"], each["text"]) for each in documents] == [
        ("d/0", ODD),
        ("d/1", "“Yes,” said Ann Lee."),
    ]
    assert documents[1]["quotes"][0]["speaker"]["canonical"] == "Ann Lee"


def test_processes_change_nothing(tmp_path: Path) -> None:
    corpus = _corpus(tmp_path / "c.jsonl", [f"“No {n},” said Ann Lee." for n in range(12)])
    one = _extract(str(corpus), "-f", "csv")
    two = _extract(str(corpus), "-f", "csv", "--jobs", "2")
    assert one.exit_code == two.exit_code == 0
    assert one.stdout == two.stdout
    assert len(one.stdout.splitlines()) == 13


def test_standard_input_is_an_article() -> None:
    printed = _extract("-", "-f", "jsonl", given="“No,” said Ann Lee.\n")
    assert json.loads(printed.stdout)["id"].startswith("sha256:")


def test_several_inputs_in_json_are_one_array() -> None:
    printed = _extract("seed:harbour-inquiry", "seed:pentagon-readout", "-f", "json")
    assert [each["id"] for each in json.loads(printed.stdout)] == [
        "seed:harbour-inquiry",
        "seed:pentagon-readout",
    ]


def test_an_input_that_cannot_be_read_is_told_and_the_others_are_printed(tmp_path: Path) -> None:
    printed = _extract(str(tmp_path / "none.txt"), "seed:pentagon-readout", "-f", "csv")
    assert printed.exit_code == 2
    assert printed.stderr == f"inquit: cannot open {tmp_path / 'none.txt'}: no such file\n"
    assert printed.stdout.startswith("article,")


@pytest.mark.parametrize("bad", ["{", '{"id": "u", "text": "\\ud83d alone"}', "[]"])
def test_a_bad_line_of_a_corpus_is_told_and_the_others_are_printed(
    bad: str, tmp_path: Path
) -> None:
    lines = ['{"id": "a", "text": "x"}', bad, '{"id": "b", "text": "y"}', bad]
    (tmp_path / "c.jsonl").write_text("\n".join(lines))
    printed = _extract(str(tmp_path / "c.jsonl"), "-f", "jsonl")
    assert printed.exit_code == 2
    assert [line.split(":")[1][-6:] for line in printed.stderr.splitlines()] == ["line 2", "line 4"]
    assert [json.loads(line)["id"] for line in printed.stdout.splitlines()] == ["a", "b"]


def test_a_damaged_file_in_a_folder_is_told_and_the_others_are_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "b.epub").write_bytes(b"PK\3\4damaged")
    for name in ("a", "~$c", "~root", "-", "seed:x"):
        (tmp_path / f"{name}.txt").write_text(f"{name} is here.")
    monkeypatch.chdir(tmp_path)
    printed = _extract(".", "-f", "jsonl")
    assert printed.exit_code == 2
    assert len(printed.stderr.splitlines()) == 1
    assert "b.epub" in printed.stderr
    texts = [json.loads(line)["text"] for line in printed.stdout.splitlines()]
    assert sorted(texts) == sorted(
        f"{name} is here." for name in ("a", "~$c", "~root", "-", "seed:x")
    )


@pytest.mark.parametrize("name", ["~nosuchuser/x", "pasted words " * 400])
def test_what_names_no_file_is_one_line(name: str) -> None:
    printed = _extract(name)
    assert printed.exit_code == 2
    assert printed.stderr.startswith("inquit: cannot open ")
    assert len(printed.stderr.splitlines()) == 1


def test_a_missing_model_is_one_line_and_code_4() -> None:
    printed = _extract("seed:pentagon-readout", "--model", "no_such_model")
    assert printed.exit_code == 4
    assert len(printed.stderr.splitlines()) == 1
    assert printed.stdout == ""


def test_the_output_file_is_replaced_only_by_a_whole_result(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_text("before")
    target.chmod(0o640)
    failed = _extract("seed:pentagon-readout", "-o", str(target), "--model", "no_such_model")
    assert failed.exit_code == 4
    assert target.read_text() == "before"
    assert _extract("seed:pentagon-readout", "-o", str(target), "-f", "csv").exit_code == 0
    assert target.read_text(encoding="utf-8").startswith("article,")
    assert target.stat().st_mode & 0o777 == 0o640
    assert {path.name for path in tmp_path.iterdir()} == {"out.csv", "cache"}


def test_an_output_that_cannot_be_written_is_the_users_mistake(tmp_path: Path) -> None:
    printed = _extract("seed:pentagon-readout", "-o", str(tmp_path / "none" / "out"))
    assert printed.exit_code == 2
    assert "cannot write" in printed.stderr


def _run(shell: str) -> subprocess.CompletedProcess[str]:
    inquit = f"{sys.executable} -c 'from tui.cli import main; main()'"
    return subprocess.run(
        ["bash", "-c", shell.replace("INQUIT", inquit)], capture_output=True, text=True, cwd=ROOT
    )


def test_standard_input_may_be_a_corpus(tmp_path: Path) -> None:
    corpus = _corpus(tmp_path / "c.jsonl", ["“No,” said Ann Lee.", ODD])
    ran = _run(f"INQUIT extract - -f jsonl < {corpus}")
    assert [json.loads(line)["id"] for line in ran.stdout.splitlines()] == ["d/0", "d/1"]


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    corpus = _corpus(tmp_path / "c.jsonl", ["“No,” said Ann Lee. " * 200] * 20)
    ran = _run(f"INQUIT extract {corpus} -f jsonl | head -c 10; echo ${{PIPESTATUS[0]}}")
    assert ran.stderr == ""
    assert ran.stdout.endswith("141\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_full_disk_is_one_line() -> None:
    ran = _run("INQUIT extract seed:pentagon-readout > /dev/full; echo $?")
    assert ran.stderr == "inquit: cannot write standard output: no space left on device\n"
    assert ran.stdout == "2\n"


def test_closed_streams_are_no_crash() -> None:
    ran = _run("INQUIT extract seed:pentagon-readout >&-; echo $?; INQUIT extract - <&-; echo $?")
    assert "Traceback" not in ran.stderr
    assert ran.stdout == "2\n2\n"


def _hear_interrupts() -> None:
    # A shell starts its background jobs deaf to interrupts, and their children inherit that.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_an_interrupt_ends_quietly_with_130(tmp_path: Path) -> None:
    corpus = _corpus(tmp_path / "c.jsonl", ["“No,” said Ann Lee. " * 50] * 3000)
    program = [sys.executable, "-c", "from tui.cli import main; main()"]
    with subprocess.Popen(
        [*program, "extract", str(corpus), "-f", "jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        preexec_fn=_hear_interrupts,
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline()
        running.send_signal(signal.SIGINT)
        _, complaint = running.communicate()
    assert complaint == b""
    assert running.returncode == 130


@pytest.mark.parametrize(
    ("name", "begins"),
    [("q.csv", "article,"), ("q.JSON", "["), ("q.jsonl", "{"), ("q.md", "# "), ("q", "stand")],
)
def test_the_ending_of_the_output_chooses_the_format(
    name: str, begins: str, tmp_path: Path
) -> None:
    assert _extract("-", "-o", str(tmp_path / name), given="“No,” said Ann Lee.").exit_code == 0
    assert (tmp_path / name).read_text("utf-8").startswith(begins)


def test_a_format_that_is_named_goes_before_the_ending(tmp_path: Path) -> None:
    path = tmp_path / "q.csv"
    assert _extract("-", "-f", "jsonl", "-o", str(path), given="“No,” said Ann Lee.").exit_code == 0
    assert json.loads(path.read_text("utf-8"))["quotes"]


def test_an_output_that_stands_for_no_format_is_text_and_told(tmp_path: Path) -> None:
    path = tmp_path / "q.xlsx"
    printed = _extract("-", "-o", str(path), given="“No,” said Ann Lee.")
    assert printed.exit_code == 0
    assert printed.stderr == f"inquit: {path} is written as text; --format names another format\n"


def test_what_is_read_is_never_overwritten_by_what_is_found_in_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("“No,” said Ann Lee.", "utf-8")
    (tmp_path / "link.txt").symlink_to(path)
    for output in (path, tmp_path / "link.txt"):
        printed = _extract("seed:harbour-inquiry", str(path), "-o", str(output))
        assert printed.exit_code == 2
        assert "it is what is to be read" in printed.stderr
        assert path.read_text("utf-8") == "“No,” said Ann Lee."


def test_markdown_from_a_pipe_is_told_by_its_heading() -> None:
    printed = _extract("-", "-f", "jsonl", given="# The *bridge*\n\n“No,” said **Ann Lee**.\n")
    document = json.loads(printed.stdout)
    assert document["text"] == "The bridge\n\n“No,” said Ann Lee."
    assert document["quotes"][0]["speaker"]["canonical"] == "Ann Lee"
