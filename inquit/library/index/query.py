"""A search as the reader typed it, taken apart; values only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words to be found side by side.

    Attributes:
        text: one word, or several of a phrase, as typed.
        is_prefix: whether the last of them may go on.
    """

    text: str
    is_prefix: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """What is asked for; each must hold, and of those that a query excludes none may.

    Attributes:
        words: words anywhere in the article or its title.
        said: words within one quote.
        by: words of the speaker's name.
        roles: words of the speaker's role.
        publications: parts of the publication's name or host, folded.
        kinds: kinds of quotes: direct, indirect, mixed.
        unnamed: whether the source is to be an unnamed one.
        corrected: whether the reader is to have corrected the quote or its source.
        denied: whether the text is to say that it was not said.
        noted: whether there is to be a note on the source, or a comment on a bookmark there.
        bookmarked: whether there is to be a bookmark.
        tags: tags of notes on the source or of bookmarks there, folded.
    """

    words: tuple[Words, ...] = ()
    said: tuple[Words, ...] = ()
    by: tuple[Words, ...] = ()
    roles: tuple[Words, ...] = ()
    publications: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    unnamed: bool = False
    corrected: bool = False
    denied: bool = False
    noted: bool = False
    bookmarked: bool = False
    tags: tuple[str, ...] = ()

    @property
    def concern_quotes(self) -> bool:
        """Whether any of them is about a quote, and not about the article that it is in."""
        return self.concern_only_quotes or self.concern_annotations

    @property
    def concern_only_quotes(self) -> bool:
        """Whether any of them is about what nothing but a quote has, such as a speaker."""
        of_source = self.by or self.roles or self.unnamed
        return bool(self.said or self.kinds or self.corrected or self.denied or of_source)

    @property
    def concern_annotations(self) -> bool:
        """Whether any of them is about notes or bookmarks."""
        return bool(self.noted or self.bookmarked or self.tags)

    @property
    def concern_articles(self) -> bool:
        """Whether any of them is about the article."""
        return bool(self.words or self.publications)


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A search.

    Attributes:
        wanted: what must hold.
        excluded: what must not hold.
        first_day: the first day of publication that is wanted, as YYYY-MM-DD, or None.
        last_day: the last one, or None.
        faults: what of the query could not be understood and is left out, one line each.
    """

    wanted: Conditions = Conditions()
    excluded: Conditions = Conditions()
    first_day: str | None = None
    last_day: str | None = None
    faults: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        conditions = (self.wanted, self.excluded)
        asked = any(each.concern_quotes or each.concern_articles for each in conditions)
        return not (asked or self.first_day or self.last_day)

    @property
    def concerns_quotes(self) -> bool:
        """Whether quotes are looked for, and not only articles."""
        return self.wanted.concern_quotes or self.excluded.concern_quotes

    @property
    def concerns_annotations(self) -> bool:
        """Whether it matters what the reader wrote."""
        return self.wanted.concern_annotations or self.excluded.concern_annotations
