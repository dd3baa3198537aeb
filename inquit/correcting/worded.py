"""The words by which a source is told where it speaks."""

from __future__ import annotations

from inquit.model.quotation import Attribution, MentionKind, Source


def wording(text: str, given: Attribution, source: Source | None) -> str | None:
    """Return in which words a quote's source is told where it stands.

    Args:
        text: the article's text.
        given: whom the quote is credited to.
        source: the source that this is.

    Returns:
        The words of the mention, or where there is none the source's name; None for a pronoun,
        which means another one each time, and where nobody is credited.
    """
    if given.mention is None:
        return source.name if source is not None else None
    if given.mention.kind is MentionKind.PRONOUN:
        return None
    return " ".join(given.mention.span.of(text).split())
