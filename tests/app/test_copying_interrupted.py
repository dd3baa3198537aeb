"""Copying a quote that an inquit interrupts."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from tests.app.conftest import desk_in, workers_done
from tests.app.interrupted import ARTICLE, analyst
from tests.app.test_correcting import listed
from tests.app.test_reader import reader
from tui.cli.commands import app

COPIED = {
    "n": {
        "w": "“It was in a drawer” “Nobody can now say where.”",
        "y": "“It was in a drawer” “Nobody can now say where.” (Mona Cook)",
        "Y": "> “It was in a drawer” “Nobody can now say where.”\n>\n> — Mona Cook, ",
        "K": "“It was in a drawer,” Mona Cook said. “Nobody can now say where.”",
    },
    "nn": {
        "w": "We tried … and we failed. Then … we tried again.",
        "y": "“We tried … and we failed. Then … we tried again.” (Gina Mason)",
        "Y": "> “We tried … and we failed. Then … we tried again.”\n>\n> — Gina Mason, ",
        "K": "“We tried,” said Gina Mason, “and we failed. Then,” she went on, “we tried again.”",
    },
    "nnn": {
        "w": "The bill … was paid",
        "y": "The bill … was paid (Police)",
        "Y": "*Reported, not quoted:* The bill … was paid\n\n— Police, ",
        "K": "The bill, Police said, was paid",
    },
}


@pytest.mark.parametrize("keys", COPIED)
async def test_every_copy_shows_that_a_quote_was_interrupted(tmp_path, keys, monkeypatch) -> None:
    monkeypatch.setattr("tui.services.clipboard.copy_natively", lambda _: False)
    async with reader(desk_in(tmp_path, analyst()), ARTICLE) as at_work:
        await at_work.press(*keys)
        for key, copied in COPIED[keys].items():
            await at_work.press(key)
            await workers_done(at_work.app)
            await at_work.pilot.pause()
            assert at_work.app.clipboard.startswith(copied)
            if key != "Y":
                assert at_work.app.clipboard == copied


async def test_lists_of_passages_have_the_marks_of_the_article_and_no_others(
    tmp_path, monkeypatch
) -> None:
    monkeypatch.setenv("INQUIT_DATA_DIR", str(tmp_path / "data"))
    passage = "“It was in a drawer,” Mona Cook said. “Nobody can now say where.”"
    async with reader(desk_in(tmp_path, analyst()), ARTICLE, size=(160, 30)) as at_work:
        await at_work.press("n", "m", "n", "n", "m", "c", "x", "p", "p", "tab", "3")
        assert at_work.rows() == [passage, "The bill, Police said, was paid"]
        await at_work.press("tab", "C")
        assert listed(at_work) == ["not a quote — The bill, Police said, was paid"]
        await at_work.press("escape", "B")
        assert sorted(listed(at_work)) == ["The bill, Police said, was paid", passage]
    listing = CliRunner().invoke(app, ["bookmarks"]).stdout
    assert passage in listing
