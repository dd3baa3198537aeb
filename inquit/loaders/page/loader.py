"""A web page as an article: its main text, in the page's own blocks, and what it says of itself.

trafilatura (Barbaresi, ACL 2021) tells which words are the article; the blocks are the page's
own, so that no paragraph is merged and no quotation torn by the way that it rebuilds a page.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from inquit.errors import InputError
from inquit.loaders.article_builder import compose
from inquit.loaders.page.embedded_data import is_kept_back
from inquit.loaders.piece import Piece
from inquit.loaders.progress import count_parts
from inquit.loaders.text.byline_and_date import byline_of, date_of
from inquit.loaders.text.decoding import codec_of, decode
from inquit.model.article import Article, ArticleId
from inquit.model.finishing import finish_article
from inquit.model.printable import printable
from inquit.model.progress import UNATTENDED, ProgressToken

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from inquit.loaders.page.walk import ShownBlock

MOST_ELEMENTS = 25_000
"""Elements up to which the main text is looked for; larger pages are shown whole."""

MOST_CHARACTERS = 3_000_000
"""The same bound for a page's source."""

_FEWEST_WORDS = 20
_NOTHING_CAME = "nothing readable came; the page is made by scripts, or is kept for subscribers"
_NO_TEXT = "there is no text on the page"
_NO_ARTICLE = "nothing on the page reads as an article; it shows only a menu or small print"
_TOLD = 0.15
_META = re.compile(rb"(?i)<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w:-]{2,40})")
# What the web calls so is its Windows superset (WHATWG Encoding Standard, section 4.2).
_SUPERSETS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}
_UNLIKE_ASCII = ("iso2022", "hz", "utf-16", "utf-32", "utf-7")


def load_page(
    data: bytes,
    *,
    origin: str,
    article_id: ArticleId | None = None,
    url: str | None = None,
    charset: str | None = None,
    whole: bool = False,
    token: ProgressToken = UNATTENDED,
) -> Article:
    """Return the article on a page.

    Args:
        data: the page's bytes.
        origin: what the user named.
        article_id: the id, or None to make it of the page's address, else of its text.
        url: where the page came from, or None where that is not known.
        charset: the character set that the server named.
        whole: whether to give all of the page's text and not only the article.
        token: who waits for it.

    Raises:
        CancelledError: it is not wanted any more.
        InputError: nothing readable is in it.
    """
    name = printable(origin)
    text = decode_page(data, origin, charset)
    from inquit.loaders.page.blocks import iterate_blocks
    from inquit.loaders.page.tree import page_tree

    tree = page_tree(text, origin)
    if tree is None:
        raise InputError(f"cannot read {name}: the page is empty")
    blocks = list(count_parts(iterate_blocks(tree, url), token))
    return _article(tree, blocks, text, origin=origin, article_id=article_id, url=url, whole=whole)


def decode_page(data: bytes, origin: str, charset: str | None = None) -> str:
    """Decode a page by its byte order mark, as UTF-8 if it is valid, else as it declares.

    Args:
        data: the page's bytes.
        origin: how to call it in an error.
        charset: what the server named, which goes before what the page says.

    Raises:
        InputError: it is empty or no text.
    """
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data, origin)
    found = _META.search(data[:4096])
    declared = codec_of(charset) or codec_of(found[1].decode("ascii") if found else None)
    if declared is None:
        return decode(data, origin)
    if not declared.startswith(_UNLIKE_ASCII):
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            if declared == "utf-8":
                return decode(data, origin)  # it is said to be what it is not
            return data.decode(_SUPERSETS.get(declared, declared), "replace")
    if declared.startswith("utf") and found and not charset:
        return decode(data, origin)  # a page that can say so in ASCII is no UTF-16
    return data.decode(declared, "replace")


def _article(
    tree: HtmlElement,
    blocks: Sequence[ShownBlock],
    text: str,
    *,
    origin: str,
    article_id: ArticleId | None,
    url: str | None,
    whole: bool,
) -> Article:
    from inquit.loaders.page.density import is_furniture, is_readable
    from inquit.loaders.page.hidden_text import unseen_text
    from inquit.loaders.page.metadata import ids_of, metadata_of

    small = len(text) <= MOST_CHARACTERS and sum(1 for _ in tree.iter()) <= MOST_ELEMENTS
    said = metadata_of(tree, url, searched=small)
    chosen, told = _choose_pieces(tree, blocks, searched=small and not whole)
    words, shown = sum(_count(block.piece) for block in blocks), sum(map(_count, chosen))
    notices = tuple(_notices(shown, words, text, small=small))
    scripted = tree.find(".//script") is not None
    readable = (shown >= _FEWEST_WORDS or not scripted) if whole else is_readable(chosen, told=told)
    unseen = None
    if not (whole and readable):
        most = MOST_ELEMENTS if small else 0
        unseen = unseen_text(tree, text, url, readable=readable, shown=chosen, most=most)
    if unseen:
        chosen, notices = unseen[0], (unseen[1],)
    elif not chosen or (not readable and (scripted or is_furniture(chosen))):
        raise InputError(f"cannot read {printable(origin)}: {_why_not(chosen, scripted=scripted)}")
    wished = None
    if article_id is None and url is not None:
        article_id, wished = ids_of(tree, url)
    article = compose(
        chosen,
        article_id=article_id,
        origin=origin,
        title=said.title,
        byline=said.byline,
        published=said.published,
        site=said.site,
        language=tree.get("lang"),
        notices=notices,
    )
    return finish_article(
        article,
        byline=article.byline or byline_of(article.text),
        published=article.published or date_of(article.text),
        page_words=words,
        whole=whole,
        suggested_id=wished,
    )


def _why_not(chosen: Sequence[Piece], *, scripted: bool) -> str:
    if scripted:
        return _NOTHING_CAME
    return _NO_ARTICLE if chosen else _NO_TEXT


def _choose_pieces(
    tree: HtmlElement, blocks: Sequence[ShownBlock], *, searched: bool
) -> tuple[list[Piece], bool]:
    """Return the article's blocks and True, or all blocks and False."""
    if searched:
        from inquit.loaders.page.main_text import main_pieces
        from inquit.loaders.page.tables import drop_spans

        drop_spans(tree)  # the blocks are read already
        if found := main_pieces(tree, blocks):
            return found, True
    return [block.piece for block in blocks], False


def _notices(shown: int, words: int, text: str, *, small: bool) -> Iterator[str]:
    if not small:
        yield "The page is too large to tell the article from the rest; all of its text is shown"
    elif words - shown > _TOLD * words:
        yield f"{shown} of the page's {words} words are shown as the article"
    if is_kept_back(text):
        yield "The publisher keeps this page for subscribers; its text may be cut short"


def _count(piece: Piece) -> int:
    """Return the number of words, counted as those of an article are."""
    return len("".join(words for words, _ in piece.runs).split())
