"""What web pages put between the paragraphs of an article, put between those of a training text.

The annotated articles have none of it, so an encoder that has seen only them takes a link or a
caption for speech. The lines are our own.
"""

from __future__ import annotations

import random
from typing import Any

from bench.train.corpus import Document

MOST_LINES = 4
_TITLES = """
Five things to do this weekend
How the new budget will change your bills
The best places to eat by the sea
Storm closes roads across the north
Who will win on Sunday?
Inside the race for the harbour
Stocks fall for a third day
Map: where the fires are burning
School board to vote on new hall
Timeline of the strike
What to know about the vaccine
"""
_LINES = """
{title}
Read more: {title}
Related: {title}
WATCH: {title}
Advertisement
Share this article
Sign up for our newsletter
Photo: Getty Images
FILE PHOTO
Most read
Follow us on Twitter and Facebook
Story continues below
Subscribe to continue reading
4 min read
Published 9:12 a.m.
Comments are closed
Tags: politics, economy
GUIDE: How do I find out more?
All rights reserved.
What we know so far
Key points
Have you got a story? Tell us here
Correction: An earlier version of this story gave a wrong date.
"""


def furnish(document: Document, chance: random.Random) -> Document:
    """Return a document with such lines between some of its paragraphs, annotations moved along."""
    places = _places(document)
    if not places:
        return document
    chosen = sorted(chance.sample(places, min(len(places), chance.randint(1, MOST_LINES))))
    added = [(place, _line(chance)) for place in chosen]
    moved: Document = _moved(document, added)
    text, at, parts = document["text"], 0, []
    for place, line in added:
        parts += [text[at:place], line]
        at = place
    return {**moved, "text": "".join((*parts, text[at:]))}


def _places(document: Document) -> list[int]:
    """Return where paragraphs start that no quote runs on into."""
    text = document["text"]
    quotes = [(quote["spans"][0][0], quote["spans"][-1][1]) for quote in document["quotes"]]
    return [
        at
        for at in range(1, len(text))
        if text[at - 1] == "\n" != text[at] and not any(a < at < b for a, b in quotes)
    ]


def _line(chance: random.Random) -> str:
    title = chance.choice(_TITLES.strip().splitlines())
    return chance.choice(_LINES.strip().splitlines()).format(title=title) + "\n"


def _moved(value: Any, added: list[tuple[int, str]]) -> Any:
    """Return a value of a document with every span in it moved by the lines before it."""
    if isinstance(value, dict):
        return {name: _moved(part, added) for name, part in value.items()}
    if isinstance(value, list) and len(value) == 2 and all(isinstance(n, int) for n in value):
        start, end = value
        return [start + _before(start, added), end + _before(end - 1, added)]
    if isinstance(value, list):
        return [_moved(part, added) for part in value]
    return value


def _before(at: int, added: list[tuple[int, str]]) -> int:
    return sum(len(line) for place, line in added if place <= at)
