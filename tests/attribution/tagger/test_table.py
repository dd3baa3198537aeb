"""The columns of numbers that the networks read."""

from spacy.language import Language

from inquit.attribution.tagger.table import COLUMNS, TokenTable, table_of
from inquit.attribution.windows import read_windows
from inquit.model.article import article_of

STRAIGHT = '"The bridge will stay closed," said Nora Quist.\nIt is old.'


def _table(text: str, nlp: Language) -> TokenTable:
    windows = read_windows(article_of(text), nlp)
    return table_of([one for window in windows for one in window.passages], [])


def test_every_value_lies_within_its_columns_range(nlp: Language) -> None:
    table = _table(STRAIGHT, nlp)
    for column, size in zip(table.features.T, COLUMNS.values(), strict=True):
        assert 0 <= column.min() <= column.max() < size


def test_every_tag_and_dependency_of_the_pipeline_is_known(nlp: Language) -> None:
    table = _table(STRAIGHT, nlp)
    names = list(COLUMNS)
    assert (table.features[:, names.index("tag")] > 0).all()
    assert (table.features[:, names.index("dep")] > 0).all()


def test_straight_curly_and_british_marks_look_the_same(nlp: Language) -> None:
    word = list(COLUMNS).index("word")
    curly = STRAIGHT.replace('"The', "“The").replace('"', "”")
    british = STRAIGHT.replace('"The', "‘The").replace('"', "’")
    for other in (curly, british):
        assert (
            _table(other, nlp).features[:, word] == _table(STRAIGHT, nlp).features[:, word]
        ).all()


def test_heads_stay_within_their_sentence(nlp: Language) -> None:
    table = _table(STRAIGHT, nlp)
    assert (table.sentence[table.head] == table.sentence).all()
    assert table.bounds.tolist()[0] == 0
    assert table.bounds.tolist()[-1] == len(table)
