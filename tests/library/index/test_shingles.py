"""Finding the articles that share a wording."""

from __future__ import annotations

from sqlite3 import Connection

from inquit.library.index.reading import fetch_article, fetch_text
from inquit.library.index.shingles import SIZE, find_candidates, fold_words, shingles_of
from inquit.library.index.writing import put_entries, remove_article
from tests.library.index.making import make_entry

ONE = "“We will not raise any tariffs before the end of the year,” said Pat Ryder."
OTHER = "Nobody here raises anything before noon."


def test_words_are_folded_without_punctuation_and_marks() -> None:
    assert fold_words("“Don’t—STOP,” he_said, 1,000 É") == (
        "don", "t", "stop", "he", "said", "1", "000", "é"
    )  # fmt: skip
    assert fold_words("don't") == fold_words("DON’T")


def test_there_is_a_shingle_for_each_run_of_words() -> None:
    assert len(list(shingles_of("a b c d e".split()))) == 5 - SIZE + 1
    assert len(list(shingles_of(["a"]))) == 1
    assert list(shingles_of([])) == []


def test_the_article_with_the_wording_comes_first(index: Connection) -> None:
    put_entries(index, [make_entry(OTHER, article_id="b"), make_entry(ONE, article_id="a")])
    words = fold_words("we will NOT raise tariffs before the end of the year")
    (found,) = find_candidates(index, words)
    article = fetch_article(index, found.article)
    assert article is not None
    assert (article.article_id, fetch_text(index, found.article)) == ("a", ONE)
    assert 0 < found.shared < found.asked


def test_too_few_words_and_other_words_find_nothing(index: Connection) -> None:
    put_entries(index, [make_entry(ONE)])
    assert find_candidates(index, ("we", "will")) == ()
    assert find_candidates(index, fold_words("entirely different words altogether")) == ()


def test_an_article_that_is_removed_or_put_anew_leaves_no_shingle(index: Connection) -> None:
    put_entries(index, [make_entry(ONE, article_id="a")])
    put_entries(index, [make_entry(OTHER, article_id="a")])
    assert find_candidates(index, fold_words(ONE)) == ()
    assert len(find_candidates(index, fold_words(OTHER))) == 1
    remove_article(index, "a")
    assert find_candidates(index, fold_words(OTHER)) == ()


def test_long_passages_are_looked_up_in_part(index: Connection) -> None:
    long = " ".join(f"word{n}" for n in range(3000))
    put_entries(index, [make_entry(long)])
    (found,) = find_candidates(index, fold_words(long))
    assert found.shared == found.asked <= 200
