"""Quotations and articles made of plain text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from inquit.model.article import article_of
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
from inquit.verification.draft import read_quotation
from inquit.verification.judging import verify
from inquit.verification.speakers import Speaker
from inquit.verification.verdict import Verdict

Judge = Callable[..., Verdict]


@pytest.fixture
def judge() -> Judge:
    """Return what judges a quotation against texts.

    Its speaker is given by name; `credits` says by name who is credited with words of the texts.
    """

    def judged(
        words: str,
        *texts: str,
        speaker: str | None = None,
        credits: dict[str, str] | None = None,  # noqa: A002 - as in the article's credits
    ) -> Verdict:
        held = Speaker(name=speaker, confidence=0.9) if speaker is not None else None
        quotation = read_quotation(words, (Span(0, len(words)),), held)
        assert quotation is not None
        articles = [article_of(text, origin=f"text {at}") for at, text in enumerate(texts)]
        (verdict,) = verify(
            [quotation],
            articles,
            lambda article: _analysis(article.text, article.text_digest, credits),
        )
        return verdict

    return judged


def _analysis(text: str, digest: str, credited: dict[str, str] | None) -> Analysis | None:
    if credited is None:
        return None
    found = {words: name for words, name in credited.items() if words in text}
    spans = {words: Span(text.index(words), text.index(words) + len(words)) for words in found}
    ids = {words: quote_id(digest, span) for words, span in spans.items()}
    names = {name: SourceId(name) for name in found.values()}
    return Analysis(
        article_id=digest,  # type: ignore[arg-type]
        text_digest=digest,
        engine_version="",
        model_name="",
        quotes=tuple(
            Quote(id=ids[words], type=QuoteType.DIRECT, content_spans=(spans[words],))
            for words in found
        ),
        mentions=(),
        sources=tuple(
            Source(id=known, name=name, kind=SourceKind.PERSON) for name, known in names.items()
        ),
        attributions=tuple(
            Attribution(
                quote_id=ids[words],
                cue=None,
                mention=None,
                source_id=names[name],
                addressee=None,
                method="",
                confidence=0.8,
                reason="",
            )
            for words, name in found.items()
        ),
    )
