"""Makes articles with analyses by a seed: words, speakers and dates as uneven as in the news."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import accumulate

from inquit.library.index.entries import IndexEntry
from inquit.model.article import Article, article_of
from inquit.model.quotation import (
    Analysis,
    Attribution,
    Quote,
    QuoteType,
    Source,
    SourceId,
    SourceKind,
    quote_id,
)
from inquit.model.span import Span

ENGINE = "made"
NAMES, WORDS = 3_000, 30_000
"""People who may speak, and words that they may use."""

_SYLLABLES = "ba do ri ne ka lu mo si ta ven par gol hin est or al ur ing er on".split()
_ROLES = "spokesman minister mayor analyst teacher judge farmer nurse director senator".split()
_SITES = tuple(f"paper{number}.example" for number in range(60))
_FIRST_DAY = date(2020, 1, 1)
_DAYS = 2_300


class ArticleMaker:
    """Makes articles of about 500 words with a dozen quotes; the same seed makes the same."""

    def __init__(self, seed: int = 1) -> None:
        """Make the words and the people."""
        self._chance = random.Random(seed)
        self._words = [self._word() for _ in range(WORDS)]
        self._names = [f"{self._word().title()} {self._word().title()}" for _ in range(NAMES)]
        # As often as their place in the list is low, after Zipf.
        self._word_weights = list(accumulate(1 / (place + 3) for place in range(WORDS)))
        self._name_weights = list(accumulate(1 / (place + 5) for place in range(NAMES)))

    @property
    def names(self) -> tuple[str, ...]:
        """The people, those who speak most often first."""
        return tuple(self._names)

    def words(self, count: int) -> list[str]:
        """Return some words as they come in articles."""
        return self._chance.choices(self._words, cum_weights=self._word_weights, k=count)

    def entries(self, count: int) -> Iterator[IndexEntry]:
        """Yield articles as they go into the index."""
        for number in range(count):
            yield self._entry(number)

    def _entry(self, number: int) -> IndexEntry:
        speakers = self._chance.choices(self._names, cum_weights=self._name_weights, k=4)
        text, said = "", list[tuple[Span, str]]()
        for _ in range(24):
            sentence = " ".join(self.words(self._chance.randint(8, 24))).capitalize()
            if self._chance.random() < 0.5:
                speaker = self._chance.choice(speakers)
                said.append((Span(len(text) + 1, len(text) + 1 + len(sentence)), speaker))
                text += f"“{sentence},” {speaker} said.\n"
            else:
                text += f"{sentence}.\n"
        article = self._article(number, text)
        return IndexEntry(
            article=article,
            analysis=self._analysis(article, said),
            remembered="2026-11-01T00:00:00+00:00",
            home=f"home{number}",
            home_seen=number,
        )

    def _article(self, number: int, text: str) -> Article:
        site = self._chance.choice(_SITES)
        day = _FIRST_DAY + timedelta(days=self._chance.randrange(_DAYS))
        article = article_of(text, article_id=f"https://{site}/{number}")
        title = " ".join(self.words(7)).capitalize()
        return replace(article, title=title, site=site, published=day.isoformat())

    def _analysis(self, article: Article, said: list[tuple[Span, str]]) -> Analysis:
        ids = {name: SourceId(f"s{place}") for place, (_, name) in enumerate(said)}
        quotes = tuple(
            Quote(
                id=quote_id(article.text_digest, span),
                type=QuoteType.DIRECT,
                content_spans=(span,),
            )
            for span, _ in said
        )
        sources = tuple(
            Source(id=known, name=name, kind=SourceKind.PERSON, role=self._role(name))
            for name, known in ids.items()
        )
        return Analysis(
            article_id=article.id,
            text_digest=article.text_digest,
            engine_version=ENGINE,
            model_name="none",
            quotes=quotes,
            mentions=(),
            sources=sources,
            attributions=tuple(
                _attribution(quote, ids[name])
                for quote, (_, name) in zip(quotes, said, strict=True)
            ),
        )

    def _role(self, name: str) -> str | None:
        given = self._chance.random() < 0.6
        return _ROLES[len(name) % len(_ROLES)] if given else None

    def _word(self) -> str:
        return "".join(self._chance.choices(_SYLLABLES, k=self._chance.randint(2, 4)))


def _attribution(quote: Quote, source: SourceId) -> Attribution:
    return Attribution(
        quote_id=quote.id,
        cue=None,
        mention=None,
        source_id=source,
        addressee=None,
        method="made",
        confidence=0.9,
        reason="",
    )
