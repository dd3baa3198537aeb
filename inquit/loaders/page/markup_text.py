"""HTML in feeds that was escaped twice, or that is text which only looks like HTML.

RSS does not say whether a title or a description is text or HTML, and many programs escape what is
escaped already; so it is told by the tags and references that are left.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from inquit.loaders.normalization import normalise
from inquit.model.printable import clean_line

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,15})(\s[^<>]*|/)?>")
_INLINE = frozenset(
    """a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small
    span strike strong sub sup time tt u var wbr""".split()
)
_BLOCKS = frozenset(
    """address article aside blockquote body br center dd details div dl dt figcaption figure footer
    h1 h2 h3 h4 h5 h6 header hr html img li main nav ol p pre section table tbody td th thead tr
    ul""".split()
)
_BREAKS = frozenset(("br", "hr", "wbr"))
_UNCLOSED = frozenset(("dd", "dt", "img", "li", "p", "td", "th", "tr"))
"""Elements that may go without an end tag; of the start tag alone, a title may well speak."""
# One that is not closed goes on to the end, so that looking for the ends takes one pass.
_UNSEEN = re.compile(
    r"<(script|style)\b[^<>]*>(?:(?!</\1).)*+(?:</\1\s*>|\Z)?", re.IGNORECASE | re.DOTALL
)
_SHOWING_CODE = re.compile(r"<(?:code|kbd|pre|samp|tt|xmp)\b", re.IGNORECASE)
# References that nobody who writes about anything but HTML means to be read as such.
_REFERENCE = re.compile(
    r"&amp;(?=(?:#[0-9]{2,6}|#[xX][0-9a-fA-F]{2,5}|amp|quot|apos|nbsp|hellip|[nm]dash|[lrb]dquo"
    r"|[lrs][sb]quo|[lr]aquo|euro|pound|shy|[A-Za-z](?:acute|grave|uml|circ|tilde|cedil));)"
)
_MOST_TIMES = 3
_LONGEST = 200_000
"""Characters that are read of one text, far more than an entry has."""


def undo_double_escape(source: str) -> str:
    """Return HTML as it was meant, undoing a second escape.

    Args:
        source: as the feed gives it, once unescaped as its format asks for.
    """
    source = source[:_LONGEST]
    for _ in range(_MOST_TIMES):
        if not _shows_tags(source):
            break
        source = html.unescape(source)
    if not _SHOWING_CODE.search(source):
        for _ in range(_MOST_TIMES):
            source = _REFERENCE.sub("&", source)
    return source


def has_markup(source: str) -> bool:
    """Tell whether text has tags that act as markup."""
    return any(_tags(source, body=True))


def plain_words(source: str, *, body: bool) -> str:
    """Return the words of HTML, or of text that may be taken for it, on one line.

    Args:
        source: as the feed gives it.
        body: whether it is running text, in which a lone `<p>` begins a paragraph; in a title it is
            a word.
    """
    source = _UNSEEN.sub(" ", undo_double_escape(source))
    parts, last = [], 0
    for tag in _tags(source, body=body, title=not body):
        parts += [source[last : tag.start()], "" if tag[2].lower() in _INLINE else " "]
        last = tag.end()
    words = "".join((*parts, source[last:]))
    return clean_line(normalise(html.unescape(words)))


def _shows_tags(source: str) -> bool:
    """Tell whether what a reader would see of HTML is HTML itself.

    Of HTML that has tags of its own it is only where all of it lies inside of those that are shown,
    as an article about HTML shows some in its midst.
    """
    own = has_markup(source)
    seen = _TAG.sub("", source) if own else source
    for _ in range(_MOST_TIMES):
        seen = html.unescape(seen)
    seen = seen.strip()
    shown = list(_tags(seen, body=False)) if seen != source.strip() else []
    if not own or not shown:
        return bool(shown)
    return shown[0].start() == 0 and shown[-1].end() == len(seen)


def _tags(source: str, *, body: bool, title: bool = False) -> Iterator[re.Match[str]]:
    """Yield the tags that are markup, in order: those that are closed, break a line, or tell more.

    Args:
        source: HTML, or text with less-than signs in it.
        body: see `plain_words`.
        title: whether it is a title, in which a pair of tags may be what it speaks of.
    """
    tags = [tag for tag in _TAG.finditer(source) if tag[2].lower() in _INLINE | _BLOCKS]
    alone = _BREAKS | (_UNCLOSED if body else frozenset())
    open_tags: dict[str, list[int]] = {}
    kept: set[int] = set()
    for number, tag in enumerate(tags):
        name = tag[2].lower()
        if not tag[1]:
            open_tags.setdefault(name, []).append(number)
            if name in alone or "=" in (tag[3] or ""):
                kept.add(number)
        elif open_tags.get(name):
            first = open_tags[name].pop()
            if not title or _marks_up(source.strip(), tags[first], tag):
                kept |= {first, number}
        elif body:
            kept.add(number)
    yield from (tag for number, tag in enumerate(tags) if number in kept)


def _marks_up(title: str, first: re.Match[str], last: re.Match[str]) -> bool:
    """Tell whether a pair of tags sets words of a title, and is none of its words.

    Inline ones stand close to the words that they set; others are around all of the title.
    """
    inside = first.string[first.end() : last.start()]
    if first[2].lower() in _INLINE:
        return not (inside[:1].isspace() and inside[-1:].isspace())
    return title.startswith("<") and title.endswith(">")
