"""Feeds as OPML 2.0, the list that other feed readers import."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from inquit.model.feed import Subscription

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_READ_AS_MARKUP = re.compile(r"<|&#?\w+;")


def render(feeds: Iterable[Subscription]) -> str:
    """Return an OPML file that lists feeds by address and title."""
    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = "Feeds"
    body = SubElement(root, "body")
    for feed in feeds:
        title = _NOT_IN_XML.sub("", feed.title) or feed.url
        if _READ_AS_MARKUP.search(title):
            # The standard allows HTML in titles, so text that only looks like HTML is escaped.
            title = html.escape(title, quote=False)
        SubElement(body, "outline", type="rss", text=title, title=title, xmlUrl=feed.url)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'
