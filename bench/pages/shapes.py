"""Pages of plain containers in many styles around one article, and pages that hold none."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Sequence

_LINKS = "".join(
    f"<li><a href='/{name.lower()}'>{name}</a></li>"
    for name in "Home World Business Culture Sport Weather Letters Obituaries Archive".split()
)
_CONSENT = (
    "<div class='consent'><div>We and our 842 partners store cookies and process personal data, "
    "such as unique identifiers, to show advertising and content that suits you.</div>"
    "<div>You may accept, refuse or manage your choices at any time in the settings.</div></div>"
)
_RELATED = "".join(
    f"<div class='card'><a href='/story/{number}'>Another story of today, number {number}, of the "
    "harbour and its people</a></div>"
    for number in range(12)
)
_FOOT = (
    "<div class='bottom'><div>© The Herald. All rights reserved.</div><div>Contact us</div></div>"
)
_SCRIPTS = "<script>window.app={state:{}}</script><script src='/app.js'></script>"

Make = Callable[[Sequence[str]], str]


def page(body: str, *, head: str = "", attributes: str = "") -> str:
    """Return a page with a title, scripts and a body."""
    return (
        f"<!doctype html><html lang='en'><head><title>Pier stays shut</title>{head}{_SCRIPTS}"
        f"</head><body{attributes}>{body}{_SCRIPTS}</body></html>"
    )


def _each(form: str, said: Sequence[str], by: str = "") -> str:
    return by.join(form.format(words, number=number) for number, words in enumerate(said))


def _frame_page(article: str, *, attributes: str = "") -> str:
    """Return a page with a menu, a banner, the article, other stories and a foot."""
    return page(
        f"<div class='top'><ul>{_LINKS}</ul></div>{_CONSENT}"
        f"<div class='wrap'>{article}</div><div class='more'>{_RELATED}</div>{_FOOT}",
        attributes=attributes,
    )


def _bare(article: str) -> str:
    return page(article)


def _beside_paragraphs(article: str) -> str:
    """Return a page whose furniture is in paragraphs, as the article is not."""
    return page(
        "<p>Sign up for the letter of the morning.</p>"
        f"<div class='wrap'>{article}</div><p>© The Herald. All rights reserved.</p>"
    )


def _beside_articles(article: str) -> str:
    """Return a page on which only the teasers of other stories are said to be articles."""
    teaser = (
        "<article><h3><a href='/x'>Another story</a></h3><p>The ferry sails again.</p></article>"
    )
    return page(f"<div class='wrap'>{article}</div><div class='more'>{teaser * 4}</div>{_FOOT}")


def _beside_main(article: str) -> str:
    """Return a page whose main part is empty until a script fills it."""
    told = "<h1>Pier stays shut</h1><p>Loading the newest comments.</p>"
    shell = f"<main><article>{told}</article></main>"
    return page(f"{shell}<div class='wrap'>{article}</div>{_FOOT}")


_FRAMES: dict[str, Callable[[str], str]] = {
    "framed": _frame_page,
    "bare": _bare,
    "beside paragraphs": _beside_paragraphs,
    "beside articles": _beside_articles,
    "beside main": _beside_main,
}


_WRAPPED = {
    "div in div": "<div><div>{}</div></div>",
    "generated classes": "<div class='css-1q2w3e'><div class='css-9x8y7z'>{}</div></div>",
    "deep": "<div>" * 14 + "{}" + "</div>" * 14,
    "section": "<section>{}</section>",
    "form": "<form id='aspnetForm' action='/'><div>{}</div></form>",
    "aside": "<aside>{}</aside>",
    "header": "<header>{}</header>",
    "footer": "<footer>{}</footer>",
    "sidebar class": "<div class='sidebar-content'>{}</div>",
    "footer id": "<div id='footer-wrap'>{}</div>",
    "comment class": "<div class='comments-area'>{}</div>",
    "share class": "<div class='share-story'>{}</div>",
    "related class": "<div class='related-content'>{}</div>",
    "newsletter class": "<div class='newsletter'>{}</div>",
    "paywall class": "<div class='paywall premium'>{}</div>",
    "teaser class": "<div class='teaser'>{}</div>",
    "hidden-print class": "<div class='hidden-print noprint'>{}</div>",
    "modal class": "<div class='modal overlay' role='dialog'>{}</div>",
    "nav role": "<div role='navigation'>{}</div>",
    "layout table": "<table><tr><td>Left</td><td>{}</td></tr></table>",
    "nested tables": "<table><tr><td><table><tr><td>{}</td></tr></table></td></tr></table>",
    "center": "<center>{}</center>",
    "details": "<details open><summary>Story</summary>{}</details>",
    "shadow root": "<x-story><template shadowrootmode='open'><div>{}</div></template></x-story>",
    "custom element": "<x-story><x-body>{}</x-body></x-story>",
    "list item": "<ul><li>{}</li></ul>",
    "blockquote": "<blockquote>{}</blockquote>",
}
_SET = {
    "div": "<div>{}</div>",
    "span in div": "<div><span>{}</span></div>",
    "p": "<p>{}</p>",
    "div with id": "<div id='p{number}' class='para'>{}</div>",
    "section each": "<section><div>{}</div></section>",
    "font": "<div><font size=2>{}</font></div>",
    "bold": "<div><strong>{}</strong></div>",
    "table row": "<table><tr><td>{}</td></tr></table>",
    "list items": "<ul><li>{}</li></ul>",
    "button row": "<div>{}<button>Share</button></div>",
    "pre": "<pre>{}</pre>",
    "heading each": "<h3>Part {number}</h3><div>{}</div>",
    "link in each": "<div>{} <a href='/x{number}'>Read more on the harbour and its works</a></div>",
    "advert between": "<div>{}</div><div class='ad'>Advertisement</div>",
    "widths": "<div class='row'><div class='col-6'>{}</div></div>",
}


_HIDDEN = {
    "for browsers without scripts": "<noscript>{}</noscript>",
    "hidden main": "<main style='display:none'>{}</main>",
    "hidden article": "<article hidden>{}</article>",
    "hidden div": "<div id='story' style='visibility: hidden'>{}</div>",
    "in a drawing": "<svg><title>Pier</title><foreignObject>{}</foreignObject></svg>",
}


def shapes() -> dict[str, Make]:
    """Return what makes a page of paragraphs, by the name of its style."""
    made: dict[str, Make] = {
        f"{name}, {form}": _shape(around, each, frame)
        for form, frame in _FRAMES.items()
        for name, around, each in _styles()
    }
    made["breaks"] = lambda said: _frame_page(f"<div>{'<br><br>'.join(said)}</div>")
    made["single breaks"] = lambda said: _frame_page(f"<div>{'<br>'.join(said)}</div>")
    made["loose text"] = lambda said: page("<br><br>".join(said))
    made["hidden body"] = lambda said: _frame_page(
        _each("<div>{}</div>", said), attributes=" style='visibility:hidden'"
    )
    made["described in data"] = lambda said: page(
        "<div id='root'></div>", head=_describe_shape(said)
    )
    for name, form in _HIDDEN.items():
        made[name] = _hiding(form)
    made["in the source of a frame"] = lambda said: _frame_page(
        f"<iframe srcdoc='{html.escape(_each('<p>{}</p>', said))}'></iframe>"
    )
    made["sentences"] = lambda said: _frame_page(
        _each("<div>{}</div>", [each for words in said for each in words.split(". ")])
    )
    made["two columns"] = lambda said: _frame_page(
        f"<div class='l'>{_each('<div>{}</div>', said[::2])}</div>"
        f"<div class='r'>{_each('<div>{}</div>', said[1::2])}</div>"
    )
    return made


def _styles() -> list[tuple[str, str, str]]:
    around = [(name, wrapper, "<div>{}</div>") for name, wrapper in _WRAPPED.items()]
    return around + [(name, "<div>{}</div>", each) for name, each in _SET.items()]


def _shape(around: str, each: str, frame: Callable[[str], str]) -> Make:
    return lambda said: frame(around.format(f"<h1>Pier stays shut</h1>{_each(each, said)}"))


def _hiding(form: str) -> Make:
    return lambda said: _frame_page(form.format(_each("<p>{}</p>", said)))


def _describe_shape(said: Sequence[str]) -> str:
    told = {"@type": "NewsArticle", "headline": "Pier stays shut", "articleBody": "\n\n".join(said)}
    return f"<script type='application/ld+json'>{json.dumps(told)}</script>"


def empty_pages() -> dict[str, str]:
    """Return pages that hold no article, by what they are."""
    locked = '<script type="application/ld+json">{"isAccessibleForFree": false}</script>'
    stub = "<div>This story is for subscribers.</div><div><a href='/join'>Subscribe now</a></div>"
    unread = "<p>You can choose what we store on your machine and withdraw it on any day.</p>" * 20
    menu = f"<html><body><div><ul>{_LINKS}</ul></div><div>© 2026</div></body></html>"
    return {
        "menu without scripts": menu,
        "hidden dialog": page(f"<ul>{_LINKS}</ul><div class='privacy-box' hidden>{unread}</div>"),
        "root": page("<div id='root'></div>"),
        "spinner": page("<div id='app'><div class='spinner'>Loading…</div></div>"),
        "please enable": page(
            "<noscript>Enable scripts.</noscript><p>Please enable JavaScript.</p>"
        ),
        "menu alone": page(f"<div><ul>{_LINKS}</ul></div><div id='root'></div>"),
        "menu and foot": page(f"<div><ul>{_LINKS}</ul></div><div id='root'></div>{_FOOT}"),
        "menu, cards and foot": page(f"<ul>{_LINKS}</ul><div id='root'></div>{_RELATED}{_FOOT}"),
        "menu of buttons": page(
            f"<div>{'<div><span>Section of news</span></div>' * 30}</div><div id='root'></div>"
        ),
        "consent": page(f"<ul>{_LINKS}</ul><div id='root'></div>{_CONSENT}{_FOOT}"),
        "paywall": page(f"<ul>{_LINKS}</ul><h1>Pier stays shut</h1>{stub}{_FOOT}", head=locked),
    }
