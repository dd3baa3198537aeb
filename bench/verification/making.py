"""Makes quotations whose verdict is known, out of annotated articles; nothing of them is kept."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, product
from pathlib import Path

from inquit.model.article import Article, article_of
from inquit.model.quotation import SourceKind
from inquit.model.span import Span
from inquit.verification.draft import DraftQuotation, read_quotation
from inquit.verification.speakers import Speaker, are_same
from inquit.verification.verdict import Status
from inquit.verification.words import form_of, read_words

FEWEST, MOST = 5, 60  # words of a quotation that is taken
SPLICED = 5  # words that a splice takes from either place at least
NUMBERS = {
    Status.VERBATIM: 200,
    Status.ALTERED: 120,
    Status.JOINED: 40,
    Status.CREDITED_TO_ANOTHER: 40,
    Status.NOT_FOUND: 50,
    Status.INDIRECT: 40,
}
"""How many quotations of each kind are made."""

_WHO = ("My grandmother always", "The harbour master never", "Nobody on the ferry ever")
_DOES = ("painted the lighthouse", "counted the herring", "whistled at the dredger")
_WHAT = ("before breakfast on a Sunday", "while the tide was turning", "for less than forty pence")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldQuote:
    """A quote as trained annotators marked it, of one span."""

    article: Article
    span: Span
    kind: str
    speaker: str

    @property
    def words(self) -> list[str]:
        """Its words as they stand in the article."""
        text = self.article.text
        return [span.of(text) for span in read_words(text, self.span).spans]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A quotation, and what it should be found to be."""

    quotation: DraftQuotation
    expected: Status
    how: str

    @property
    def named(self) -> bool:
        """Whether the draft credits somebody by name."""
        speaker = self.quotation.speaker
        return speaker is not None and speaker.kind is SourceKind.PERSON


def read_gold(path: Path) -> tuple[list[Article], list[GoldQuote]]:
    """Return the articles of a corpus and the quotes in them that cases are made of."""
    articles, quotes = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        article = article_of(document["text"], article_id=document["id"], origin=document["id"])
        articles.append(article)
        for quote in document["quotes"]:
            speaker = (quote.get("speaker") or {}).get("text") or ""
            if len(quote["spans"]) == 1:
                span = Span(*quote["spans"][0])
                quotes.append(
                    GoldQuote(article=article, span=span, kind=quote["kind"], speaker=speaker)
                )
    return articles, quotes


def make_cases(quotes: Sequence[GoldQuote], seed: int = 1) -> list[Case]:
    """Return quotations of every kind, in the numbers that `NUMBERS` says."""
    chance = random.Random(seed)
    direct = [each for each in quotes if each.kind == "direct" and _is_usable(each)]
    indirect = [each for each in quotes if each.kind == "indirect" and _is_usable(each)]
    chance.shuffle(direct)
    vocabulary = sorted({word for each in direct for word in each.words if word.islower()})
    taken = iter(direct)
    cases = [
        *_verbatim(taken),
        *_altered(taken, vocabulary, chance),
        *_spliced(taken),
        *_credited_to_another(taken, direct, chance),
        *_invented(direct, chance),
    ]
    written = chance.sample(indirect, NUMBERS[Status.INDIRECT])
    return cases + [_case(each, each.words, Status.INDIRECT, "written") for each in written]


def _verbatim(taken: Iterator[GoldQuote]) -> list[Case]:
    quotes = islice(taken, NUMBERS[Status.VERBATIM])
    return [_case(each, each.words, Status.VERBATIM, "as said") for each in quotes]


def _altered(
    taken: Iterator[GoldQuote], vocabulary: Sequence[str], chance: random.Random
) -> list[Case]:
    """Return quotations with one word changed, dropped or moved, a third each."""
    found: list[Case] = []
    for how in ("changed", "dropped", "moved"):
        wanted = len(found) + NUMBERS[Status.ALTERED] // 3
        while len(found) < wanted:
            quote = next(taken)
            words = list(quote.words)
            at = chance.randrange(1, len(words) - 1)
            word = words.pop(at)
            if how == "changed":
                words.insert(at, chance.choice(vocabulary))
            elif how == "moved":
                words.insert(chance.choice([n for n in range(len(words)) if n != at]), word)
            if not _has_row(quote.words, words):
                found.append(_case(quote, words, Status.ALTERED, how))
    return found


def _spliced(taken: Iterator[GoldQuote]) -> list[Case]:
    """Return quotations of the first half of one and the second half of another."""
    found: list[Case] = []
    long = (quote for quote in taken if len(quote.words) >= 2 * SPLICED)
    for one, other in islice(zip(long, long, strict=False), NUMBERS[Status.JOINED]):
        words = one.words[: len(one.words) // 2] + other.words[len(other.words) // 2 :]
        found.append(_case(one, words, Status.JOINED, "spliced"))
    return found


def _credited_to_another(
    taken: Iterator[GoldQuote], everyone: Sequence[GoldQuote], chance: random.Random
) -> list[Case]:
    """Return quotations that are credited to somebody who is surely another."""
    names = sorted({each.speaker for each in everyone if _is_name(each.speaker)})
    found: list[Case] = []
    for quote in taken:
        other = Speaker(name=chance.choice(names))
        if _is_name(quote.speaker) and are_same(Speaker(name=quote.speaker), other) is False:
            found.append(
                _case(quote, quote.words, Status.CREDITED_TO_ANOTHER, "another", other.name)
            )
        if len(found) == NUMBERS[Status.CREDITED_TO_ANOTHER]:
            break
    return found


def _invented(quotes: Sequence[GoldQuote], chance: random.Random) -> list[Case]:
    """Return quotations that nobody said: sentences of ours, and chains of words that follow each
    other somewhere in the corpus, a half each.
    """  # noqa: D205 - one sentence
    follow: dict[str, list[str]] = {}
    for quote in quotes:
        for one, other in pairwise(quote.words):
            follow.setdefault(one, []).append(other)
    half = NUMBERS[Status.NOT_FOUND] // 2
    told = [" ".join(parts).split() for parts in product(_WHO, _DOES, _WHAT)]
    chance.shuffle(told)
    made = [("of ours", words) for words in told[:half]]
    while len(made) < 2 * half:
        words = [chance.choice(sorted(follow))]
        while len(words) < 14 and words[-1] in follow:
            words.append(chance.choice(follow[words[-1]]))
        if len(words) == 14:
            made.append(("chained", words))
    return [_case(quotes[0], words, Status.NOT_FOUND, how) for how, words in made]


def _case(
    quote: GoldQuote, words: Sequence[str], expected: Status, how: str, speaker: str = ""
) -> Case:
    """Return a case of some words, credited to the quote's own speaker where no other is named."""
    text = " ".join(words)
    name = speaker or quote.speaker
    kind = SourceKind.PERSON if _is_name(name) else SourceKind.UNNAMED
    quotation = read_quotation(text, (Span(0, len(text)),), Speaker(name=name, kind=kind))
    if quotation is None:
        raise ValueError(f"no words: {text!r}")
    return Case(quotation=quotation, expected=expected, how=how)


def _is_usable(quote: GoldQuote) -> bool:
    return FEWEST <= len(quote.words) <= MOST and bool(quote.speaker)


def _is_name(speaker: str) -> bool:
    return all(word[:1].isupper() for word in speaker.split()) and len(speaker.split()) <= 3


def _has_row(whole: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether words stand in a row among others, so that nothing was altered."""
    forms, wanted = [form_of(word) for word in whole], [form_of(word) for word in words]
    starts = range(len(forms) - len(wanted) + 1)
    return any(forms[at : at + len(wanted)] == wanted for at in starts)
