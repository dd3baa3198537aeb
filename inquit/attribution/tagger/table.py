"""Tokens of a stretch of paragraphs as columns of numbers, the input of every network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from spacy.strings import StringStore
from spacy.tokens import Doc

from inquit.attribution.marks import QuotedRun
from inquit.attribution.passage import Passage
from inquit.attribution.report import Report

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

WORD_BUCKETS = 8192
AFFIX_BUCKETS = 1024
SHAPE_BUCKETS = 256
_PENN = """
    $ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS
    PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX _SP ``
"""
_CLEAR = """
    ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj
    csubj csubjpass dative dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass
    nummod oprd parataxis pcomp pobj poss preconj predet prep prt punct quantmod relcl xcomp
"""
TAGS = tuple(_PENN.split())
"""Part-of-speech tags of the Penn Treebank, in the order in which the networks know them."""
DEPS = tuple(_CLEAR.split())
"""Dependency labels of ClearNLP, likewise."""
COLUMNS = {
    "word": WORD_BUCKETS,
    "word2": WORD_BUCKETS,
    "lead": AFFIX_BUCKETS,
    "tail": AFFIX_BUCKETS,
    "shape": SHAPE_BUCKETS,
    "tag": len(TAGS) + 1,
    "dep": len(DEPS) + 1,
    "headword": WORD_BUCKETS,
    "headtag": len(TAGS) + 1,
    "mark": 4,
    "place": 3,
    "width": 12,
    "headdep": len(DEPS) + 1,
}
"""The columns of TokenTable.features, in order, and how many values each can take."""

TAG_COLUMN = list(COLUMNS).index("tag")
"""Which column of TokenTable.features numbers the tag."""


def tag_numbers(*tags: str) -> frozenset[int]:
    """Return the numbers of TokenTable's column of tags for tags that start with any of these."""
    return frozenset(number for number, tag in enumerate(TAGS, 1) if tag.startswith(tags))


_ATTRIBUTES: list[int | str] = [
    *("LOWER", "PREFIX", "SUFFIX", "SHAPE", "TAG", "DEP", "HEAD", "SENT_START", "LENGTH")
]
_HEAD, _SENT_START, _LENGTH = 6, 7, 8
_SOURCE, _CONTENT, _CUE = 1, 2, 3
_OPENS, _CLOSES, _PLACEHOLDER = 1, 2, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What the rules make of a report, to settle with what the networks find.

    Attributes:
        rows: the tokens of its parts.
        labels: for each of the rows the part: 1 source, 2 content, 3 cue.
    """

    rows: Ints
    labels: Ints

    @property
    def content(self) -> set[int]:
        """The rows of the reported words."""
        return set(self.rows[self.labels == _CONTENT].tolist())

    @property
    def cue(self) -> set[int]:
        """The rows of the reporting words."""
        return set(self.rows[self.labels == _CUE].tolist())


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenTable:
    """The tokens of consecutive paragraphs; rows are tokens in reading order.

    Attributes:
        start: first code point of each token in the article.
        end: end of each token.
        paragraph: number of the token's paragraph in this table.
        sentence: number of the token's sentence in this table.
        head: row of the syntactic head; a root is its own.
        run: number of the quoted run the token lies in, marks included, or -1.
        inside: whether the token lies between the marks of its run.
        runs: the quoted runs, in reading order.
        run_paragraph: number of each run's paragraph.
        opinions: what the rules found here.
        features: one column for each of COLUMNS.
        tensor: the parser's own vector of each token.
    """

    start: Ints
    end: Ints
    paragraph: Ints
    sentence: Ints
    head: Ints
    run: Ints
    inside: npt.NDArray[np.bool_]
    runs: tuple[QuotedRun, ...]
    run_paragraph: Ints
    opinions: tuple[Opinion, ...]
    features: Ints
    tensor: Floats

    def __len__(self) -> int:
        return len(self.start)

    @property
    def bounds(self) -> Ints:
        """The row where each paragraph that has tokens starts, and after the last its end."""
        change = np.flatnonzero(np.diff(self.paragraph)) + 1
        return np.concatenate([[0], change, [len(self)]])


def table_of(passages: Sequence[Passage], reports: Sequence[Report]) -> TokenTable:
    """Return the token table of passages that follow each other in one article.

    Args:
        passages: at least one of them with tokens.
        reports: what the rules found in them.
    """
    raw = np.concatenate([_raw(one.doc) for one in passages])
    sizes = [len(one.doc) for one in passages]
    paragraph = np.repeat(np.arange(len(passages)), sizes)
    start = np.array([at for one in passages for at in one.starts], dtype=np.int64)
    end = np.array([at for one in passages for at in one.ends], dtype=np.int64)
    first = np.ones(len(raw), dtype=bool)
    first[1:] = paragraph[1:] != paragraph[:-1]
    opening = first | (raw[:, _SENT_START].astype(np.int64) == 1)
    runs = tuple(run for one in passages for run in one.runs)
    run, mark = _marks(start, end, runs)
    opinions = tuple(_opinion(start, end, report) for report in reports)
    head = np.arange(len(raw)) + raw[:, _HEAD].astype(np.int64)
    return TokenTable(
        start=start,
        end=end,
        paragraph=paragraph,
        sentence=np.cumsum(opening) - 1,
        head=head,
        run=run,
        inside=mark > _CLOSES,
        runs=runs,
        run_paragraph=np.repeat(np.arange(len(passages)), [len(one.runs) for one in passages]),
        opinions=opinions,
        features=_features(
            raw,
            width=end - start,
            head=head,
            mark=mark,
            place=np.where(first, 1, np.where(opening, 2, 0)),
        ),
        tensor=np.concatenate([np.asarray(one.doc.tensor, np.float32) for one in passages]),
    )


def _raw(doc: Doc) -> npt.NDArray[np.uint64]:
    array: npt.NDArray[np.uint64] = doc.to_array(_ATTRIBUTES).astype(np.uint64)
    return array.reshape(len(doc), len(_ATTRIBUTES))


def _marks(start: Ints, end: Ints, runs: tuple[QuotedRun, ...]) -> tuple[Ints, Ints]:
    """Return each token's run or -1, and its state: 0 out, 1 opens, 2 closes, 3 in."""
    run = np.full(len(start), -1)
    mark = np.zeros(len(start), dtype=np.int64)
    for number, item in enumerate(runs):
        low = int(np.searchsorted(end, item.outer.start, side="right"))
        high = int(np.searchsorted(start, item.outer.end, side="left"))
        run[low:high] = number
        mark[low:high] = 3
        mark[low:high][end[low:high] <= item.inner.start] = _OPENS
        mark[low:high][start[low:high] >= item.inner.end] = _CLOSES
    return run, mark


def _opinion(start: Ints, end: Ints, report: Report) -> Opinion:
    parts = [(_CONTENT, span) for span in report.content_spans]
    parts += [(_SOURCE, report.source)] if report.source is not None else []
    parts += [(_CUE, report.cue)] if report.cue is not None else []
    rows, labels = [], []
    for label, span in parts:
        low = int(np.searchsorted(end, span.start, side="right"))
        high = int(np.searchsorted(start, span.end, side="left"))
        rows.append(np.arange(low, high))
        labels.append(np.full(max(high - low, 0), label))
    return Opinion(rows=np.concatenate(rows), labels=np.concatenate(labels))


def _features(
    raw: npt.NDArray[np.uint64], *, width: Ints, head: Ints, mark: Ints, place: Ints
) -> Ints:
    lower = raw[:, 0].copy()
    # Every kind of mark reads the same, so that straight, curly and British pages look alike.
    lower[mark == _OPENS] = _OPENS
    lower[mark == _CLOSES] = _CLOSES
    # A token wider than its own letters is the placeholder of a whole quotation.
    lower[width > raw[:, _LENGTH].astype(np.int64)] = _PLACEHOLDER
    word = bucket(lower, WORD_BUCKETS, 1)
    tag = _numbered(raw[:, 4], _TAG_HASHES, _TAG_ORDER)
    dep = _numbered(raw[:, 5], _DEP_HASHES, _DEP_ORDER)
    return np.stack(
        [
            word,
            bucket(lower, WORD_BUCKETS, 2),
            bucket(raw[:, 1], AFFIX_BUCKETS, 3),
            bucket(raw[:, 2], AFFIX_BUCKETS, 4),
            bucket(raw[:, 3], SHAPE_BUCKETS, 5),
            tag,
            dep,
            word[head],
            tag[head],
            mark,
            place,
            np.minimum(np.log2(width + 1).astype(np.int64), 11),
            dep[head],
        ],
        axis=1,
    )


def bucket(hashes: npt.NDArray[np.uint64], size: int, seed: int) -> Ints:
    """Return a number below size for each 64-bit string hash; seeds give independent numbers."""
    mixed = (hashes ^ np.uint64(seed * 0x9E3779B97F4A7C15 % 2**64)) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(29))) * np.uint64(0x94D049BB133111EB)
    return ((mixed >> np.uint64(32)) % np.uint64(size)).astype(np.int64)


def _hashes(labels: Sequence[str]) -> tuple[npt.NDArray[np.uint64], Ints]:
    # A string's key is its hash, but for the few that spaCy numbers as symbols.
    store = StringStore(labels)
    values = np.array([store[label] for label in labels], dtype=np.uint64)
    order = np.argsort(values)
    return values[order], order


def _numbered(values: npt.NDArray[np.uint64], known: npt.NDArray[np.uint64], order: Ints) -> Ints:
    """Return 1 + the label's place in its list, 0 for a label that is not in it."""
    at = np.minimum(np.searchsorted(known, values), len(known) - 1)
    return np.where(known[at] == values, order[at] + 1, 0)


_TAG_HASHES, _TAG_ORDER = _hashes(TAGS)
_DEP_HASHES, _DEP_ORDER = _hashes(DEPS)
