"""Corrections from the command line, and in what is extracted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from inquit.correcting.actions import AddQuote, Attribute, ChangeType, cover_wording
from inquit.model.article import Article, article_of, digest_of
from inquit.model.quotation import Quote, QuoteType, quote_id
from inquit.model.span import Span
from inquit.store.records.record_factory import new_correction
from inquit.store.records.repository import Repository
from tui.cli.commands import app

TEXT = "“No,” said Ann Lee.\n\nBob Smith \x1b disagreed about everything.\n"


def _run(*arguments: str, code: int = 0) -> Result:
    shown = CliRunner().invoke(app, list(arguments))
    assert shown.exit_code == code, shown.output
    return shown


def _quote(article: Article, words: str) -> Quote:
    start = article.text.index(words)
    span = Span(start, start + len(words))
    return Quote(
        id=quote_id(digest_of(article.text), span), type=QuoteType.DIRECT, content_spans=(span,)
    )


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus of two articles, the second of which has two corrections and one orphan."""
    path = tmp_path / "c.jsonl"
    path.write_text("".join(json.dumps({"id": f"d/{n}", "text": TEXT}) + "\n" for n in (0, 1)))
    article = article_of(TEXT, article_id="d/1")
    gone = article_of("Something else entirely stood here before the update.", article_id="d/1")
    quote = _quote(article, "No,")
    with Repository.open(tmp_path / "data") as store:
        for each in (
            new_correction(article, Attribute.propose_new(quote, None, "Cy \x1b[31mYoung")),
            new_correction(
                article,
                AddQuote.propose([_quote(article, "about everything").span], QuoteType.INDIRECT),
            ),
            new_correction(
                gone, ChangeType.propose(_quote(gone, "Something else"), QuoteType.MIXED)
            ),
        ):
            store.add_correction(each)
    return path


def _documents(corpus: Path, *options: str) -> list[dict[str, list[dict[str, object]]]]:
    printed = _run("extract", str(corpus), "-f", "jsonl", *options)
    return [json.loads(line) for line in printed.stdout.splitlines()]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_what_was_set_right_is_extracted_for_the_article_it_is_of(corpus: Path, jobs: str) -> None:
    plain, corrected = _documents(corpus, "--jobs", jobs)
    assert [quote["method"] == "reader" for quote in plain["quotes"]] == [False]
    assert [quote["method"] for quote in corrected["quotes"]] == ["reader", "reader"]
    assert corrected["quotes"][0]["speaker"]["canonical"] == "Cy \x1b[31mYoung"  # type: ignore[index]


def test_without_corrections_it_is_as_the_engine_finds_it(corpus: Path) -> None:
    first, second = _documents(corpus, "--no-corrections")
    assert first["quotes"] == second["quotes"]


def test_corrections_are_listed_shown_and_removed(corpus: Path) -> None:
    rows = [line.split("\t") for line in _run("corrections").stdout.splitlines()]
    assert [row[2] for row in rows] == [
        "said by “Cy [31mYoung”", "a quote (indirect)", "mixed quote",
    ]  # fmt: skip
    assert {row[4] for row in rows} == {"d/1"}
    assert _run("corrections", "list", "--article", "d/0").stdout == ""
    (shown,) = json.loads(_run("corrections", "show", rows[0][0]).stdout)
    assert shown["action"] == "attribute"
    _run("corrections", "remove", rows[0][0])
    _run("corrections", "remove", rows[1][0])
    assert len(_run("corrections").stdout.splitlines()) == 1
    first, second = _documents(corpus)
    assert first["quotes"] == second["quotes"]
    _run("bin", "restore", rows[0][0])
    assert _documents(corpus)[1]["quotes"][0]["method"] == "reader"


def test_a_store_that_cannot_be_read_is_told_rather_than_left_out(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from inquit.errors import StoreError

    def refuse(*_: object, **__: object) -> Repository:
        raise StoreError("The store cannot be read: Permission denied")

    monkeypatch.setattr(Repository, "open", refuse)
    shown = _run("extract", str(corpus), code=3)
    assert shown.stderr == "inquit: The store cannot be read: Permission denied\n"
    assert _documents(corpus, "--no-corrections")


def test_a_correction_is_widened_to_every_quote_worded_so_and_narrowed(tmp_path: Path) -> None:
    article = article_of(TEXT, article_id="d/1")
    quote = _quote(article, "No,")
    once = Attribute.propose_new(quote, None, "Cy Young")
    held = new_correction(article, cover_wording(once, "Ann Lee", every=False))
    with Repository.open(tmp_path / "data") as store:
        store.add_correction(held)
    assert _run("corrections", "widen", held.id).stdout == "said by “Cy Young”, every “Ann Lee”\n"
    refused = _run("corrections", "widen", held.id, code=2)
    assert "It counts for every “Ann Lee” already" in refused.stderr
    assert "every “Ann Lee”" in _run("corrections", "list").stdout
    assert _run("corrections", "narrow", held.id).stdout == "said by “Cy Young”\n"
    with Repository.open(tmp_path / "data") as store:
        assert store.corrections() == (held,)


def test_a_correction_that_is_about_something_else_is_not_widened(corpus: Path) -> None:
    with Repository.open(corpus.parent / "data") as store:
        added = next(each for each in store.corrections() if each.action == "add")
    refused = _run("corrections", "widen", added.id, code=2)
    assert "Only a correction of who says something" in refused.stderr


VOTES = "“No,” said Mona Cook of the north ward.\n“No,” said Gina Mason of the south ward.\n"


@pytest.fixture
def votes(tmp_path: Path) -> Path:
    """An article with a correction of its first quote."""
    path = tmp_path / "votes.txt"
    path.write_text(VOTES)
    article = article_of(VOTES, article_id=str(path.resolve()))
    with Repository.open(tmp_path / "data") as store:
        proposal = Attribute.propose_new(_quote(article, "No,"), None, "Paul Reed")
        start = VOTES.index("said Mona Cook")
        inquit = Span(start, start + len("said Mona Cook"))
        store.add_correction(new_correction(article, proposal, inquit))
    return path


def _speakers(path: Path) -> list[str | None]:
    (article,) = json.loads(f"[{_run('extract', str(path), '-f', 'jsonl').stdout}]")
    return [quote["speaker"] and quote["speaker"]["canonical"] for quote in article["quotes"]]


def test_no_word_of_anybody_is_put_into_another_mouth(votes: Path) -> None:
    assert _speakers(votes) == ["Paul Reed", "Gina Mason"]
    votes.write_text(VOTES.partition("\n")[2])
    assert _speakers(votes) == ["Gina Mason"]
    for command in (("extract", str(votes)), ("read", "--plain", str(votes))):
        assert f"left out of {votes.resolve()}: 1 orphaned; see" in _run(*command).stderr
    (row,) = (line.split("\t") for line in _run("corrections").stdout.splitlines())
    assert row[5] == "orphaned"
    refused = _run("corrections", "confirm", row[0], code=2)
    assert "not in the article any more" in refused.stderr


def test_what_is_to_check_is_left_out_and_told_until_it_is_confirmed(votes: Path) -> None:
    votes.write_text("“Yes,” said Ann Lee of the west ward.\n" + VOTES)
    shown = _run("extract", str(votes), "-f", "jsonl")
    assert "Paul Reed" not in shown.stdout
    assert f"1 correction is left out of {votes.resolve()}: 1 to check" in shown.stderr
    (row,) = (line.split("\t") for line in _run("corrections").stdout.splitlines())
    assert row[5] == "to check"
    (kept,) = json.loads(_run("corrections", "list", "-f", "json").stdout)
    assert kept["state"] == "to check"
    confirmed = _run("corrections", "confirm", row[0])
    assert confirmed.stdout == "said by “Paul Reed” — “No,”\n"
    with Repository.open(votes.parent / "data") as store:
        assert [each.target.inquit for each in store.corrections()] == [
            "said Mona Cook of the north ward"
        ]
    assert _speakers(votes)[1:] == ["Paul Reed", "Gina Mason"]
    (row,) = (line.split("\t") for line in _run("corrections").stdout.splitlines())
    assert row[5] == "holds"
    refused = _run("corrections", "confirm", row[0], code=2)
    assert "nothing to confirm" in refused.stderr


def test_a_correction_in_a_corpus_is_confirmed_from_it(corpus: Path) -> None:
    with Repository.open(corpus.parent / "data") as store:
        _, added, _ = store.corrections()
    refused = _run("corrections", "confirm", added.id, code=2)
    assert "name what it is in with --from" in refused.stderr
    changed = TEXT.replace("Bob Smith", "On Monday Bob Smith")
    corpus.write_text(json.dumps({"id": "d/1", "text": changed}) + "\n")
    (before,) = _documents(corpus)
    _run("corrections", "confirm", added.id, "--from", str(corpus))
    (after,) = _documents(corpus)
    assert "reader" not in [quote["method"] for quote in before["quotes"]][1:]
    assert [quote["method"] for quote in after["quotes"]][1:] == ["reader"]
