"""The words that the text has for a source beside its quote."""

from __future__ import annotations

from inquit.model.quotation import Attribution, MentionKind, Source


def words_for_source(text: str, given: Attribution, source: Source | None) -> str | None:
    """Return the words that stand for a quote's source beside the quote.

    Args:
        text: the article's text.
        given: the quote's attribution.
        source: the source that it names.

    Returns:
        The words of the mention, or the source's name where there is no mention; None where
        nobody is credited, and for a pronoun, which stands for somebody else each time.
    """
    if given.mention is None:
        return source.name if source is not None else None
    if given.mention.kind is MentionKind.PRONOUN:
        return None
    return " ".join(given.mention.span.of(text).split())
