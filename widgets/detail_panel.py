"""All that is known of the current attribution, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.style import Style
from textual.content import Content
from textual.widgets import Static

from inquit.model.annotation import Note
from inquit.model.article import Article
from inquit.model.confidence_words import describe_confidence
from inquit.model.printable import clean_line, reveal_hidden
from inquit.model.quotation import READER, UNREAD, QuoteType, SourceKind
from inquit.model.quoted_words import format_quote_beginning
from widgets.attributed_quotes import AttributedQuote
from widgets.dates import format_minute
from widgets.sidebar_rows import CORRECTED, TO_CHECK

_KINDS = {
    QuoteType.DIRECT: "direct quote",
    QuoteType.MIXED: "partly quoted",
    QuoteType.INDIRECT: "indirect speech",
}


_LEAST = 30
"""Per cent of the sidebar's rows that the panel has whatever there is to tell."""

_WORDS = 120
"""Code points of the outer quote that the panel tells."""


class DetailPanel(Static):
    """Source, role, kind, cue, addressee, confidence, reason, and the note on the source."""

    ALLOW_SELECT = True
    DEFAULT_CSS = f"""
    DetailPanel {{
        background: $surface; color: $foreground;
        border-top: solid $panel; padding: 0 1;
        height: auto; min-height: {_LEAST}%; max-height: 60%;
    }}
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        """Take the widget's id."""
        super().__init__(id=id, markup=False)
        self._shown: Content | None = None

    def show(
        self,
        article: Article,
        finding: AttributedQuote | None,
        style: Style,
        notes: Sequence[Note],
        *,
        outer: AttributedQuote | None = None,
        inner: int = 0,
        to_check: Iterable[str] = (),
    ) -> None:
        """Show an attribution.

        Args:
            article: what it is in.
            finding: the attribution, or None where none is current.
            style: how the source's name looks.
            notes: what the reader wrote about the source.
            outer: the attribution whose words this one's are inside of.
            inner: how many quotes are right inside of this one.
            to_check: what the corrections say that the reader has to check.
        """
        if finding is None:
            told = ["Press n to go to the next quote.", *page_details(article)]
            self._tell(Content("\n".join(told)))
            return
        name, about, *rest = details(article, finding, outer, inner)
        colour = style.color.name if style.color else ""
        lines = [Content.styled(name, f"bold {colour}".strip()), Content(about)]
        lines += [Content(f"{TO_CHECK} to check: {clean_line(each)}") for each in to_check]
        lines += [*map(_told, notes), *map(Content, rest)]
        self._tell(Content("\n").join(lines))

    def _tell(self, told: Content) -> None:
        if self._shown is None or not told.is_same(self._shown):
            before, self._shown = self._shown, told
            # What is not shown yet may need more room; a new layout would make the keys feel slow.
            self.update(told, layout=self._height_of(before) != self._height_of(told))

    def _height_of(self, told: Content | None) -> int:
        """Return the rows that words take, or those that the panel has in any case."""
        least = self.container_size.height * _LEAST // 100
        width = max(1, self.content_size.width)
        return least if told is None else max(least, told.get_height({}, width) + 1)


def _told(note: Note) -> Content:
    """Return a note with its tags."""
    tags = "".join(f" #{clean_line(tag)}" for tag in note.tags)
    return Content.assemble(("✎ ", "bold"), clean_line(note.body), (tags, "italic"))


def page_details(article: Article) -> Iterator[str]:
    """Yield how a page was fetched and how much of it is shown, a line for each."""
    if (had := article.retrieved) is not None:
        kept = "not kept" if had.version is None else f"kept as version {had.version}"
        yield f"Fetched {format_minute(had.fetched)}, {kept}"
        yield f"From {clean_line(had.url)}"
    if article.whole:
        yield "All of the page's text is shown, with what is not the article"
    elif article.page_words is not None:
        yield f"The article of a page of {article.page_words:,} words"


def details(
    article: Article, finding: AttributedQuote, outer: AttributedQuote | None = None, inner: int = 0
) -> Iterator[str]:
    """Yield what is known of an attribution: first the source's name, then a line for each.

    Args:
        article: what it is in.
        finding: the attribution.
        outer: the attribution whose words this one's are inside of.
        inner: how many quotes are right inside of this one.
    """
    source, given = finding.source, finding.attribution
    if source is None:
        yield "Unattributed"
    else:
        yield reveal_hidden(source.name)
        unnamed = source.kind is SourceKind.UNNAMED
        parts = [source.role, "not named by the text" if unnamed else source.kind.value]
        yield " · ".join(clean_line(part) for part in parts if part)
    words = [_KINDS[finding.quote.type]]
    if given.cue is not None:
        words.append(f"“{clean_line(given.cue.span.of(article.text))}”")
    if given.addressee is not None:
        words.append(f"to {clean_line(given.addressee.of(article.text))}")
    yield " · ".join(words)
    if outer is not None:
        yield _around(article, outer)
    if inner:
        yield f"{inner} quote{'s' if inner > 1 else ''} inside this one"
    if given.method == READER:
        yield f"{CORRECTED} {clean_line(given.reason)}"
    elif given.method == UNREAD:
        yield clean_line(given.reason)
    else:
        sure = f"{describe_confidence(given.confidence)} ({given.confidence:.0%})"
        yield f"{sure}: {clean_line(given.reason)}"
    for told in (finding.quote.corrected, source.corrected if source is not None else None):
        if told and told != given.reason:
            yield f"{CORRECTED} {clean_line(told)}"


def _around(article: Article, outer: AttributedQuote) -> str:
    """Return whose quote a quote is inside of."""
    words = format_quote_beginning(article.text, outer.quote, _WORDS)
    who = "somebody" if outer.source is None else reveal_hidden(outer.source.name)
    return f"inside what {who} said: {words}"
