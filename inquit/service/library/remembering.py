"""What of the things that are read is remembered."""

from __future__ import annotations

from contextlib import suppress

from inquit.errors import StoreError
from inquit.loaders.net.address import is_web
from inquit.model.article import Article
from inquit.model.quotation import Analysis
from inquit.service.corrections import set_right
from inquit.service.library.access import Library
from inquit.service.library.own_work import OwnWork, digest_corrections
from inquit.store.pages.kept_texts import keep_text
from inquit.store.pages.page_paths import page_name

_ENTRY = "entry:"
_SAMPLE = "seed:"


def is_remembered_unasked(article: Article, library: Library) -> bool:
    """Tell whether an article is remembered because it was opened.

    Pages and entries of feeds are; files and pipes where the settings say so.
    """
    if not library.settings.enabled or article.id.startswith(_SAMPLE):
        return False
    return is_web(article.id) or article.id.startswith(_ENTRY) or library.settings.files


def remember_text(article: Article, library: Library) -> str | None:
    """Keep the text of an article that nothing else keeps; a page is kept when it is opened.

    Returns:
        What was removed to make room, in one line, or None.

    Raises:
        StoreError: it could not be kept.
    """
    return keep_text(article, library.pages)


def index_article(
    article: Article, analysis: Analysis | None, library: Library, own: OwnWork
) -> bool:
    """Put an article that is kept into the index; tell whether that was done.

    An older version of a page is not: the index has the newest.

    Args:
        article: the article as it was opened.
        analysis: what the engine found in it, without corrections; None where that is not known.
        library: the library.
        own: what the reader wrote.

    Raises:
        StoreError: the index cannot be written.
    """
    from inquit.library.index.entries import IndexEntry
    from inquit.library.index.writing import put_entries

    home = page_name(str(article.id))
    seen = library.pages.changed_at(home)
    newest = library.pages.newest_at(home)
    if newest is None or not (newest.text_digest == article.text_digest or article.whole):
        return False
    corrections = own.corrections_of(article)
    if analysis is not None:
        # Where it cannot be kept, the article is only analysed again after the index is lost.
        with suppress(StoreError):
            library.analyses.put(article, analysis)
        analysis = set_right(article, analysis, corrections) if corrections else analysis
    entry = IndexEntry(
        article=article,
        analysis=analysis,
        remembered=newest.fetched,
        home=home,
        home_seen=seen,
        corrections=digest_corrections(corrections),
    )
    library.use(lambda index: put_entries(index, [entry]))
    return True
